import { describe, expect, test } from "vitest";
import { withdrawAnswers } from "~/app/operations/answering/change-submitted";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { action as light } from "~/app/routes/a.$token.light.$page/route";
import { action as receipt } from "~/app/routes/a.$token.receipt/route";
import { readDraft } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { loadPack } from "~/db/regions/read-pack";
import { findResponseHistory } from "~/db/response-states";
import { closeRound } from "~/db/rounds";
import { foundSurveyedOffice, opened, publishedSurvey, sentSurvey } from "../support/answering";
import { appContext } from "../support/app-context";
import { testDatabase } from "../support/database";
import { FILLED } from "../support/filled-surveys";
import { NEEDS_GIVEN, needsAnswers } from "../support/needs-answers";
import { noon, system } from "../support/office";

// What comes too late is not taken, and nothing of it is lost; what was withdrawn can be begun again.

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");

async function asked(db: Database) {
  await foundSurveyedOffice(db);
  const version = await publishedSurvey(db, "needs");
  return sentSurvey(db, { versionId: version.id, given: NEEDS_GIVEN });
}

function send(db: Database, { token, page, fields }: { token: string; page: string; fields: Record<string, string> }) {
  const request = new Request(`http://localhost/a/${token}/light/${page}`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  return light({ request, params: { token, page }, context: appContext(db, { pack }) });
}

describe("a page sent after the survey has closed", () => {
  test(
    "is not taken, and shows what was typed to be copied",
    database.rolledBack(async (db) => {
      const { token, round } = await asked(db);
      await closeRound(db, { id: round.id, actor: system, at: noon });
      const fields = { do: "next", contact: "Mere, with a long text", "importance_revenue/hs": "4" };
      const reply = await send(db, { token, page: "section_who", fields });
      expect(reply).toMatchObject({
        init: { status: 403 },
        data: { show: "closed", closesOn: "2026-10-31", typed: { answers: [{ texts: ["Mere, with a long text"] }] } },
      });
      expect((await opened(db, token)).response).toBeUndefined();
    }),
  );

  test(
    "with answers that the office does not keep shows those of the pages before as well",
    database.rolledBack(async (db) => {
      await foundSurveyedOffice(db);
      const version = await publishedSurvey(db, "evaluation");
      const evaluation = FILLED.find(({ instrument }) => instrument === "evaluation");
      const { token, round } = await sentSurvey(db, {
        versionId: version.id,
        memberId: null,
        given: evaluation?.given ?? {},
        round: { anonymous: true, timeZone: "UTC" },
      });
      await closeRound(db, { id: round.id, actor: system, at: noon });
      const carried = JSON.stringify({ material: 4 });
      const reply = await send(db, {
        token,
        page: "check-and-send",
        fields: { do: "send", carried, key: "form-key-1" },
      });
      expect(reply).toMatchObject({ init: { status: 403 }, data: { show: "closed", typed: { answers: [] } } });
      expect(JSON.stringify(reply)).toContain(`"carried":[{"title"`);
    }),
  );
});

describe("a withdrawn response", () => {
  test(
    "is begun again from its receipt with all its answers, and its history says so",
    database.rolledBack(async (db) => {
      const { token } = await asked(db);
      const document = needsAnswers();
      const submission = { document, mode: "strict", clientKey: "submission-1", language: "en", at: noon } as const;
      await submitDocument(db, { answering: await opened(db, token), ...submission });
      await withdrawAnswers(db, { answering: await opened(db, token), reason: null, at: noon });
      const request = new Request(`http://localhost/a/${token}/receipt`, {
        method: "POST",
        body: new URLSearchParams({ do: "again" }),
      });
      const pressed = receipt({ request, params: { token }, context: appContext(db, { pack }) });
      await expect(pressed).rejects.toMatchObject({ status: 303 });
      const { response } = await opened(db, token);
      expect(response).toMatchObject({ state: "reopened" });
      expect((await readDraft(db, response?.id ?? "")).find(({ path }) => path === "contact")?.value).toBe(
        document.contact,
      );
      expect((await findResponseHistory(db, response?.id ?? "")).map(({ toState }) => toState)).toEqual([
        "draft",
        "submitted",
        "withdrawn",
        "reopened",
      ]);
      const again = await submitDocument(db, {
        answering: await opened(db, token),
        ...submission,
        clientKey: "submission-2",
      });
      expect(again).toMatchObject({ outcome: "submitted", revision: { number: 2 } });
    }),
  );
});
