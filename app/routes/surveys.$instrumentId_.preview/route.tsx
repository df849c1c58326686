import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Control } from "~/app/components/answer/control";
import { Panels } from "~/app/components/answer/panels";
import { Opening, Part } from "~/app/components/part";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { previewSurvey } from "~/app/operations/rounds/preview-survey";

const Params = z.object({ instrumentId: z.string().regex(/^[a-z0-9-]{1,60}$/) });
const Query = z.object({
  part: z.string().max(100).optional(),
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "instrument:read");
  const { instrumentId } = parseParams(Params, params);
  const query = parseParams(Query, Object.fromEntries(new URL(request.url).searchParams));
  const number = query.version ?? null;
  const { db, pack, locale } = context;
  const preview = await previewSurvey(db, { pack, instrumentId, number, locale });
  if (!preview) throw notFound("Version");
  const t = translator(locale);
  const name = t.pick(preview.instrument.title);
  const sections = preview.sections ?? [];
  const shown = query.part === undefined ? 0 : sections.findIndex((section) => section.name === query.part);
  const section = sections[shown] ?? null;
  if (section === null && preview.sections !== null) throw notFound("Part");
  const version = number === null ? "" : `&version=${number}`;
  return {
    name,
    title:
      number === null ? t("surveys.preview.draft", { title: name }) : t("surveys.versionOf", { title: name, number }),
    finding: t(preview.sections ? "surveys.preview.finding" : "surveys.preview.refused"),
    instrumentId,
    section,
    place: t("surveys.preview.section", { number: shown + 1, of: sections.length }),
    steps: sections.map((one) => ({
      title: one.title,
      href: `?part=${encodeURIComponent(one.name)}${version}`,
      current: one === section,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function PreviewPage() {
  const t = useTranslator();
  const { name, title, finding, instrumentId, section, place, steps } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <p className="way-back screen-only">
            <a href={`/surveys/${instrumentId}`}>{name}</a>
          </p>
        }
        title={title}
        finding={finding}
      />
      {section && (
        <Part id="section" title={section.title} note={place}>
          {/* Disabled as a whole: nothing can be typed here that would be lost. */}
          <fieldset disabled className="preview">
            <legend className="visually-hidden">{section.title}</legend>
            {section.hint && <p>{section.hint}</p>}
            {section.blocks.map((block, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name, and their order is fixed
              <div key={at} className="block">
                {block.title && <h3>{block.title}</h3>}
                {block.hint && <p className="hint">{block.hint}</p>}
                {block.controls.map((control) =>
                  control.kind === "rows" ? (
                    <Panels key={control.path} control={control} year={null} conflicts={new Map()} />
                  ) : (
                    <Control key={control.path} control={control} year={null} conflicts={new Map()} />
                  ),
                )}
              </div>
            ))}
          </fieldset>
        </Part>
      )}
      {steps.length > 1 && (
        <Part id="parts" title={t("surveys.preview.parts")}>
          <ol className="steps">
            {steps.map((step) => (
              <li key={step.href} aria-current={step.current ? "step" : undefined}>
                {step.current ? <span>{step.title}</span> : <a href={step.href}>{step.title}</a>}
              </li>
            ))}
          </ol>
        </Part>
      )}
    </main>
  );
}
