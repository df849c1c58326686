import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describePlanComparison, otherPlanName } from "~/app/operations/proposal/describe-comparison";
import { proposalScene } from "~/app/operations/proposal/describe-reason";
import { findOtherPlans, readOtherPlan } from "~/app/operations/proposal/other-plans";
import { proposalWords } from "~/app/operations/proposal/proposal-words";
import { readProposal } from "~/app/operations/proposal/read-proposal";

const Params = z.object({ proposalId: z.uuid() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "proposal:read");
  const { db, pack, now } = context;
  const read = await readProposal(db, parseParams(Params, params).proposalId);
  if (!read) throw notFound("proposal");
  const t = translator(context.locale);
  const scene = proposalScene({ read, words: await proposalWords(db, { pack, t, at: now() }), t });
  const others = await findOtherPlans(db, read);
  const wanted = new URL(request.url).searchParams.get("with");
  const id = wanted ?? others[0]?.id;
  const other = id === undefined ? undefined : await readOtherPlan(db, read, id);
  if (wanted !== null && !other) throw notFound("plan");
  const here = `/plan/proposals/${read.proposal.id}`;
  return {
    here,
    proposal: read.proposal.name,
    title: t("plan.compare.page", { name: read.proposal.name }),
    others: others.map((each) => ({
      href: `${here}/compare?with=${encodeURIComponent(each.id)}`,
      name: otherPlanName(each, t),
      current: each.id === id,
    })),
    compared: other ? describePlanComparison(other, scene) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

type Compared = NonNullable<ReturnType<typeof describePlanComparison>>;

export default function ComparePage() {
  const t = useTranslator();
  const { here, proposal, title, others, compared } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <p>
            <a href={here}>{proposal}</a>
          </p>
        }
        title={title}
        finding={compared?.finding ?? t("plan.compare.empty")}
      />
      {others.length > 0 && (
        <Part id="with" title={t("plan.compare.with")}>
          <ul className="stack">
            {others.map(({ href, name, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? "true" : undefined}>
                  {current ? <b>{name}</b> : name}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {compared && (
        <>
          <Part
            id="figures"
            title={t("plan.compare.title")}
            note={compared.note ?? t("plan.compare.sameNeeds")}
            full={
              <Table
                caption={t("plan.compare.caption")}
                stack
                rows={compared.figures}
                rowKey={({ id }) => id}
                columns={[
                  { id: "plan", names: true, head: t("plan.compare.plan"), cell: (row) => row.name },
                  { id: "lines", head: t("plan.compare.lines"), numeric: true, cell: (row) => row.lines },
                  { id: "met", head: t("plan.compare.met"), numeric: true, cell: (row) => row.met },
                  { id: "needs", head: t("plan.compare.needs"), numeric: true, cell: (row) => row.needs },
                  { id: "without", head: t("plan.compare.without"), numeric: true, cell: (row) => row.without },
                  { id: "who", head: t("plan.compare.whom"), cell: (row) => row.who },
                ]}
              />
            }
          >
            <p>{compared.sum}</p>
            {compared.members.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Part>
          <OnlyPart
            id="own"
            title={t("plan.compare.onlyOwn")}
            rows={compared.onlyOwn}
            here={here}
            shared={compared.shared}
          />
          <OnlyPart
            id="other"
            title={t("plan.compare.onlyOther", { other: compared.name })}
            rows={compared.onlyOther}
            here={here}
            shared={compared.shared}
          />
        </>
      )}
    </main>
  );
}

function OnlyPart({
  id,
  title,
  rows,
  here,
  shared,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: Compared["onlyOwn"];
  readonly here: string;
  readonly shared: number;
}) {
  const t = useTranslator();
  return (
    <Part
      id={id}
      title={title}
      full={
        rows.length > 0 && (
          <Table
            caption={title}
            stack
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                id: "line",
                names: true,
                head: t("plan.out.line"),
                cell: (row) =>
                  row.candidate ? <a href={`${here}/line?id=${encodeURIComponent(row.id)}`}>{row.title}</a> : row.title,
              },
              { id: "like", head: t("plan.compare.like"), cell: (row) => row.like },
              { id: "score", head: t("plan.why.score"), numeric: true, cell: (row) => row.score },
              { id: "cost", head: t("plan.in.cost"), numeric: true, cell: (row) => row.cost },
            ]}
          />
        )
      }
    >
      <p>{t("plan.compare.onlyCount", { count: rows.length, shared })}</p>
    </Part>
  );
}
