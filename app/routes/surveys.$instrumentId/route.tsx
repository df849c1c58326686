import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { publishDefinition } from "~/app/operations/publish-definition";
import { isConflict } from "~/app/operations/rounds/hold-round";
import { checkDraft, readInstrument } from "~/app/operations/rounds/read-instrument";
import { findVersionByNumber, saveDraft } from "~/db/instruments";
import { CheckResult } from "./check-result";
import { DraftForm, PublishForm } from "./draft-forms";
import { definitionOf } from "./uploaded-definition.server";
import { wordsOf } from "./words-of.server";

const Params = z.object({ instrumentId: z.string().regex(/^[a-z0-9-]{1,60}$/) });
const INPUTS_AT_MOST = 160;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "instrument:read");
  const { instrumentId } = parseParams(Params, params);
  const found = await readInstrument(context.db, { pack: context.pack, instrumentId });
  if (!found) throw notFound("Instrument");
  const t = translator(context.locale);
  const { instrument, versions, draft } = found;
  return {
    title: t.pick(instrument.title),
    finding: t("surveys.instrument.finding", {
      versions: versions.length,
      problems: draft ? draft.check.problems.length : -1,
    }),
    edits: may(viewer.roles, "instrument:edit"),
    instrumentId,
    next: (versions[0]?.number ?? 0) + 1,
    versions: versions.map(({ number, publishedAt, note }) => ({
      number,
      note: note ?? "",
      published: t.date(publishedAt),
    })),
    draft: draft
      ? { text: draft.definition, revision: draft.revision, check: wordsOf(draft.check, t, INPUTS_AT_MOST) }
      : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = form.get("intent");
  const viewer = await requirePermission(
    context,
    request,
    intent === "publish" ? "instrument:publish" : "instrument:edit",
  );
  const { instrumentId } = parseParams(Params, params);
  const { db, pack } = context;
  const t = translator(context.locale);
  const made = { actor: { personId: viewer.personId }, at: context.now() };
  const here = `/surveys/${instrumentId}`;

  if (intent === "begin") {
    const version = await findVersionByNumber(db, { instrumentId, number: Number(form.get("number")) });
    if (!version) throw notFound("Version");
    await saveDraft(db, {
      instrumentId,
      definition: version.definition,
      baseRevision: 0,
      basedOnVersionId: version.id,
      ...made,
    });
    return redirect(here);
  }
  if (intent === "publish") {
    if (form.get("confirm") !== "yes")
      return data(
        { errors: { confirm: [t("surveys.publish.unconfirmed")] }, text: null, check: null },
        { status: 400 },
      );
    try {
      const note = String(form.get("note") ?? "").trim() || null;
      const published = await publishDefinition(db, {
        instrumentId,
        draftRevision: Number(form.get("revision")),
        pack,
        note,
        ...made,
      });
      if (!published) throw notFound("Instrument");
      if ("version" in published) return redirect(`${here}/versions/${published.version.number}`);
      const faults = "faults" in published ? published.faults.map(({ key, reason }) => `${key}: ${reason}`) : [];
      const told =
        faults.length > 0 ? `${t("surveys.publish.faults")} ${faults.join("; ")}` : t("surveys.publish.refused");
      return data({ errors: { confirm: [told] }, text: null, check: null }, { status: 400 });
    } catch (error) {
      if (!isConflict(error)) throw error;
      return data({ errors: { confirm: [t("surveys.publish.changed")] }, text: null, check: null }, { status: 409 });
    }
  }
  const text = await definitionOf(form);
  if (text === undefined)
    return data({ errors: { definition: [t("surveys.edit.tooLarge")] }, text: null, check: null }, { status: 413 });
  const check = wordsOf(await checkDraft(db, { pack, instrumentId, text }), t, INPUTS_AT_MOST);
  try {
    await saveDraft(db, { instrumentId, definition: text, baseRevision: Number(form.get("revision")), ...made });
    return redirect(`${here}#check`);
  } catch (error) {
    if (!isConflict(error)) throw error;
    return data({ errors: { definition: [t("surveys.edit.changed")] }, text, check }, { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function InstrumentPage() {
  const t = useTranslator();
  const { title, finding, edits, instrumentId, versions, draft, next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const latest = versions[0]?.number;
  const check = failed?.check ?? draft?.check;
  return (
    <main className="page" id="main">
      <p className="screen-only">
        <a href="/surveys">{t("surveys.back")}</a>
      </p>
      {failed && <ErrorSummary title={t("people.signIn.errors")} errors={failed.errors} />}
      <Opening title={title} finding={finding} />
      {versions.length > 0 && (
        <Part id="versions" title={t("surveys.versions")}>
          <Table
            caption={t("surveys.versions")}
            stack
            rows={versions}
            rowKey={({ number }) => String(number)}
            columns={[
              {
                id: "number",
                names: true,
                head: t("surveys.versions.number"),
                cell: ({ number }) => (
                  <a href={`/surveys/${instrumentId}/versions/${number}`}>{t("surveys.version", { number })}</a>
                ),
              },
              { id: "published", head: t("surveys.versions.published"), cell: (version) => version.published },
              { id: "note", head: t("surveys.versions.note"), cell: (version) => version.note },
            ]}
          />
        </Part>
      )}
      {check && (
        <Part id="check" title={t("surveys.check")}>
          <CheckResult check={check} />
        </Part>
      )}
      {edits && draft && (
        <>
          <PublishForm
            revision={draft.revision}
            number={next}
            possible={draft.check.problems.length === 0}
            errors={failed?.errors && "confirm" in failed.errors ? failed.errors.confirm : undefined}
          />
          <DraftForm
            text={failed?.text ?? draft.text}
            revision={draft.revision}
            errors={failed?.errors && "definition" in failed.errors ? failed.errors.definition : undefined}
          />
        </>
      )}
      {edits && !draft && latest !== undefined && (
        <Part id="begin" title={t("surveys.draft")}>
          <form method="post">
            <input type="hidden" name="number" value={latest} />
            <button className="button" type="submit" name="intent" value="begin">
              {t("surveys.edit.begin", { number: latest })}
            </button>
          </form>
        </Part>
      )}
    </main>
  );
}
