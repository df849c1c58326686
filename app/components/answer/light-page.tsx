import { useTranslator } from "~/app/i18n/use-translator";
import type { LightPage } from "~/app/operations/answering/describe-page";
import { ConfirmPart } from "./confirm-part";
import { Control } from "./control";
import { LanguageButtons } from "./language-buttons";
import { Panels } from "./panels";
import { ProblemList } from "./problem-list";
import { SaveState } from "./save-state";
import { Steps } from "./steps";

export interface SurveyPlace {
  readonly token: string;
  /** Survey and member, "Needs survey 2026 · Fiji". */
  readonly survey: string;
  readonly closes: string;
  readonly kind: "kept" | "shared" | "anonymous";
  /** A colleague's link to some sections may not send. */
  readonly maySend: boolean;
  /** Name of the first page of the form. */
  readonly first: string;
}

interface LightPageProps {
  readonly page: LightPage;
  readonly place: SurveyPlace;
  /** An answer made another question of this page appear. */
  readonly opened: boolean;
}

/** One page of the light form: plain HTML, every button saves. */
export function LightPageForm({ page, place, opened }: LightPageProps) {
  const t = useTranslator();
  const { view, conflicts: list } = page;
  const conflicts = new Map(list.map((conflict) => [conflict.path, conflict]));
  const { token, kind, maySend } = place;
  return (
    <main className="page" id="main">
      <form method="post" action={`/a/${token}/light/${view.name}`} noValidate>
        {/* The Enter key presses a form's first button: it must save, not take a panel away. */}
        <button type="submit" className="visually-hidden" name="do" value="stay" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="key" value={page.formKey} />
        <input type="hidden" name="unasked" value={view.unasked.join(" ")} />
        {page.carried === null ? (
          <input type="hidden" name="base" value={page.base} />
        ) : (
          <input type="hidden" name="carried" value={page.carried} />
        )}
        <div className="part part-opening">
          <div className="part-body">
            <p className="eyebrow">{t("answer.eyebrow", { survey: place.survey, part: page.number, of: page.of })}</p>
            <h1>{view.title}</h1>
            {view.hint && <p className="finding">{view.hint}</p>}
            {kind === "anonymous" && page.number === 1 && <p className="muted">{t("answer.anonymous")}</p>}
            <ProblemList
              title={list.length > 0 ? t("answer.conflict.title", { count: list.length }) : t("answer.problems.title")}
              problems={[
                ...list.map(({ path, title }) => ({ href: `#conflict-${path}`, text: title })),
                ...page.problems.map(({ path, text }) => ({ href: path === "" ? null : `#${path}`, text })),
              ]}
              hint={t("answer.problems.kept")}
            />
            {opened && <p className="callout">{t("answer.opened")}</p>}
            {page.confirm !== null && <ConfirmPart year={page.confirm} />}
            {view.blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name, and their order is fixed
              <div key={index} className="block">
                {block.title && <h2>{block.title}</h2>}
                {block.hint && <p className="hint">{block.hint}</p>}
                {block.controls.map((control) =>
                  control.kind === "rows" ? (
                    <Panels key={control.path} control={control} year={page.year} conflicts={conflicts} />
                  ) : (
                    <Control key={control.path} control={control} year={page.year} conflicts={conflicts} />
                  ),
                )}
              </div>
            ))}
            <div className="actions actions-wide">
              <button type="submit" className="button" name="do" value="next">
                {t(kind === "kept" ? "answer.next" : "answer.continue")}
              </button>
              {kind === "kept" && (
                <button type="submit" className="button button-second" name="do" value="stay">
                  {t("answer.stay")}
                </button>
              )}
              {!maySend && (
                <button type="submit" className="button button-second" name="do" value="done">
                  {t("answer.colleagues.partDone")}
                </button>
              )}
              {page.previous && (
                <button type="submit" className="button-plain" name="do" value="back">
                  {t("answer.back", { title: page.previous.title })}
                </button>
              )}
            </div>
            <p className="source">
              {t("answer.light.note")}{" "}
              <button type="submit" className="button-plain" name="do" value="full">
                {t("answer.light.toFull")}
              </button>{" "}
              <LanguageButtons path={`/a/${token}/light/${view.name}`} />
            </p>
            {kind !== "anonymous" && <p className="source">{t("answer.seenBy")}</p>}
          </div>
          <div className="part-margin">
            <Steps steps={page.rail} checking={false} maySend={maySend} />
            <SaveState kind={kind} savedAt={page.savedAt} />
            <p>
              {t("answer.light.whenSent")} {place.closes}
            </p>
          </div>
        </div>
      </form>
    </main>
  );
}
