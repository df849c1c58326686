import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireNamedRatings } from "~/app/auth/require-named-ratings.server";
import { requirePermission } from "~/app/auth/viewer.server";
import { SentAnswers } from "~/app/components/answer/sent-answers";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { readNamedResponse } from "~/app/operations/rounds/read-response";

const Params = z.object({ roundId: z.uuid(), responseId: z.uuid() });
const Query = z.object({ version: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined) });

/** One member's answers by name, if the office lets them be read; reading them is in the audit trail. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "response:readNamed");
  const { roundId, responseId } = parseParams(Params, params);
  await requireNamedRatings(context);
  const { version } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const response = await readNamedResponse(context.db, {
    roundId,
    responseId,
    number: version,
    language: context.locale === "x-rtl" ? "en" : context.locale,
    actor: { personId: viewer.personId },
    at: context.now(),
  });
  if (!response) throw notFound("Response");
  const t = translator(context.locale);
  const { member, revision, latest, history, state } = response;
  const here = `/rounds/${roundId}/answers/${responseId}`;
  const shown: readonly (readonly [string, string])[] = revision
    ? [
        [
          t("surveys.response.shown"),
          t("surveys.response.shownValue", {
            number: revision.number,
            latest,
            time: t.dateTime(revision.receivedAt, member.timeZone),
          }),
        ],
        [t("surveys.response.receipt"), revision.receipt],
        [t("surveys.response.confirmed"), t.number(response.confirmed)],
      ]
    : [];
  return {
    roundId,
    title: t("surveys.response.title", { member: t.pick(member.name), round: response.roundName }),
    terms: [
      [t("surveys.response.state"), t(`surveys.one.progress.${state === "draft" ? "begun" : state}`)] as const,
      ...shown,
    ],
    sections: response.sections,
    history: history.map((change) => ({
      id: change.id,
      when: t.dateTime(change.at, member.timeZone),
      what: t(`surveys.response.history.to.${change.toState}`, {
        revision: change.revision,
        name: change.signedName ?? "",
        reason: change.reason ?? "",
      }),
      who:
        change.personName ?? t(change.linkId ? "surveys.response.history.link" : "surveys.response.history.platform"),
      read:
        change.toState === "submitted" && change.revision !== revision?.number
          ? { href: `${here}?version=${change.revision}`, number: change.revision }
          : null,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function ResponsePage() {
  const t = useTranslator();
  const { roundId, title, terms, sections, history } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <p className="way-back screen-only">
            <a href={`/rounds/${roundId}`}>{t("surveys.response.back")}</a>
          </p>
        }
        title={title}
        finding={t("surveys.response.finding")}
        terms={terms}
      />
      <Part id="history" title={t("surveys.response.history")} note={t("surveys.response.history.note")}>
        <Table
          caption={t("surveys.response.history")}
          stack
          rows={history}
          rowKey={({ id }) => id}
          columns={[
            { id: "when", names: true, head: t("surveys.response.history.when"), cell: ({ when }) => when },
            {
              id: "what",
              head: t("surveys.response.history.what"),
              cell: ({ what, read }) => (
                <>
                  {what}
                  {read && (
                    <>
                      {" · "}
                      <a href={read.href}>{t("surveys.response.history.read", { number: read.number })}</a>
                    </>
                  )}
                </>
              ),
            },
            { id: "who", head: t("surveys.response.history.who"), cell: ({ who }) => who },
          ]}
        />
      </Part>
      <Part id="answers" title={t("surveys.response.answers")} note={t("surveys.response.answers.note")}>
        {sections.length === 0 ? (
          <p className="empty">{t("surveys.response.none")}</p>
        ) : (
          <SentAnswers sections={sections} level={3} />
        )}
      </Part>
    </main>
  );
}
