import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ROLES } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { formErrors, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { parsePersonForm, savePerson } from "~/app/operations/save-person";
import { findMembers } from "~/db/members";
import { findPeopleWithRole } from "~/db/people";
import { endAllSessions } from "~/db/sessions";
import { OfficeTabs } from "../office/office-tabs";
import { PersonForm } from "./person-form";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "people:manage");
  const t = translator(context.locale);
  const people = await findPeopleWithRole(context.db);
  const members = await findMembers(context.db);
  const nameOf = new Map(members.map((member) => [member.id, t.pick(member.name)]));
  return {
    title: t("people.office.title"),
    finding: t("people.office.finding", { count: people.length }),
    edited: new URL(request.url).searchParams.get("edit"),
    members: members.map(({ id, name }) => ({ id, name: t.pick(name) })),
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email ?? "",
      language: person.language,
      memberId: person.roles.find((grant) => grant.memberId)?.memberId ?? person.memberId,
      memberName: nameOf.get(person.roles.find((grant) => grant.memberId)?.memberId ?? person.memberId ?? "") ?? "",
      roles: person.roles.map((grant) => grant.role),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "people:manage");
  const form = await readForm(request);
  const actor = { personId: viewer.personId };
  if (form.get("intent") === "signOutEverywhere") {
    await endAllSessions(context.db, { personId: String(form.get("id")), actor, at: context.now() });
    return redirect("/office");
  }
  const t = translator(context.locale);
  const parsed = parsePersonForm(form, t);
  if ("errors" in parsed) return formErrors(parsed.errors, parsed.values);
  const outcome = await savePerson(context.db, { person: parsed.person, actor, at: context.now() });
  if (outcome !== "saved")
    return formErrors(
      { [outcome === "emailTaken" ? "email" : "roles"]: [t(`people.office.${outcome}`)] },
      parsed.values,
    );
  return redirect("/office");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function People() {
  const t = useTranslator();
  const { title, finding, people, members, edited } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const person = people.find(({ id }) => id === (failed?.values.id ?? edited));
  return (
    <>
      {failed && <ErrorSummary title={t("people.signIn.errors")} errors={failed.errors} />}
      <Opening title={title} finding={finding} />
      <Part id="list" title={t("people.office.roles")}>
        <OfficeTabs />
        <Table
          caption={title}
          stack
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            { id: "name", names: true, head: t("people.office.name"), cell: (row) => row.name },
            { id: "email", head: t("people.office.email"), cell: (row) => row.email },
            { id: "member", head: t("people.office.member"), cell: (row) => row.memberName || "–" },
            {
              id: "roles",
              head: t("people.office.roles"),
              cell: (row) =>
                t.list(ROLES.filter((role) => row.roles.includes(role)).map((role) => t(`frame.role.${role}`))),
            },
            {
              id: "edit",
              head: <span className="visually-hidden">{t("people.office.edit")}</span>,
              cell: (row) => (
                <a href={`/office?edit=${row.id}#person`} aria-label={`${t("people.office.edit")}: ${row.name}`}>
                  {t("people.office.edit")}
                </a>
              ),
            },
          ]}
        />
      </Part>
      <Part id="person" title={person ? person.name : t("people.office.add")}>
        <PersonForm person={person} members={members} errors={failed?.errors ?? {}} values={failed?.values ?? {}} />
      </Part>
    </>
  );
}
