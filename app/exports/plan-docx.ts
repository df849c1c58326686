import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { PlanAction, PlanDocument } from "~/app/operations/read-plan-document";

// Widths of the three columns in twentieths of a point: A4 across, 2 cm margins.
const WIDTHS = [4100, 7600, 2800] as const;
const FONT = "Calibri";

const text = (
  content: string,
  options: { readonly bold?: boolean; readonly size?: number; readonly color?: string } = {},
) => new TextRun({ text: content, font: FONT, size: 20, ...options });

/**
 * A plan as an editable document in the office's layout: a table per pillar whose heading repeats on every page.
 *
 * @param synthetic whether its lines are made up; a line above the title then says so
 */
export function planDocx(plan: PlanDocument, { synthetic }: { readonly synthetic: boolean }): Promise<Uint8Array> {
  const document = new Document({
    creator: "Meridian",
    title: plan.title,
    numbering: {
      config: [
        {
          reference: "work",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "\u27A2",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 300, hanging: 300 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ font: FONT, size: 18, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          ...(synthetic
            ? [
                new Paragraph({
                  children: [text("Synthetic data. Every answer, person, date and cost is invented.", { bold: true })],
                }),
              ]
            : []),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text(plan.title, { bold: true, size: 32 })] }),
          ...plan.pillars.flatMap((pillar) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              keepNext: true,
              spacing: { before: 300, after: 120 },
              children: [text(`${pillar.number}. ${pillar.title}`, { bold: true, size: 24 })],
            }),
            new Table({
              width: { size: WIDTHS[0] + WIDTHS[1] + WIDTHS[2], type: WidthType.DXA },
              columnWidths: [...WIDTHS],
              rows: [heading(plan), ...pillar.actions.map(row)],
            }),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function heading({ columns }: PlanDocument): TableRow {
  const titles = [[columns.action, columns.relevance], [columns.work], [columns.kpi]];
  return new TableRow({
    tableHeader: true,
    children: titles.map((lines, index) =>
      cell(
        index,
        lines
          .filter(Boolean)
          .map((line, place) => new Paragraph({ children: [text(line ?? "", { bold: place === 0 })] })),
      ),
    ),
  });
}

function row(action: PlanAction): TableRow {
  const kpis = action.kpis.length === 1 ? action.kpis : action.kpis.map((kpi, index) => `(${index + 1}) ${kpi}`);
  const work = action.entries.map(
    (entry) =>
      new Paragraph({
        numbering: { reference: "work", level: 0 },
        spacing: { after: 60 },
        children: [text(entry.title), ...(entry.seeAlso ? [text(` ${entry.seeAlso}`, { color: "4A585A" })] : [])],
      }),
  );
  return new TableRow({
    children: [
      cell(0, [
        new Paragraph({ children: [text(`${action.letter}) ${action.text}`)] }),
        ...(action.rspPrinted ? [new Paragraph({ children: [text(action.rspPrinted, { color: "4A585A" })] })] : []),
      ]),
      ...(action.workRows > 0 ? [cell(1, work.length > 0 ? work : [new Paragraph("")], action.workRows)] : []),
      cell(
        2,
        kpis.map((kpi) => new Paragraph({ children: [text(kpi)] })),
      ),
    ],
  });
}

function cell(column: number, children: Paragraph[], rowSpan = 1): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column] ?? WIDTHS[0], type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    verticalAlign: VerticalAlign.TOP,
    rowSpan,
    children,
  });
}
