import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { describeAccreditation } from "./describe-accreditation";

type Workshop = ReturnType<typeof describeAccreditation>["workshops"][number];

/** One area in which a workshop is recommended: why, whether a group is there, who should come. */
export function WorkshopPart({ workshop }: { readonly workshop: Workshop }) {
  const t = useTranslator();
  return (
    <Part id={`workshop-${workshop.id}`} title={workshop.name} note={workshop.recommendation.join(" ")}>
      <div className={workshop.viable ? "callout" : "callout callout-warn"}>
        <p>{workshop.group}</p>
        {workshop.gain && <p>{workshop.gain}</p>}
        {workshop.waiting && <p>{workshop.waiting}</p>}
      </div>
      {workshop.nominees.length > 0 && (
        <Table
          caption={workshop.caption}
          stack
          rows={workshop.nominees}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "name",
              names: true,
              head: t("experts.accreditation.nominee"),
              cell: ({ id, name }) => <a href={`/experts/register/${id}`}>{name}</a>,
            },
            { id: "member", head: t("experts.accreditation.member"), cell: ({ member }) => member },
            { id: "why", head: t("experts.accreditation.why"), cell: ({ why }) => why },
          ]}
        />
      )}
      <p>
        <a href={`/experts/areas/${workshop.id}`}>{t("experts.area.title", { area: workshop.name })}</a>
      </p>
    </Part>
  );
}
