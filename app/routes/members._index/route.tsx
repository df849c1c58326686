import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { readMembersOverview } from "~/app/operations/read-members-overview";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "member:read");
  const t = translator(context.locale);
  const { members, subRegions } = await readMembersOverview(context.db);
  const names = new Intl.DisplayNames(t.locale === "fr" ? "fr" : "en", { type: "language" });
  const named = may(viewer.roles, "round:read");
  const collator = new Intl.Collator(t.locale === "fr" ? "fr" : "en");
  return {
    title: t("members.title"),
    finding: t("members.finding", { count: members.length, subRegions: subRegions.length }),
    /** Who is silent is for the office only. */
    named,
    members: members
      .map((member) => ({
        id: member.id,
        name: t.pick(member.name),
        subRegion: t.pick(subRegions.find(({ id }) => id === member.subRegionId)?.name),
        languages: t.list(member.workingLanguages.map((tag) => names.of(tag) ?? tag)),
        timeZone: member.timeZone,
        requests: member.requests,
        answered: named ? member.answered : null,
      }))
      .sort((a, b) => collator.compare(a.name, b.name)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Members() {
  const t = useTranslator();
  const { title, finding, members, named } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding} />
      <Part id="list" title={t("members.title")}>
        <Table
          caption={title}
          stack
          rows={members}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "name",
              names: true,
              head: t("members.member"),
              cell: (member) => (named ? <a href={`/members/${member.id}`}>{member.name}</a> : member.name),
            },
            { id: "region", head: t("members.subRegion"), cell: (member) => member.subRegion },
            { id: "languages", head: t("members.languages"), cell: (member) => member.languages },
            { id: "zone", head: t("members.timeZone"), cell: (member) => member.timeZone },
            ...(named
              ? [
                  {
                    id: "requests",
                    numeric: true,
                    head: t("members.requests"),
                    cell: (member: (typeof members)[number]) => member.requests,
                  },
                  {
                    id: "survey",
                    head: t("members.survey"),
                    cell: (member: (typeof members)[number]) =>
                      member.answered ? t("members.answered") : t("members.silent"),
                  },
                ]
              : []),
          ]}
        />
      </Part>
    </main>
  );
}
