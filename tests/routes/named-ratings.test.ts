import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "~/app/auth/permissions";
import { findNamedRatings, setNamedRatings } from "~/app/operations/named-ratings";
import { action as saveSettings } from "~/app/routes/office.settings/route";
import { loader as roundLoader } from "~/app/routes/rounds.$roundId/route";
import { loader } from "~/app/routes/rounds.$roundId_.answers.$responseId/route";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { reopenResponse, signOffResponse } from "~/db/response-states";
import { findTracking } from "~/db/tracking";
import { appContext, viewerWith } from "../support/app-context";
import { testDatabase } from "../support/database";
import { bundledOffice, heldSurvey } from "../support/held-survey";
import { noon, person, system } from "../support/office";

// What a member answered, by name: for the coordinator, as long as the office lets it be read, and never unnoticed.

const database = testDatabase();

async function answeredByFiji(db: Database) {
  const { pack, cycle, version } = await bundledOffice(db);
  const round = await heldSurvey(db, {
    pack,
    cycleId: cycle.id,
    versionId: version.id,
    answering: ["fiji"],
    close: false,
  });
  const responseId = (await findTracking(db, round.id)).find(({ memberId }) => memberId === "fiji")?.responseId ?? "";
  const contextOf = async (role: Role) => {
    const { id: personId } = await person(db, {
      name: `A ${role}`,
      role,
      ...(role === "member" ? { memberId: "fiji" } : {}),
    });
    return appContext(db, { pack, viewer: { ...viewerWith(role), personId } });
  };
  const read = async (role: Role, query = "") =>
    loader({
      request: new Request(`http://localhost/rounds/${round.id}/answers/${responseId}${query}`),
      params: { roundId: round.id, responseId },
      context: await contextOf(role),
    });
  return { pack, round, responseId, contextOf, read };
}

describe("a member's answers", () => {
  test(
    "are read by the coordinator with their history, and the reading is in the audit trail",
    database.rolledBack(async (db) => {
      const { read, responseId } = await answeredByFiji(db);
      await signOffResponse(db, { responseId, revision: 1, signedName: "Director Vula", actor: system, at: noon });
      const page = await read("coordinator");
      expect(page.title).toBe("Fiji: Needs survey 2026");
      expect(page.sections.length).toBeGreaterThan(5);
      expect(page.history.map(({ what }) => what)).toEqual([
        "begun",
        "version 1 sent",
        "version 1 signed off by Director Vula",
      ]);
      const events = await findAuditEvents(db, { action: "response:readNamed" });
      expect(events).toMatchObject([{ subjectId: responseId, actorName: "A coordinator", details: { revision: 1 } }]);
    }),
  );

  for (const role of ROLES.filter((one) => one !== "coordinator"))
    test(
      `are not for a ${role}`,
      database.rolledBack(async (db) => {
        const { read } = await answeredByFiji(db);
        await expect(read(role)).rejects.toMatchObject({ status: 403 });
        expect(await findAuditEvents(db, { action: "response:readNamed" })).toEqual([]);
      }),
    );

  test(
    "are closed to the coordinator too where the office keeps named ratings closed; the round's page has no link then",
    database.rolledBack(async (db) => {
      const { read, round, contextOf } = await answeredByFiji(db);
      const links = async () => {
        const request = new Request(`http://localhost/rounds/${round.id}`);
        const page = await roundLoader({
          request,
          params: { roundId: round.id },
          context: await contextOf("coordinator"),
        });
        return page.members.flatMap(({ answers }) => answers ?? []);
      };
      expect(await links()).toHaveLength(1);
      await setNamedRatings(db, { namedRatings: "hidden", actor: system, at: noon });
      await expect(read("coordinator")).rejects.toMatchObject({ status: 403 });
      expect(await links()).toEqual([]);
    }),
  );

  test(
    "that were opened again show the revision that was sent and say why; one that was never sent is no page",
    database.rolledBack(async (db) => {
      const { read, responseId } = await answeredByFiji(db);
      await reopenResponse(db, { responseId, reason: "Two requests were sent twice.", actor: system, at: noon });
      expect((await read("coordinator", "?version=1")).history.at(-1)?.what).toBe(
        "opened again: Two requests were sent twice.",
      );
      await expect(read("coordinator", "?version=2")).rejects.toMatchObject({ status: 404 });
    }),
  );
});

describe("the office's setting", () => {
  test(
    "is visible at first, and changed by the administrator with a line in the audit trail",
    database.rolledBack(async (db) => {
      const { contextOf } = await answeredByFiji(db);
      expect(await findNamedRatings(db)).toBe("visible");
      const save = async (role: Role, fields: Readonly<Record<string, string>>) =>
        saveSettings({
          request: new Request("http://localhost/office/settings", {
            method: "POST",
            body: new URLSearchParams(fields),
          }),
          params: {},
          context: await contextOf(role),
        });
      expect(await save("administrator", { namedRatings: "perhaps" })).toMatchObject({ init: { status: 400 } });
      await expect(save("coordinator", { namedRatings: "hidden" })).rejects.toMatchObject({ status: 403 });
      expect(await findNamedRatings(db)).toBe("visible");
      await save("administrator", { namedRatings: "hidden" });
      expect(await findNamedRatings(db)).toBe("hidden");
      expect(await findAuditEvents(db, { action: "office:settings" })).toMatchObject([
        { details: { changed: ["namedRatings"] } },
      ]);
    }),
  );
});
