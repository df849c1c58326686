import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ShownLink } from "~/app/operations/rounds/hold-round";

/** The links of a new round, shown this once: only their hashes are stored. */
export function ShownLinks({
  round,
}: {
  readonly round: { readonly id: string; readonly name: string; readonly links: readonly ShownLink[] };
}) {
  const t = useTranslator();
  return (
    <main className="page" id="main">
      <Opening
        title={t("surveys.links.title")}
        finding={t("surveys.links.finding", { name: round.name })}
        actions={
          <a className="button" href={`/rounds/${round.id}`}>
            {t("surveys.links.go")}
          </a>
        }
      />
      <Part id="links" title={t("surveys.links.url")}>
        <Table
          caption={t("surveys.links.title")}
          stack
          rows={round.links}
          rowKey={({ url }) => url}
          columns={[
            { id: "member", names: true, head: t("surveys.links.member"), cell: (link) => link.memberName },
            { id: "url", head: t("surveys.links.url"), cell: (link) => <code className="break">{link.url}</code> },
            {
              id: "mail",
              head: t("surveys.links.mail"),
              cell: ({ mailedTo }) =>
                mailedTo.length > 0
                  ? t("surveys.links.mailed", { people: t.list(mailedTo) })
                  : t("surveys.links.notMailed"),
            },
          ]}
        />
      </Part>
    </main>
  );
}
