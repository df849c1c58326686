import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import type { AppContext } from "~/app/context";
import type { FormErrors } from "~/app/http/respond";
import { notFound, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { localDate } from "~/app/operations/answering/open-answering";
import { currentCycle } from "~/app/operations/cycles/current-cycle";
import { prepareRound } from "~/app/operations/cycles/prepare-round";
import { earliestLocalDate } from "~/app/operations/rounds/earliest-local-date";
import { holdRound, isConflict } from "~/app/operations/rounds/hold-round";
import { findCurrentVersion, findInstruments } from "~/db/instruments";
import { findMembers } from "~/db/members";
import { RoundForm } from "./round-form";
import { parseRoundForm } from "./round-form.server";
import { ShownLinks } from "./shown-links";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "round:manage");
  const t = translator(context.locale);
  const members = await findMembers(context.db);
  const published = (await findInstruments(context.db)).filter(({ currentNumber }) => currentNumber !== null);
  const today = localDate(context.now(), context.pack.manifest.seat.timeZone);
  return {
    title: t("surveys.new.title"),
    prepared: await preparedValues(context, { request, today }),
    members: members.filter(({ active }) => active).map(({ id, name }) => ({ id, name: t.pick(name) })),
    surveys: published.map(({ id, title, currentNumber, anonymous }) => ({
      id,
      anonymous,
      title: t("surveys.versionOf", { title: t.pick(title), number: currentNumber }),
    })),
    today,
    zone: context.pack.manifest.seat.timeZone,
  };
}

/** The fields as an earlier round would have them, where the address names one; nothing is stored yet. */
async function preparedValues(
  { db, pack, now }: AppContext,
  { request, today }: { readonly request: Request; readonly today: string },
): Promise<Readonly<Record<string, string>>> {
  const from = z.uuid().safeParse(new URL(request.url).searchParams.get("from"));
  if (!from.success) return {};
  const cycle = await currentCycle(db, { pack, at: now() });
  const prepared = await prepareRound(db, { fromRoundId: from.data, cycle, today });
  if (!prepared) throw notFound("Round");
  const { memberIds, ...fields } = prepared;
  return memberIds === null ? fields : { ...fields, audience: "some", members: memberIds.join(" ") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "round:manage");
  const t = translator(context.locale);
  const parsed = parseRoundForm(await readForm(request), t);
  if ("errors" in parsed) return data({ errors: parsed.errors, values: parsed.values, held: null }, { status: 400 });
  const { survey, memberIds, given, name, opensOn, closesOn, zone } = parsed.form;
  const version = await findCurrentVersion(context.db, survey);
  if (!version)
    return data({ errors: { survey: [t("surveys.new.none")] }, values: parsed.values, held: null }, { status: 400 });
  const instrument = (await findInstruments(context.db)).find(({ id }) => id === survey);
  const shared = instrument?.anonymous === true || survey === "pledges";
  const members = await findMembers(context.db);
  const active = members.filter((member) => member.active).map(({ id }) => id);
  const wrong = (errors: FormErrors, status = 400) => data({ errors, values: parsed.values, held: null }, { status });
  if (!shared && memberIds?.some((id) => !active.includes(id)))
    return wrong({ members: [t("surveys.new.memberUnknown")] });
  if (closesOn < earliestLocalDate(context.now())) return wrong({ closesOn: [t("surveys.new.dateOver")] });
  const cycle = await currentCycle(context.db, { pack: context.pack, at: context.now() });
  const held = await orConflict(() =>
    holdRound(context.db, {
      cycle,
      round: {
        versionId: version.id,
        name,
        audience: shared ? "shared" : "members",
        anonymous: instrument?.anonymous === true,
        opensOn,
        closesOn,
        timeZone: shared ? zone : null,
      },
      memberIds: shared ? [] : (memberIds ?? active),
      given,
      letters: { publicUrl: context.config.publicUrl, officeName: context.officeName },
      actor: { personId: viewer.personId },
      at: context.now(),
    }),
  );
  if (held === "nameTaken") return wrong({ name: [t("surveys.new.nameTaken")] }, 409);
  if (held === "cycleClosed") return wrong({ "": [t("surveys.new.cycleClosed")] }, 409);
  context.wakeMail();
  const { round, links } = held;
  // In the reader's language; the letters are in the members'.
  const nameOf = new Map(members.map(({ id, name: names }) => [id, t.pick(names)]));
  const shown = links.map((link) => ({ ...link, memberName: nameOf.get(link.memberId ?? "") ?? link.memberName }));
  return { errors: {}, values: {}, held: { id: round.id, name: round.name, links: shown } };
}

async function orConflict<T>(hold: () => Promise<T>): Promise<T | "nameTaken" | "cycleClosed"> {
  try {
    return await hold();
  } catch (error) {
    if (isConflict(error) && (error.reason === "nameTaken" || error.reason === "cycleClosed")) return error.reason;
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function NewRound() {
  const t = useTranslator();
  const loaded = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.held) return <ShownLinks round={result.held} />;
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/surveys">{t("surveys.back")}</a>
            </p>
            {result && <ErrorSummary title={t("people.signIn.errors")} errors={result.errors} />}
          </>
        }
        title={t("surveys.new.title")}
        finding={t("surveys.new.finding")}
      />
      <Part id="round" title={t("surveys.round")}>
        {loaded.surveys.length === 0 ? (
          <p className="empty">{t("surveys.new.none")}</p>
        ) : (
          <RoundForm {...loaded} errors={result?.errors ?? {}} values={result?.values ?? loaded.prepared} />
        )}
      </Part>
    </main>
  );
}
