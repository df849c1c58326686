import { describe, expect, it } from "vitest";
import { parseConfig } from "~/app/config.server";

const faultsOf = (environment: Record<string, string>) => {
  const parsed = parseConfig(environment);
  return "faults" in parsed ? parsed.faults : [];
};

describe("the environment", () => {
  it("needs nothing for a demonstration on this machine", () => {
    expect(parseConfig({})).toMatchObject({
      config: { host: "127.0.0.1", port: 4800, demonstration: true, publicUrl: "http://127.0.0.1:4800" },
    });
  });

  it("loads no demonstration into PostgreSQL unless asked", () => {
    expect(parseConfig({ DATABASE_URL: "postgres://localhost/office" })).toMatchObject({
      config: { demonstration: false },
    });
    expect(parseConfig({ DATABASE_URL: "postgres://localhost/office", DEMONSTRATION: "1" })).toMatchObject({
      config: { demonstration: true },
    });
  });

  it("starts empty when told so", () => {
    expect(parseConfig({ DEMONSTRATION: "1" }, { empty: true })).toMatchObject({ config: { demonstration: false } });
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["LOG_LEVEL", "loud"],
    ["DEMONSTRATION", "perhaps"],
    ["PUBLIC_URL", "meridian"],
  ])("names %s and what was given, %s", (name, value) => {
    expect(faultsOf({ [name]: value }).join()).toContain(`${name}: `);
  });

  it("never repeats a secret", () => {
    const [fault] = faultsOf({ SECRET: "too-short-secret" });
    expect(fault).toMatch(/^SECRET: expected at least 32 characters/);
    expect(fault).not.toContain("too-short-secret");
    expect(faultsOf({ DATABASE_URL: "mysql://root:hunter2@host/x" }).join()).not.toContain("hunter2");
  });

  it("refuses a server that others can reach without secret and address, and never shows them a demonstration", () => {
    const faults = faultsOf({ HOST: "0.0.0.0" });
    expect(faults).toHaveLength(3);
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["SECRET", "PUBLIC_URL", "HOST"]);
    expect(
      faultsOf({ HOST: "0.0.0.0", SECRET: "x".repeat(32), PUBLIC_URL: "https://m.example", DEMONSTRATION: "0" }),
    ).toEqual([]);
  });
});
