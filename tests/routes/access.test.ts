import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { may, type Permission, ROLES, type Role } from "~/app/auth/permissions";
import { loadPack } from "~/db/regions/read-pack";
import access from "../fixtures/access.json";
import { appContext } from "../support/app-context";
import { testDatabase } from "../support/database";

// Every route as each role and as nobody. `access.json` says for each route what its loader and its action ask for:
// a permission, "open" (everybody), "link" (whoever holds the secret of the link), or "door" (sends everybody on).

type Asked = Permission | "open" | "link" | "door" | null;
interface Route {
  readonly loader?: LoaderFunction;
  readonly action?: ActionFunction;
}

const routes = import.meta.glob<Route>("/app/routes/*/route.{ts,tsx}");
const nameOf = (file: string): string => file.replace(/^\/app\/routes\//, "").replace(/\/route\.tsx?$/, "");
const askedBy = new Map<string, { readonly loader: Asked; readonly action: Asked }>(
  Object.entries(access as Record<string, { loader: Asked; action: Asked }>),
);
const pack = await loadPack("db/regions/asia-pacific");
const database = testDatabase();
const modules = new Map<string, Route>();

beforeAll(async () => {
  for (const [file, load] of Object.entries(routes)) modules.set(nameOf(file), await load());
});

/** Well-formed values for every parameter of a path; nothing of the kind is there. */
function paramsOf(name: string): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [, parameter] of name.matchAll(/\$(\w+)/g))
    if (parameter)
      params[parameter] = /Id$/.test(parameter) ? "01980000-0000-7000-8000-00000000dead" : "unknown-value-of-a-path";
  return params;
}

type Outcome = "let in" | "sent to sign in" | "refused";

async function outcomeOf(call: () => unknown): Promise<Outcome> {
  try {
    await call();
    return "let in";
  } catch (thrown) {
    if (thrown instanceof Response) {
      if (thrown.status === 403) return "refused";
      if (thrown.headers.get("Location")?.startsWith("/sign-in")) return "sent to sign in";
    }
    // Whatever comes after the guard: not found, a wrong form, a stop of the transaction.
    return "let in";
  }
}

function expected(asked: Asked, role: Role | null): Outcome {
  if (asked === "door") return role === null ? "sent to sign in" : "let in";
  if (asked === "open" || asked === "link" || asked === null) return "let in";
  if (role === null) return "sent to sign in";
  return may([role], asked) ? "let in" : "refused";
}

describe("every route", () => {
  it("is in the table, and nothing else is", () => {
    expect([...askedBy.keys()].sort()).toEqual([...modules.keys()].sort());
  });

  it("has a loader and an action exactly where the table says so", () => {
    const found = [...modules].map(([name, route]) => [name, Boolean(route.loader), Boolean(route.action)]);
    const told = [...modules.keys()].map((name) => [
      name,
      (askedBy.get(name)?.loader ?? null) !== null,
      (askedBy.get(name)?.action ?? null) !== null,
    ]);
    expect(found).toEqual(told);
  });

  for (const role of [null, ...ROLES])
    for (const part of ["loader", "action"] as const)
      it(
        `lets ${role ?? "nobody"} ${part === "loader" ? "read" : "change"} what the table says`,
        database.rolledBack(async (db) => {
          const found: Record<string, Outcome> = {};
          const told: Record<string, Outcome> = {};
          for (const [name, route] of modules) {
            const handler = route[part];
            if (!handler) continue;
            const request = new Request(`http://localhost/${name}`, {
              method: part === "loader" ? "GET" : "POST",
              ...(part === "action" ? { body: new URLSearchParams({ id: "x" }) } : {}),
            });
            // Each call in a savepoint of its own, so that a refused statement does not end the test's transaction.
            await db
              .transaction(async (tx) => {
                found[name] = await outcomeOf(() =>
                  handler({
                    request,
                    params: paramsOf(name),
                    context: appContext(tx, { pack, role, ip: `test ${role}` }),
                  } as never),
                );
                throw new Error("undo");
              })
              .catch(() => {});
            told[name] = expected(askedBy.get(name)?.[part] ?? null, role);
          }
          expect(found).toEqual(told);
        }),
      );
});
