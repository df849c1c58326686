import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireNamedRatings } from "~/app/auth/require-named-ratings.server";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { fixed } from "~/app/components/ranking/ranking-words";
import { RunTabs } from "~/app/components/ranking/run-tabs";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeAnswers } from "~/app/operations/ranking/describe-answers";
import { recordReading } from "~/app/operations/ranking/record-reading";
import { findStoredRanking } from "~/app/operations/ranking/stored-ranking";

/** The quality of the answers by member: for the office only, and reading it is in the audit trail. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:readOffice");
  const { runId } = parseParams(z.object({ runId: z.uuid() }), params);
  const stored = await findStoredRanking(context.db, runId);
  if (!stored) throw notFound("run");
  await requireNamedRatings(context);
  await recordReading(context.db, { runId, personId: viewer.personId, at: context.now() });
  return {
    title: translator(context.locale)("priorities.answers.title"),
    runId,
    answers: describeAnswers(stored.document),
    synthetic: context.synthetic,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Answers() {
  const t = useTranslator();
  const { title, runId, answers, synthetic } = useLoaderData<typeof loader>();
  const names = (list: (typeof answers)["silent"]) => t.list(list.map((name) => t.pick(name)));
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={t("priorities.answers.finding", { flagged: answers.members.length, n: answers.n })}
        terms={[
          [
            t("priorities.answers.silent"),
            answers.silent.length > 0 ? names(answers.silent) : t("priorities.answers.nobody"),
          ],
        ]}
      />
      <Part id="flags" title={t("priorities.answers.flags")} note={t("priorities.answers.flagsNote")}>
        <RunTabs runId={runId} />
        {answers.members.length === 0 ? (
          <p className="empty">{t("priorities.answers.noFlags")}</p>
        ) : (
          <Table
            caption={t("priorities.answers.flags")}
            stack
            rows={answers.members}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "member",
                names: true,
                head: t("priorities.answers.member"),
                cell: ({ id, name }) => <a href={`/members/${id}`}>{t.pick(name)}</a>,
              },
              {
                id: "what",
                head: t("priorities.answers.what"),
                cell: ({ flags, topics }) => (
                  <>
                    {t.list(flags.map((flag) => t(`priorities.flag.${flag}`)))}
                    {topics.length > 0 && <small> ({names(topics)})</small>}
                  </>
                ),
              },
              {
                id: "pairs",
                numeric: true,
                head: t("priorities.answers.pairs"),
                cell: ({ pairs, applicable }) => t("priorities.nOfN", { n: pairs, N: applicable }),
              },
              {
                id: "confirmed",
                numeric: true,
                head: t("priorities.answers.confirmed"),
                cell: ({ confirmedShare }) => t.percent(confirmedShare),
              },
            ]}
          />
        )}
        <p className="link-row">
          <a href={`/priorities/csv/answers?run=${runId}`}>{t("priorities.download.csv")}</a>
          <a href="/methods/data-quality">{t("priorities.method")}</a>
        </p>
      </Part>
      {answers.without.length > 0 && (
        <Part id="without" title={t("priorities.answers.without")} note={t("priorities.answers.withoutNote")}>
          <Table
            caption={t("priorities.answers.without")}
            stack
            rows={answers.without}
            rowKey={({ flag }) => flag}
            columns={[
              {
                id: "flag",
                names: true,
                head: t("priorities.answers.what"),
                cell: ({ flag }) => t(`priorities.flag.${flag}`),
              },
              {
                id: "members",
                numeric: true,
                head: t("priorities.answers.members"),
                cell: ({ members }) => t.number(members),
              },
              {
                id: "five",
                numeric: true,
                head: t("priorities.answers.topFive"),
                cell: ({ topFiveShared }) => t("priorities.nOfN", { n: topFiveShared, N: 5 }),
              },
              {
                id: "ten",
                numeric: true,
                head: t("priorities.answers.topTen"),
                cell: ({ topTenShared }) => t("priorities.nOfN", { n: topTenShared, N: 10 }),
              },
              { id: "tau", numeric: true, head: t("priorities.answers.tau"), cell: ({ tau }) => fixed(t, tau, 2) },
              {
                id: "moved",
                head: t("priorities.answers.moved"),
                cell: ({ moved }) =>
                  moved.length === 0
                    ? t("priorities.answers.nothingMoves")
                    : t.list(
                        moved.map(({ name, place, without }) =>
                          t("priorities.answers.move", { topic: t.pick(name), place, without }),
                        ),
                      ),
              },
            ]}
          />
        </Part>
      )}
      <Part id="removal" title={t("priorities.answers.removal")} note={t("priorities.answers.removalNote")}>
        {answers.removal.length === 0 ? (
          <p>{t("priorities.answers.noRemoval")}</p>
        ) : (
          <ul>
            {answers.removal.map(({ members, leaves, enters }) => (
              <li key={names(members)}>
                {t("priorities.answers.removed", {
                  members: names(members),
                  leaves: leaves.length > 0 ? names(leaves) : t("priorities.answers.nothing"),
                  enters: enters.length > 0 ? names(enters) : t("priorities.answers.nothing"),
                })}
              </li>
            ))}
          </ul>
        )}
        <p className="muted">
          {t("priorities.answers.influence", {
            members: t.list(
              answers.influence.map(({ name, placesMoved }) =>
                t("priorities.answers.influenceOf", { member: t.pick(name), places: placesMoved }),
              ),
            ),
          })}
        </p>
        <p className="source">{synthetic && t("priorities.synthetic")}</p>
      </Part>
    </main>
  );
}
