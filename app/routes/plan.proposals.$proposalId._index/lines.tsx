import { Closeness } from "~/app/components/charts/closeness";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { Tabs } from "~/app/components/tabs";
import { useTranslator } from "~/app/i18n/use-translator";
import { type Page, type PageLine, VIEWS } from "./load-page";

/** Lines in the plan, by kind, member or month. */
export function InPart({ page }: { readonly page: Page }) {
  const t = useTranslator();
  const { view, counts, groups } = page;
  return (
    <Part
      id="in"
      title={t("plan.in.title")}
      note={t("plan.in.note")}
      full={
        groups.every(({ lines }) => lines.length === 0) ? (
          <p className="empty">{t("plan.in.none")}</p>
        ) : (
          groups.map(({ title, lines }) => (
            <div key={title ?? "all"} className="stack">
              {title && <h3>{title}</h3>}
              <LinesTable page={page} lines={lines} caption={title ?? t("plan.in.caption")} />
            </div>
          ))
        )
      }
    >
      <Tabs
        label={t("plan.in.views")}
        tabs={VIEWS.map((id) => ({
          href: `${page.here}?view=${id}`,
          label: t(`plan.in.${id}`),
          current: view === id,
          ...(id === "needs" || id === "standing" || id === "fixed" ? { note: counts[id] } : {}),
        }))}
      />
    </Part>
  );
}

function LinesTable({
  page,
  lines,
  caption,
}: {
  readonly page: Page;
  readonly lines: readonly PageLine[];
  readonly caption: string;
}) {
  const t = useTranslator();
  return (
    <Table
      caption={caption}
      stack
      className="lines"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "whom",
          head: t("plan.in.when"),
          cell: (line) => (
            <>
              <b>{line.when}</b>
              <br />
              {line.whom}
            </>
          ),
        },
        {
          id: "what",
          names: true,
          head: t("plan.in.what"),
          cell: (line) => <LineTitle line={line} here={page.here} />,
        },
        { id: "led", head: t("plan.in.led"), cell: (line) => line.experts.join(", ") || "–" },
        { id: "cost", head: t("plan.in.cost"), numeric: true, cell: (line) => line.cost },
        { id: "without", head: t("plan.in.without"), numeric: true, cell: (line) => line.without },
        ...(page.mayEdit && !page.search
          ? [
              {
                id: "change",
                head: t("plan.in.change"),
                cell: (line: PageLine) =>
                  line.kind === "needs" && (
                    <LineButtons page={page} line={line} acts={line.lock ? ["free"] : ["lock", "drop"]} />
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** A line's name, its tags and its reason. */
function LineTitle({ line, here }: { readonly line: PageLine; readonly here: string }) {
  const t = useTranslator();
  return (
    <>
      <LineLink line={line} here={here} />{" "}
      {line.kind === "needs" && !line.asked && <span className="tag">{t("plan.in.nobodyAsked")}</span>}
      {line.lock && <span className="tag tag-now">{t(line.lock === "in" ? "plan.in.locked" : "plan.in.dropped")}</span>}
      <span className="line-reason">
        {line.reason} {line.stays}
      </span>
    </>
  );
}

function LineLink({ line, here }: { readonly line: PageLine; readonly here: string }) {
  return (
    <a className="line-title" href={`${here}/line?id=${encodeURIComponent(line.id)}`}>
      {line.title}
    </a>
  );
}

type Act = "lock" | "drop" | "free" | "bring";

function LineButtons({
  page,
  line,
  acts,
}: {
  readonly page: Pick<Page, "revision" | "here">;
  readonly line: Pick<PageLine, "id" | "title">;
  readonly acts: readonly Act[];
}) {
  const t = useTranslator();
  return (
    <form method="post" action={`${page.here}?index`} className="row-actions screen-only">
      <input type="hidden" name="revision" value={page.revision} />
      {acts.map((act) => (
        <button
          key={act}
          className="button button-small button-second"
          type="submit"
          name="intent"
          value={`${act === "bring" ? "lock" : act} ${line.id}`}
        >
          {t(`plan.do.${act}`)}
          <span className="visually-hidden"> {line.title}</span>
        </button>
      ))}
    </form>
  );
}

/** Lines left out, with how close they came. */
export function OutPart({ page }: { readonly page: Page }) {
  const t = useTranslator();
  const { out } = page;
  return (
    <Part
      id="out"
      title={t("plan.out.title")}
      note={t("plan.out.note")}
      full={
        out.lines.length > 0 && (
          <Table
            caption={t("plan.out.caption")}
            stack
            rows={out.lines}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "line",
                names: true,
                head: t("plan.out.line"),
                cell: (line) => (
                  <>
                    <LineLink line={line} here={page.here} />{" "}
                    {!line.asked && <span className="tag">{t("plan.in.nobodyAsked")}</span>}
                    {line.lock && <span className="tag tag-now">{t("plan.in.dropped")}</span>}
                  </>
                ),
              },
              { id: "closeness", head: t("plan.out.closeness"), numeric: true, cell: (line) => line.closenessText },
              {
                id: "plot",
                head: t("plan.out.axis"),
                cell: (line) => line.closeness !== null && <Closeness value={line.closeness} />,
              },
              { id: "why", head: t("plan.out.why"), cell: (line) => line.reason },
              { id: "with", head: t("plan.out.with"), cell: (line) => line.taken },
              { id: "cost", head: t("plan.in.cost"), numeric: true, cell: (line) => line.cost },
              ...(page.mayEdit && !page.search
                ? [
                    {
                      id: "change",
                      head: t("plan.in.change"),
                      cell: (line: PageLine) => (
                        <LineButtons page={page} line={line} acts={line.lock ? ["free"] : ["bring", "drop"]} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )
      }
    >
      {out.lines.length === 0 && <p>{t("plan.out.none")}</p>}
      {out.rest > 0 && <p>{t("plan.out.rest", { count: out.rest })}</p>}
      {out.more && (
        <p>
          <a href={out.all ? `${page.here}#h-out` : `${page.here}?out=all#h-out`}>
            {out.all ? t("plan.out.fewer") : t("plan.out.all", { count: out.adding })}
          </a>
        </p>
      )}
    </Part>
  );
}
