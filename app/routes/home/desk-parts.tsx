import { Meter } from "~/app/components/meter";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

interface Work {
  readonly id: string;
  readonly name: string;
  readonly share: number;
}

/** What is being calculated at this moment: figures of these pages are still to come. */
export function UnderWay({ work }: { readonly work: readonly Work[] }) {
  const t = useTranslator();
  if (work.length === 0) return null;
  return (
    <Part id="under-way" title={t("home.work")} note={t("home.work.note")}>
      <div role="status" className="stack">
        {work.map(({ id, name, share }) => (
          <div key={id} className="stack-tight">
            <p>{t("home.work.done", { name, share: t.percent(share) })}</p>
            <Meter part={share} of={1} label={t("home.work.done", { name, share: t.percent(share) })} />
          </div>
        ))}
      </div>
      <p className="link-row">
        <a href="/home">{t("home.work.again")}</a>
      </p>
    </Part>
  );
}

interface Publications {
  readonly rankings: readonly { readonly id: string; readonly name: string; readonly when: string }[];
  readonly plans: readonly { readonly id: string; readonly title: string; readonly cycle: string }[];
}

/** What was published, for everybody: it stands as it was signed. */
export function Published({ rankings, plans }: Publications) {
  const t = useTranslator();
  return (
    <Part id="published" title={t("home.published")} note={t("home.published.note")}>
      {rankings.length + plans.length === 0 ? (
        <p className="empty">{t("home.published.empty")}</p>
      ) : (
        <ul className="list">
          {rankings.map(({ id, name, when }) => (
            <li key={id}>
              <a href={`/priorities/published/${id}`}>{name}</a> {t("home.published.on", { date: when })}
            </li>
          ))}
          {plans.map(({ id, title, cycle }) => (
            <li key={id}>
              <a href={`/plan/${id}`}>{title}</a> {t("home.published.plan", { cycle })}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

interface Planning {
  readonly gaps: readonly {
    readonly id: string;
    readonly name: string;
    readonly asked: number;
    readonly canBeLed: number;
    readonly candidates: number;
  }[];
  readonly counted: string | null;
  readonly proposals: readonly { readonly id: string; readonly name: string; readonly state: string }[];
}

/** Gaps and proposals: what a planner begins from. */
export function GapsAndProposals({ gaps, counted, proposals }: Planning) {
  const t = useTranslator();
  return (
    <>
      <Part
        id="gaps"
        title={t("home.gaps")}
        note={counted === null ? undefined : t("home.gaps.note", { date: counted })}
      >
        {gaps.length === 0 ? (
          <p className="empty">{t(counted === null ? "home.gaps.notCounted" : "home.gaps.none")}</p>
        ) : (
          <Table
            caption={t("home.gaps")}
            stack
            rows={gaps}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "area",
                names: true,
                head: t("home.gaps.area"),
                cell: ({ id, name }) => <a href={`/experts/areas/${id}`}>{name}</a>,
              },
              { id: "asked", numeric: true, head: t("home.gaps.asked"), cell: ({ asked }) => t.number(asked) },
              { id: "led", numeric: true, head: t("home.gaps.led"), cell: ({ canBeLed }) => t.number(canBeLed) },
              {
                id: "candidates",
                numeric: true,
                head: t("home.gaps.candidates"),
                cell: ({ candidates }) => t.number(candidates),
              },
            ]}
          />
        )}
        <p className="link-row">
          <a href="/experts">{t("home.gaps.all")}</a>
          <a href="/experts/accreditation">{t("home.gaps.accredit")}</a>
        </p>
      </Part>
      <Part id="proposals" title={t("home.proposals")}>
        {proposals.length === 0 ? (
          <p className="empty">{t("home.proposals.none")}</p>
        ) : (
          <ul className="list">
            {proposals.map(({ id, name, state }) => (
              <li key={id}>
                <a href={`/plan/proposals/${id}`}>{name}</a>: {state}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </>
  );
}
