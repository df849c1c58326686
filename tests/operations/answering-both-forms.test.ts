import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entriesOf } from "~/app/components/answer/entry-sync";
import type { Answering } from "~/app/operations/answering/open-answering";
import { openFullForm } from "~/app/operations/answering/open-full-form";
import { saveSentEntries } from "~/app/operations/answering/save-entries";
import { sendLight } from "~/app/operations/answering/send-light";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { submitDraft } from "~/app/operations/answering/submit-draft";
import type { Database } from "~/db/engine/database";
import { foundSurveyedOffice, opened, publishedSurvey, sentSurvey } from "../support/answering";
import { testDatabase } from "../support/database";
import { FILLED } from "../support/filled-surveys";
import { fillLightForm } from "../support/light-form-hand";
import { noon } from "../support/office";

const database = testDatabase();

/** What is stored of the answers themselves, as the database writes it: document, codes, numbers, rows. */
async function storedAnswers(db: Database, roundId: string, anonymous: boolean): Promise<string> {
  const [answers, rows, owner] = anonymous
    ? [sql`anonymous_response a where a.round_id = ${roundId}`, sql`anonymous_row`, sql`response_id`]
    : [
        sql`response_revision a join response r on r.id = a.response_id where r.round_id = ${roundId}`,
        sql`response_row`,
        sql`revision_id`,
      ];
  const found = await db.execute<{ stored: string }>(sql`
    select a.document::text || a.codes::text || a.numbers::text || a.given::text || coalesce((
      select string_agg(w.position || w.row_key || w.ordinal || w.codes::text || w.numbers::text, ';'
        order by w.position, w.ordinal)
      from ${rows} w where w.${owner} = a.id), '') as stored
    from ${answers}`);
  expect(found).toHaveLength(1);
  return String(found[0]?.stored);
}

async function sendByFullForm(db: Database, answering: Answering, document: Readonly<Record<string, unknown>>) {
  if (answering.kind !== "kept") {
    return submitDocument(db, {
      answering,
      document,
      mode: "submit",
      clientKey: "full-form-1",
      language: "en",
      at: noon,
    });
  }
  const { plan } = await openFullForm(db, { answering, language: "en" });
  const sent = [...entriesOf(document, plan)].map(([path, value]) => ({
    path,
    value,
    baseVersion: 0,
    key: `k ${path}`,
  }));
  const outcomes = await saveSentEntries(db, { answering, sent, language: "en", at: noon });
  expect(outcomes.filter(({ outcome }) => outcome !== "saved")).toEqual([]);
  return submitDraft(db, { answering, clientKey: "full-form-1", language: "en", at: noon });
}

describe("the same answers through the light and the full form", () => {
  for (const { instrument, memberId, anonymous, given, document } of FILLED) {
    test(
      `to the ${instrument} survey are stored byte for byte the same`,
      database.rolledBack(async (db) => {
        await foundSurveyedOffice(db);
        const version = await publishedSurvey(db, instrument);
        const survey = { versionId: version.id, memberId, given, round: { anonymous } };
        const [light, full] = [await sentSurvey(db, survey), await sentSurvey(db, survey)];

        const carried = await fillLightForm(db, () => opened(db, light.token), document);
        const answering = await opened(db, light.token);
        const byLight = await sendLight(db, { answering, carried, formKey: "light-form", language: "en", at: noon });
        expect(byLight.outcome).toBe("sent");
        const byFull = await sendByFullForm(db, await opened(db, full.token), document);
        expect(byFull.outcome).toBe("submitted");

        const stored = await storedAnswers(db, light.round.id, anonymous);
        expect(stored.length).toBeGreaterThan(100);
        expect(stored).toBe(await storedAnswers(db, full.round.id, anonymous));
      }),
    );
  }
});
