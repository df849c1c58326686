import { describe, expect, it } from "vitest";
import { translator } from "~/app/i18n/translate";

describe("a translator", () => {
  it("writes dates as people of the language do", () => {
    expect(translator("en").date("2026-03-31")).toBe("31 March 2026");
    expect(translator("fr").date("2026-03-31")).toBe("31 mars 2026");
  });

  it("keeps a local date where it is, whatever zone the server is in", () => {
    expect(translator("en").date("2026-01-01")).toBe("1 January 2026");
  });

  it("writes minus as minus and keeps a percentage together", () => {
    expect(translator("en").number(-0.5)).toBe("\u22120.5");
    expect(translator("en").percent(0.713)).toBe("71\u00a0%");
  });

  it("counts in both languages", () => {
    expect(translator("en")("people.office.finding", { count: 1 })).toMatch(/^1 person can/);
    expect(translator("fr")("people.office.finding", { count: 2 })).toMatch(/^2 personnes peuvent/);
  });

  it("marks every letter of the pseudo-language, so that an untranslated text shows", () => {
    expect(translator("x-rtl")("frame.signIn")).toBe("⟦Si\u0301gn i\u0301n⟧");
  });

  it("takes a text of the pack in its language, else in English", () => {
    expect(translator("fr").pick({ en: "Customs valuation", fr: "Valeur en douane" })).toBe("Valeur en douane");
    expect(translator("fr").pick({ en: "Customs valuation" })).toBe("Customs valuation");
    expect(translator("fr").pick(undefined)).toBe("");
  });
});
