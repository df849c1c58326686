import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { changeDraft } from "~/app/operations/rounds/change-draft";
import { readInstrument } from "~/app/operations/rounds/read-instrument";
import { CheckResult } from "./check-result";
import { DraftForm, PublishForm } from "./draft-forms";
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
  const viewer = await requirePermission(context, request, "instrument:edit");
  const { instrumentId } = parseParams(Params, params);
  const form = await readForm(request);
  if (form.get("intent") === "publish") await requirePermission(context, request, "instrument:publish");
  const outcome = await changeDraft(context, { instrumentId, form, personId: viewer.personId });
  if ("notFound" in outcome) throw notFound("Instrument");
  if ("saved" in outcome) return redirect(`/surveys/${instrumentId}#check`);
  if ("published" in outcome) return redirect(`/surveys/${instrumentId}/versions/${outcome.published}`);
  const { errors, status, unsaved, note } = outcome;
  const check = unsaved && wordsOf(unsaved.check, translator(context.locale), INPUTS_AT_MOST);
  return data({ errors, text: unsaved?.text ?? null, check, note }, { status });
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
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/surveys">{t("surveys.back")}</a>
            </p>
            {failed && <ErrorSummary title={t("people.signIn.errors")} errors={failed.errors} />}
          </>
        }
        title={title}
        finding={finding}
      />
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
          {draft && draft.check.problems.length === 0 && (
            <p className="link-row">
              <a href={`/surveys/${instrumentId}/preview`}>{t("surveys.preview")}</a>
            </p>
          )}
        </Part>
      )}
      {edits && draft && (
        <PublishForm
          revision={draft.revision}
          number={next}
          possible={draft.check.problems.length === 0 && !failed?.text}
          note={failed?.note ?? ""}
          errors={failed?.errors.confirm}
        />
      )}
      {edits && (draft || failed?.text) && (
        <DraftForm
          text={failed?.text ?? draft?.text ?? ""}
          stored={failed?.text && draft ? draft.text : null}
          revision={draft?.revision ?? 0}
          errors={failed?.errors.definition}
        />
      )}
      {edits && !draft && !failed?.text && latest !== undefined && (
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
