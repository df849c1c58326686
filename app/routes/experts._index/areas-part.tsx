import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

interface AreasPartProps {
  readonly areas: {
    readonly rows: readonly {
      readonly id: string;
      readonly place: string | null;
      readonly name: string;
      readonly quadrant: string;
      readonly score: string | null;
      readonly asked: number;
      readonly led: number;
      readonly difference: string;
      readonly candidates: number;
    }[];
    readonly note: string;
    readonly source: string;
  };
}

export function AreasPart({ areas }: AreasPartProps) {
  const t = useTranslator();
  return (
    <Part id="areas" title={t("experts.areas.heading")} note={areas.note}>
      <Table
        caption={t("experts.areas.caption")}
        stack
        rows={areas.rows}
        rowKey={({ id }) => id}
        columns={[
          { id: "place", numeric: true, head: t("experts.areas.place"), cell: ({ place }) => place ?? "\u2013" },
          {
            id: "area",
            names: true,
            head: t("experts.areas.area"),
            cell: ({ id, name }) => <a href={`/experts/areas/${id}`}>{name}</a>,
          },
          { id: "quadrant", head: t("experts.areas.quadrant"), cell: ({ quadrant }) => quadrant },
          { id: "score", numeric: true, head: t("experts.areas.score"), cell: ({ score }) => score ?? "\u2013" },
          { id: "asked", numeric: true, head: t("experts.areas.asked"), cell: ({ asked }) => asked },
          { id: "led", numeric: true, head: t("experts.areas.led"), cell: ({ led }) => led },
          {
            id: "difference",
            numeric: true,
            head: t("experts.areas.difference"),
            cell: ({ difference }) => difference,
          },
          {
            id: "candidates",
            numeric: true,
            head: t("experts.areas.candidates"),
            cell: ({ candidates }) => candidates,
          },
        ]}
      />
      <p className="source">{areas.source}</p>
    </Part>
  );
}
