import { describe, expect, it } from "vitest";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";

describe("a table to download", () => {
  it("quotes what needs it and keeps numbers whole", () => {
    expect(csv(["topic", "score"], [['Rules of "origin", all', 1 / 3]], { synthetic: false })).toBe(
      '\uFEFFtopic,score\r\n"Rules of ""origin"", all",0.3333333333333333\r\n',
    );
  });

  it("never hands a spreadsheet a formula that somebody typed", () => {
    const text = csv(["comment"], [["=HYPERLINK(1)"], ["+1"], ["-2"], ["@x"]], { synthetic: false });
    expect(text.split("\r\n").slice(1, 5)).toEqual(["'=HYPERLINK(1)", "'+1", "'-2", "'@x"]);
    expect(csv(["gap"], [[-2]], { synthetic: false })).toContain("\r\n-2\r\n");
  });

  it("leaves the unknown empty", () => {
    expect(csv(["a", "b"], [[null, undefined]], { synthetic: false })).toContain("\r\n,\r\n");
  });

  it("says in every row and in its name that made-up data are made up", () => {
    expect(csv(["n"], [[1]], { synthetic: true })).toBe("\uFEFFn,note\r\n1,synthetic data\r\n");
    const reply = download("x", { name: "Priorités 2026/27", type: "csv", synthetic: true });
    expect(reply.headers.get("Content-Disposition")).toBe('attachment; filename="priorites-2026-27-synthetic.csv"');
  });
});
