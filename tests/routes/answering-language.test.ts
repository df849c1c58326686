import { expect, test } from "vitest";
import { action, loader } from "~/app/routes/a.$token.light.$page/route";
import type { Database } from "~/db/engine/database";
import { loadPack } from "~/db/regions/read-pack";
import { foundSurveyedOffice, publishedSurvey, sentSurvey } from "../support/answering";
import { appContext } from "../support/app-context";
import { testDatabase } from "../support/database";
import { FILLED } from "../support/filled-surveys";
import { NEEDS_GIVEN } from "../support/needs-answers";

// Another language in the middle of a page of the light form: the button saves, and nothing typed is lost.

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");

const page = (token: string, name: string) => ({ token, page: name });
const look = (db: Database, params: { token: string; page: string }, locale: "en" | "fr") =>
  loader({ request: new Request("http://localhost/"), params, context: appContext(db, { pack, locale }) });
const pressFrench = (db: Database, params: { token: string; page: string }, fields: Readonly<Record<string, string>>) =>
  action({
    request: new Request(`http://localhost/a/${params.token}/light/${params.page}?lang=fr`, {
      method: "POST",
      body: new URLSearchParams({ do: "stay", ...fields }),
    }),
    params,
    context: appContext(db, { pack, locale: "fr" }),
  });

test(
  "keeps what was typed where the office keeps answers, and shows the page in French",
  database.rolledBack(async (db) => {
    await foundSurveyedOffice(db);
    const version = await publishedSurvey(db, "needs");
    const { token } = await sentSurvey(db, { versionId: version.id, given: NEEDS_GIVEN });
    const params = page(token, "section_who");
    const { shown: before } = await look(db, params, "en");
    if (before.show !== "page") throw new Error("a page is shown");
    const { formKey, base } = before.page;
    const pressed = pressFrench(db, params, { key: formKey, base, contact: "Mere, half way" });
    await expect(pressed).rejects.toMatchObject({ status: 303 });
    const { shown } = await look(db, params, "fr");
    if (shown.show !== "page") throw new Error("a page is shown");
    expect(JSON.stringify(shown.page.view)).toContain("Mere, half way");
    expect(shown.page.view.title).not.toBe(before.page.view.title);
  }),
);

test(
  "keeps what was typed where the office keeps nothing before it is sent: the answers come along in the page",
  database.rolledBack(async (db) => {
    await foundSurveyedOffice(db);
    const version = await publishedSurvey(db, "evaluation");
    const { token } = await sentSurvey(db, {
      versionId: version.id,
      memberId: null,
      given: FILLED.find(({ instrument }) => instrument === "evaluation")?.given ?? {},
      round: { anonymous: true, timeZone: "UTC" },
    });
    const { place } = await look(db, page(token, "check-and-send"), "en");
    const params = page(token, place.first);
    const { shown: before } = await look(db, params, "en");
    if (before.show !== "page") throw new Error("a page is shown");
    const answers = (view: typeof before.page.view) =>
      view.blocks
        .flatMap(({ controls }) =>
          controls.flatMap((one) => (one.kind === "rows" ? one.panels[0]?.controls : one) ?? []),
        )
        .flatMap((one) => (one.kind === "choice" ? [one] : []));
    const [rated] = answers(before.page.view);
    const value = rated?.options[1]?.value ?? "";
    expect(value).not.toBe("");
    const reply = await pressFrench(db, params, {
      key: before.page.formKey,
      carried: JSON.stringify({ material: 4 }),
      [rated?.path ?? ""]: value,
    });
    const shown = "data" in reply ? reply.data : reply;
    if (shown.show !== "page") throw new Error("a page is shown");
    expect(answers(shown.page.view)[0]?.options.find(({ chosen }) => chosen)?.value).toBe(value);
    expect(JSON.parse(shown.page.carried ?? "{}")).toMatchObject({ material: 4 });
    expect(shown.page.view.title).not.toBe(before.page.view.title);
  }),
);
