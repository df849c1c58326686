import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answeringRefused, isDraft, requireAnswering, requireOpenAnswering } from "~/app/auth/require-answering.server";
import { AnswerFrame } from "~/app/components/answer/answer-frame";
import { CheckAndSend } from "~/app/components/answer/check-and-send";
import { ClosedWithAnswers } from "~/app/components/answer/closed-with-answers";
import { LightPageForm } from "~/app/components/answer/light-page";
import { Thanks } from "~/app/components/answer/thanks";
import type { AppContext } from "~/app/context";
import { surveyLanguage, surveyPlace } from "~/app/http/answering-page";
import { boundedForm } from "~/app/http/bounded-body";
import { notFound } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { confirmPage } from "~/app/operations/answering/confirm-page";
import type { LightPage } from "~/app/operations/answering/describe-page";
import { markOwnSections } from "~/app/operations/answering/hand-out-sections";
import type { Answering } from "~/app/operations/answering/open-answering";
import { savePage } from "~/app/operations/answering/save-page";
import { sendLight } from "~/app/operations/answering/send-light";
import { type CheckPage, showCheck } from "~/app/operations/answering/show-check";
import { showPage } from "~/app/operations/answering/show-page";
import { type TypedInWords, typedInWords } from "~/app/operations/answering/typed-in-words";
import { ConflictError } from "~/db/conflict-error";
import type { SectionInWords } from "~/surveys/light-form/answers-in-words";

const CHECK = "check-and-send";

type Shown =
  | { readonly show: "page"; readonly page: LightPage; readonly opened: boolean }
  | { readonly show: "check"; readonly check: CheckPage }
  | { readonly show: "closed"; readonly typed: TypedInWords; readonly closesOn: string }
  | { readonly show: "thanks"; readonly sections: readonly SectionInWords[]; readonly pledges: string | null };

// Protected by the link's secret.
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answering = await requireOpenAnswering(context, params);
  const place = surveyPlace(context, answering);
  if (!isDraft(answering)) throw redirect(`/a/${place.token}/receipt`);
  if (params.page === CHECK && !place.maySend) throw redirect(`/a/${place.token}`);
  const query = new URL(request.url).searchParams;
  const shown = await show(context, answering, params.page ?? "", {
    withErrors: query.has("check"),
    opened: query.has("opened"),
  });
  return { place, shown, title: titleOf(shown, translator(context.locale)("answer.check.title")) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const answering = await requireAnswering(context, params);
  const base = `/a/${answering.token}`;
  const fields = await boundedForm(request);
  const pressed = fields.get("do")?.[0] ?? "stay";
  const carried = fields.get("carried")?.[0] ?? "{}";
  const language = surveyLanguage(answering, context.locale);
  const name = params.page ?? "";
  const { closesOn, opensOn } = answering.round;
  const tooLate = () =>
    data<Shown>(
      { show: "closed", typed: typedInWords(answering, { name, fields, language }), closesOn },
      { status: 403 },
    );
  if (answering.window === "notYet") throw answeringRefused("notYet", { date: opensOn });
  if (answering.window === "closed") return tooLate();
  if (!isDraft(answering)) throw redirect(`${base}/receipt`);
  if (name === CHECK && answering.link.sections !== null) throw redirect(base, 303);
  try {
    if (name === CHECK && pressed === "send") {
      const formKey = fields.get("key")?.[0] ?? "";
      const sent = await sendLight(context.db, { answering, carried, formKey, language, at: context.now() });
      if (sent.outcome === "incomplete")
        return data(await show(context, answering, CHECK, { carried }), { status: 400 });
      if (sent.receipt === null) return { show: "thanks", sections: sent.sections, pledges: sent.pledges } as const;
      throw redirect(`${base}/receipt${answering.kind === "kept" ? "" : `?number=${sent.receipt}`}`, 303);
    }
    if (name === CHECK) return goTo(targetOf(pressed, { name, next: null, previous: null }), carried);
    if (pressed === "confirm") {
      await confirmPage(context.db, { answering, name, formKey: fields.get("key")?.[0] ?? "", at: context.now() });
      throw redirect(`${base}/light/${name}`, 303);
    }
    const saved = await savePage(context.db, {
      answering,
      name,
      fields,
      newKey: `p-${randomUUID().slice(0, 8)}`,
      nextFormKey: randomUUID(),
      language,
      at: context.now(),
    });
    if (!saved) throw notFound("page");
    if (saved.outcome === "again") {
      return data<Shown>({ show: "page", page: saved.page, opened: false }, { status: saved.conflict ? 409 : 400 });
    }
    if (pressed === "full")
      // The answers that the office does not keep go along: the browser sends the form once more, to the other page.
      throw answering.kind === "kept" ? redirect(`${base}/full`, 303) : redirect(`${base}/full?page=${name}`, 307);
    if (pressed === "done") {
      const sections = answering.compiled.pages.flatMap((page) => (page.name === name ? [page.section] : []));
      await markOwnSections(context.db, { answering, sections, done: true, at: context.now() });
    }
    const stays = saved.opened && (pressed === "next" || pressed === "stay");
    const target = targetOf(pressed, { name, ...saved });
    if (target === CHECK && answering.link.sections !== null) throw redirect(base, 303);
    return await goTo(stays ? name : target, saved.carried ?? "{}", saved.opened);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    if (error.reason === "roundNotOpen") return tooLate();
    throw redirect(`${base}/receipt`, 303);
  }

  /** The next page: by its address where the office keeps the answers, else drawn at once with the answers in it. */
  async function goTo(target: string, answers: string, opened = false) {
    if (answering.kind === "kept") throw redirect(`${base}/light/${target}${opened ? "?opened=1" : ""}`, 303);
    return data<Shown>(await show(context, answering, target, { carried: answers, opened }));
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title}, ${loaded?.place.survey} · Meridian` },
];

export default function Light() {
  const loaded = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>() ?? loaded.shown;
  const { place } = loaded;
  return (
    <AnswerFrame survey={place.survey}>
      {shown.show === "page" && <LightPageForm page={shown.page} place={place} opened={shown.opened} />}
      {shown.show === "check" && <CheckAndSend check={shown.check} place={place} />}
      {shown.show === "closed" && <ClosedWithAnswers typed={shown.typed} closesOn={shown.closesOn} />}
      {shown.show === "thanks" && <Thanks sections={shown.sections} pledges={shown.pledges} />}
    </AnswerFrame>
  );
}

async function show(
  context: AppContext,
  answering: Answering,
  name: string,
  {
    carried = "{}",
    withErrors = false,
    opened = false,
  }: { readonly carried?: string; readonly withErrors?: boolean; readonly opened?: boolean } = {},
): Promise<Shown> {
  const language = surveyLanguage(answering, context.locale);
  const formKey = randomUUID();
  if (name === CHECK) {
    return { show: "check", check: await showCheck(context.db, { answering, carried, formKey, language }) };
  }
  const page = await showPage(context.db, { answering, name, carried, withErrors, formKey, language });
  if (!page) throw notFound("page");
  return { show: "page", page, opened };
}

function targetOf(
  pressed: string,
  { name, next, previous }: { readonly name: string; readonly next: string | null; readonly previous: string | null },
): string {
  if (pressed === "next" || pressed === "done") return next ?? CHECK;
  if (pressed === "back") return previous ?? name;
  if (pressed.startsWith("go:")) return pressed.slice(3) || name;
  return name;
}

const titleOf = (shown: Shown, check: string) => (shown.show === "page" ? shown.page.view.title : check);
