import { useEffect, useRef, useState } from "react";
import type { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import "survey-core/survey-core.fontless.min.css";
import "~/app/look/full-form.css";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import type { EarlierEntry, FullForm as Form } from "~/app/operations/answering/open-full-form";
import type { Problem } from "~/app/operations/answering/show-check";
import { ConfirmPart } from "./confirm-part";
import { forgetDevice, readDevice, writeDevice } from "./device-copy";
import { changedEntries, entriesOf, withEntry } from "./entry-sync";
import { FullSaveState } from "./full-save-state";
import type { SurveyPlace } from "./light-page";
import { type OfficeSync, officeSync, type SyncState } from "./office-sync";
import { confirmable, giveKeys, markLastYear, openPanels, surveyModel } from "./survey-model";
import { Thanks } from "./thanks";
import { ToLight } from "./to-light";

interface FullFormProps {
  readonly form: Form;
  readonly place: SurveyPlace;
  readonly language: string;
  /** Names this answer on this device. */
  readonly deviceName: string;
}

type Ending = { readonly pledges: string | null } | null;

/** The survey drawn by SurveyJS; loaded in the browser only, and only on its own page. */
export default function FullForm({ form, place, language, deviceName }: FullFormProps) {
  const t = useTranslator();
  const [model, setModel] = useState<Model | null>(null);
  const [state, setState] = useState<SyncState | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [notice, setNotice] = useState<"notSent" | "closed" | "failed" | null>(null);
  const [ending, setEnding] = useState<Ending>(null);
  const [page, setPage] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly EarlierEntry[]>([]);
  const sync = useRef<OfficeSync | null>(null);
  const note = useRef<(confirmed?: ReadonlySet<string>) => void>(() => {});
  const kept = place.kind === "kept";
  const { locale } = t;

  useEffect(() => {
    let stopped = false;
    const own = kept
      ? officeSync({
          token: place.token,
          deviceName,
          versions: form.versions,
          savedAt: form.savedAt,
          onState: setState,
        })
      : null;
    sync.current = own;
    const device = readDevice(deviceName, crypto.randomUUID());
    const submitKey = own?.submitKey ?? device.submitKey;
    const stored: Record<string, unknown> = JSON.parse(form.data);
    let data: Readonly<Record<string, unknown>> = kept || form.carried ? stored : { ...stored, ...device.data };
    for (const [path, value] of own?.unsent ?? []) data = withEntry(data, form.plan, path, value);

    const made = surveyModel(form, language, data);
    made.catch(() => setNotice("failed"));
    void made.then(
      (made) => {
        if (stopped) return;
        const words = (year: string, answer: string) => translator(locale)("answer.full.lastYear", { year, answer });
        markLastYear(made, form, words);
        const orders = new Map(Object.entries(form.orders));
        let before = entriesOf(made.data, form.plan, orders);
        const look = () => {
          const name = String(made.currentPage?.name ?? "");
          setPage(name);
          setEarlier(confirmable(form, name, entriesOf(made.data, form.plan, orders)));
        };
        note.current = (confirmed) => {
          if (giveKeys(made, form)) return;
          if (own) {
            const after = entriesOf(made.data, form.plan, orders);
            own.change(changedEntries(before, after), confirmed);
            before = after;
          } else {
            writeDevice(deviceName, { pending: {}, data: made.data, submitKey, savedAt: new Date().toISOString() });
          }
          look();
        };
        made.onValueChanged.add(() => note.current());
        made.onDynamicPanelValueChanged.add(() => note.current());
        made.onCurrentPageChanged.add(() => {
          openPanels(made, form, own?.isGone ?? (() => false));
          look();
        });
        if (form.carried) note.current();
        look();
        made.onCompleting.add((_, options) => {
          options.allow = false;
          void submit(made.data);
        });
        giveKeys(made, form);
        setModel(made);
      },
      () => {},
    );

    async function submit(document: Readonly<Record<string, unknown>>) {
      setNotice(null);
      if (own && !(await own.finish())) return setNotice("notSent");
      const reply = await fetch(`/a/${place.token}/submit`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ key: submitKey, ...(own ? {} : { document, mode: "submit" }) }),
      }).catch(() => undefined);
      if (!reply || reply.status >= 500) return setNotice("notSent");
      const answer: { ok: boolean; receipt?: string | null; pledges?: string | null; problems?: readonly Problem[] } =
        await reply.json().catch(() => ({ ok: false }));
      if (!answer.ok) {
        setProblems(answer.problems ?? []);
        return answer.problems ? window.scrollTo({ top: 0 }) : setNotice("closed");
      }
      own?.forget();
      forgetDevice(deviceName);
      if (answer.receipt == null) return setEnding({ pledges: answer.pledges ?? null });
      window.location.assign(`/a/${place.token}/receipt${kept ? "" : `?number=${answer.receipt}`}`);
    }

    return () => {
      stopped = true;
      own?.stop();
    };
  }, [form, place.token, language, locale, deviceName, kept]);

  if (ending) return <Thanks sections={[]} pledges={ending.pledges} />;
  const decide = (mine: boolean) => {
    const theirs = sync.current?.decide(mine);
    if (theirs && model) model.data = withEntry(model.data, form.plan, theirs.path, theirs.value);
  };
  const confirm = () => {
    if (!model) return;
    model.data = earlier.reduce(
      (data, { path, value }) => withEntry(data, form.plan, path, value),
      model.data as Readonly<Record<string, unknown>>,
    );
    note.current(new Set(earlier.map(({ path }) => path)));
  };
  const copy = () => {
    const link = document.createElement("a");
    link.href = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(model?.data ?? {}, null, 2))}`;
    link.download = "answers.json";
    link.click();
  };
  return (
    <div className="full-form">
      {problems.length > 0 && (
        <div className="error-summary" role="alert">
          <h2>{t("answer.full.incomplete")}</h2>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.path} ${problem.text}`}>
                <button
                  type="button"
                  className="button-plain"
                  onClick={() => {
                    if (model && problem.page !== null) model.currentPage = model.getPageByName(problem.page);
                  }}
                >
                  {problem.title === ""
                    ? problem.text
                    : t("answer.check.problem", { title: problem.title, text: problem.text })}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {notice && <p className="callout callout-warn">{t(`answer.full.${notice}`)}</p>}
      {state?.refused && <p className="callout callout-warn">{t("answer.full.refused", { message: state.refused })}</p>}
      {earlier.length > 0 && form.lastYear && <ConfirmPart key={page} year={form.lastYear.year} onConfirm={confirm} />}
      {model ? <Survey model={model} /> : notice !== "failed" && <p>{t("answer.full.loading")}</p>}
      <FullSaveState kind={place.kind} state={state} onDecide={decide} />
      <p className="source">
        <button type="button" className="button-plain" onClick={copy}>
          {t("answer.full.copy")}
        </button>{" "}
        {!kept && <ToLight place={place} entries={() => entriesOf(model?.data ?? {}, form.plan)} />}
      </p>
    </div>
  );
}
