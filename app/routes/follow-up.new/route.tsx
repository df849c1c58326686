import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary, Field } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { listFollowUps } from "~/app/operations/follow-up/list-follow-ups";
import { openFollowUp } from "./open-follow-up.server";

const MONTH = 30 * 24 * 3_600_000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "followUp:manage");
  const t = translator(context.locale);
  const { workshops } = await listFollowUps(context.db);
  const askable = workshops.filter(
    ({ byAddress, throughMember, underWay }) => byAddress + throughMember > 0 && underWay === null,
  );
  const activity = new URL(request.url).searchParams.get("activity");
  return {
    title: t("followUp.new.title"),
    chosen: askable.find((workshop) => workshop.activity.id === activity)?.activity.id ?? "",
    closesOn: new Date(context.now().getTime() + MONTH).toISOString().slice(0, 10),
    askable: askable.map(({ activity: { id, title }, byAddress, throughMember, unreachable }) => ({
      id,
      text: t("followUp.new.option", { title, byAddress, throughMember, unreachable }),
    })),
    held: workshops.map(({ activity: { id, title } }) => ({ id, title })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "followUp:manage");
  const form = await readForm(request);
  const outcome = await openFollowUp(context, { form, personId: viewer.personId });
  return "errors" in outcome
    ? data({ errors: outcome.errors, opened: null }, { status: outcome.status })
    : data({ errors: {}, opened: outcome.opened });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function NewFollowUp() {
  const t = useTranslator();
  const { title, chosen, closesOn, askable, held } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.opened) return <Opened {...result.opened} />;
  const errors: Readonly<Record<string, readonly string[] | undefined>> = result?.errors ?? {};
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/follow-up">{t("followUp.back")}</a>
            </p>
            <ErrorSummary title={t("people.signIn.errors")} errors={errors} />
          </>
        }
        title={title}
        finding={t("followUp.new.finding")}
      />
      <Part id="participants" title={t("followUp.new.participants")} note={t("followUp.new.participants.note")}>
        {askable.length === 0 ? (
          <p className="empty">{t("followUp.new.nobody")}</p>
        ) : (
          <form method="post" className="stack">
            <Field id="activity" label={t("followUp.head.workshop")} errors={errors.activity}>
              {(control) => (
                <select {...control} className="input" defaultValue={chosen}>
                  <option value="">{t("followUp.new.choose")}</option>
                  {askable.map(({ id, text }) => (
                    <option key={id} value={id}>
                      {text}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field id="closesOn" label={t("followUp.new.closesOn")} errors={errors.closesOn}>
              {(control) => <input {...control} className="input" type="date" defaultValue={closesOn} />}
            </Field>
            <p className="actions">
              <button className="button" type="submit" name="who" value="participants">
                {t("followUp.new.askParticipants")}
              </button>
            </p>
          </form>
        )}
      </Part>
      <Part
        id="administrations"
        title={t("followUp.new.administrations")}
        note={t("followUp.new.administrations.note")}
      >
        {held.length === 0 ? (
          <p className="empty">{t("followUp.workshops.none")}</p>
        ) : (
          <form method="post" className="stack">
            <fieldset className={errors.workshops ? "field has-error" : "field"} id="workshops">
              <legend>{t("followUp.new.workshops")}</legend>
              {errors.workshops && <p className="field-error">{errors.workshops.join(" ")}</p>}
              {held.map(({ id, title: name }) => (
                <label key={id} className="check">
                  <input type="checkbox" name="workshops" value={id} /> <span>{name}</span>
                </label>
              ))}
            </fieldset>
            <Field id="until" label={t("followUp.new.closesOn")} errors={errors.until}>
              {(control) => <input {...control} className="input" type="date" defaultValue={closesOn} />}
            </Field>
            <p className="actions">
              <button className="button button-second" type="submit" name="who" value="administrations">
                {t("followUp.new.askAdministrations")}
              </button>
            </p>
          </form>
        )}
      </Part>
    </main>
  );
}

/** The links, shown this once: only their hashes are stored. */
function Opened({
  id,
  name,
  links,
}: {
  readonly id: string;
  readonly name: string;
  readonly links: readonly { readonly label: string; readonly url: string; readonly mailedTo: readonly string[] }[];
}) {
  const t = useTranslator();
  return (
    <main className="page" id="main">
      <Opening
        title={t("followUp.opened.title")}
        finding={t("followUp.opened.finding", { name, count: links.length })}
        actions={
          <a className="button" href={`/follow-up/${id}`}>
            {t("followUp.opened.go")}
          </a>
        }
      />
      <Part id="links" title={t("followUp.opened.links")} note={t("followUp.opened.note")}>
        <Table
          caption={t("followUp.opened.links")}
          stack
          rows={links}
          rowKey={({ url }) => url}
          columns={[
            { id: "label", names: true, head: t("followUp.opened.for"), cell: ({ label }) => label },
            { id: "url", head: t("followUp.opened.link"), cell: ({ url }) => <code className="break">{url}</code> },
            {
              id: "mail",
              head: t("followUp.opened.letter"),
              cell: ({ mailedTo }) => (mailedTo.length > 0 ? t.list(mailedTo) : t("followUp.opened.noLetter")),
            },
          ]}
        />
      </Part>
    </main>
  );
}
