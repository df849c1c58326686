import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

interface ScopesPartProps {
  readonly scopes: {
    readonly rows: readonly {
      readonly key: string;
      readonly demand: string;
      readonly who: string;
      readonly missions: number;
      readonly led: number;
      readonly leadShort: number;
      readonly staffed: number;
      readonly seatsShort: string;
    }[];
    readonly source: string;
    readonly without: string | null;
  };
}

export function ScopesPart({ scopes }: ScopesPartProps) {
  const t = useTranslator();
  return (
    <Part id="scopes" title={t("experts.scope.heading")} note={t("experts.scope.note")}>
      <Table
        caption={t("experts.scope.caption")}
        stack
        rows={scopes.rows}
        rowKey={({ key }) => key}
        columns={[
          { id: "demand", names: true, head: t("experts.scope.demand"), cell: ({ demand }) => demand },
          { id: "who", head: t("experts.scope.who"), cell: ({ who }) => who },
          { id: "missions", numeric: true, head: t("experts.scope.missions"), cell: ({ missions }) => missions },
          { id: "led", numeric: true, head: t("experts.scope.led"), cell: ({ led }) => led },
          { id: "short", numeric: true, head: t("experts.scope.leadShort"), cell: ({ leadShort }) => leadShort },
          { id: "staffed", numeric: true, head: t("experts.scope.staffed"), cell: ({ staffed }) => staffed },
          { id: "seats", numeric: true, head: t("experts.scope.seatsShort"), cell: ({ seatsShort }) => seatsShort },
        ]}
      />
      {scopes.without && <p>{scopes.without}</p>}
      <div className="source">
        <p>{scopes.source}</p>
        <p className="link-row screen-only">
          <a href="/methods/expert-shortage">{t("experts.method")}</a>
        </p>
      </div>
    </Part>
  );
}
