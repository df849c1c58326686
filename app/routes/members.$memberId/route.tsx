import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { RequestsAnswered } from "~/app/components/requests-answered";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { readMemberRoom } from "~/app/operations/read-member-room";
import { findMember } from "~/db/members";

const Params = z.object({ memberId: z.string().regex(/^[a-z0-9-]{1,60}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "round:read");
  const t = translator(context.locale);
  const member = await findMember(context.db, parseParams(Params, params).memberId);
  if (!member) throw notFound("Member");
  const { asked } = await readMemberRoom(context.db, { memberId: member.id });
  return {
    title: t.pick(member.name),
    finding: t("members.one.finding", { asked: asked.length }),
    asked: asked.map((request) => ({ ...request, topic: t.pick(request.topic) })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function MemberPage() {
  const t = useTranslator();
  const { title, finding, asked } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <p className="screen-only">
        <a href="/members">{t("members.back")}</a>
      </p>
      <Opening title={title} finding={finding} />
      <Part id="asked" title={t("home.member.asked")} note={t("home.member.asked.note")}>
        <RequestsAnswered requests={asked} />
      </Part>
    </main>
  );
}
