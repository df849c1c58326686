import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/app/auth/viewer.server";
import { ExpertForm, type ExpertFormValues } from "~/app/components/expert-form";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { formErrors, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { expertOptions } from "~/app/operations/supply/expert-options";
import { parseExpertForm, saveExpert, typedValues } from "~/app/operations/supply/save-expert";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "expert:manage");
  const t = translator(context.locale);
  const options = await expertOptions(context.db, { pack: context.pack, at: context.now(), t });
  return { title: t("experts.new.title"), ...options, cycle: t.cycle(options.cycleId) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:manage");
  const t = translator(context.locale);
  const form = await readForm(request);
  const parsed = parseExpertForm(form, t);
  if ("errors" in parsed) return formErrors(parsed.errors, typedValues(form));
  const { cycleId } = await expertOptions(context.db, { pack: context.pack, at: context.now(), t });
  const saved = await saveExpert(context.db, {
    draft: { ...parsed.draft, id: undefined },
    cycleId,
    actor: { personId: viewer.personId },
    at: context.now(),
  });
  if (typeof saved === "object") return redirect(`/experts/register/${saved.personId}`);
  return saved === "unknownTopic"
    ? formErrors({ note: [t("experts.form.unknownTopic")] }, typedValues(form))
    : formErrors({ member: [t("experts.form.unknownMember")] }, typedValues(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

const EMPTY: ExpertFormValues = {
  name: "",
  member: "",
  kind: "pool",
  gender: "",
  languages: [],
  topics: [],
  released: true,
  confirmed: true,
  missions: "",
  note: "",
};

export default function NewExpert() {
  const t = useTranslator();
  const { title, ...options } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const typed = failed?.values;
  const values = typed
    ? {
        ...EMPTY,
        ...typed,
        languages: (typed.languages ?? "").split(" "),
        topics: (typed.topics ?? "").split(" "),
        released: typed.released === "on",
        confirmed: typed.confirmed === "on",
      }
    : EMPTY;
  return (
    <main className="page" id="main">
      {failed && <ErrorSummary title={t("experts.form.errors")} errors={failed.errors} />}
      <Opening title={title} />
      <Part id="entry" title={t("experts.register.add")}>
        <ExpertForm values={values} errors={failed?.errors ?? {}} {...options} />
        <p>
          <a href="/experts/register">{t("experts.person.back")}</a>
        </p>
      </Part>
    </main>
  );
}
