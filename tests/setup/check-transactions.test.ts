import { describe, expect, it } from "vitest";
import { outerDatabaseUses } from "~/setup/check-transactions.mjs";

const usedIn = (text: string) => outerDatabaseUses("db/example.ts", text).map(({ used }) => used);

describe("the check of transactions", () => {
  it("names the place where a callback uses the database that it was begun on", () => {
    const text = "await db.transaction(async (tx) => {\n  await tx.execute(one);\n  await db.execute(two);\n});";
    expect(outerDatabaseUses("db/example.ts", text)).toEqual([{ line: 3, column: 9, used: "db" }]);
  });

  it("finds it as an argument, as a short property, behind another object and in a nested function", () => {
    expect(usedIn("db.transaction(async (tx) => find(db));")).toEqual(["db"]);
    expect(usedIn("db.transaction(async (tx) => run({ db, at }));")).toEqual(["db"]);
    expect(usedIn("context.db.transaction(async (tx) => find(context.db));")).toEqual(["context.db"]);
    expect(usedIn("db.transaction(async (tx) => ids.map(async (id) => find(db, id)));")).toEqual(["db"]);
    expect(usedIn("scene.db.transaction(async function (tx) { await hold(scene); });")).toEqual(["scene"]);
    expect(usedIn("other.transaction(async (tx) => find(services.db));")).toEqual(["services.db"]);
    expect(usedIn("outer.transaction(async (tx) => find(outer));")).toEqual(["outer"]);
  });

  it("finds it in the inner of two transactions, once", () => {
    expect(usedIn("db.transaction(async (tx) => tx.transaction(async (inner) => find(tx)));")).toEqual(["tx"]);
    expect(usedIn("db.transaction(async (tx) => tx.transaction(async (inner) => find(db)));")).toEqual(["db"]);
  });

  it("lets pass what is no use of the outer database", () => {
    expect(usedIn("db.transaction(async (tx) => find(tx)); await find(db);")).toEqual([]);
    expect(usedIn("db.transaction(async (tx) => run({ db: tx, name: 'db' }));")).toEqual([]);
    expect(usedIn("db.transaction(async (db) => find(db));")).toEqual([]);
    expect(usedIn("context.db.transaction(async (tx) => find(tx, context.now()));")).toEqual([]);
    expect(usedIn("db.transaction(async (tx) => { const found = run as { db: Database }; return found; });")).toEqual(
      [],
    );
  });
});
