import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { changeCycle } from "~/app/operations/cycles/change-cycle";
import { describeCycle } from "~/app/operations/cycles/describe-cycle";
import { CarriedLines } from "./carried-lines";
import { CycleRounds } from "./cycle-rounds";

const Params = z.object({ cycleId: z.string().regex(/^\d{4}(-\d{4})?$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "cycle:read");
  const { cycleId } = parseParams(Params, params);
  const described = await describeCycle(context.db, { cycleId, t: translator(context.locale) });
  if (!described) throw notFound("Cycle");
  return {
    ...described,
    manages: may(viewer.roles, "cycle:manage"),
    readsRounds: may(viewer.roles, "round:read"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "cycle:manage");
  const { cycleId } = parseParams(Params, params);
  const outcome = await changeCycle(context, { cycleId, form: await readForm(request), personId: viewer.personId });
  if ("notFound" in outcome) throw notFound("Cycle");
  if ("errors" in outcome) return data({ errors: outcome.errors }, { status: outcome.status });
  return redirect(`/cycles/${cycleId}${outcome.line === null ? "" : "#carried"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function CyclePage() {
  const t = useTranslator();
  const { title, finding, terms, cycleId, name, plan, prepare, rounds, carried, ...may } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/cycles">{t("cycles.back")}</a>
            </p>
            <ErrorSummary title={t("people.signIn.errors")} errors={errors} />
          </>
        }
        title={title}
        finding={finding}
        terms={terms}
        actions={
          may.manages &&
          prepare && (
            <a className="button" href={`/rounds/new?from=${prepare.roundId}`}>
              {t("cycles.one.prepare", { name: prepare.name })}
            </a>
          )
        }
      />
      <CycleRounds rounds={rounds} linked={may.readsRounds} />
      <Part id="plan" title={t("cycles.one.plan")}>
        {plan ? (
          <p>
            <a href={`/plan/${plan.id}`}>{plan.title}</a>
          </p>
        ) : (
          <p className="empty">{t("cycles.one.noPlan")}</p>
        )}
      </Part>
      <CarriedLines cycleId={cycleId} lines={carried} manages={may.manages && !may.closed} errors={errors} />
      {may.manages && may.closable && (
        <Part id="close" title={t("cycles.close")}>
          <p>{t("cycles.close.body")}</p>
          <form method="post" className="stack" noValidate>
            <input type="hidden" name="intent" value="close" />
            <label className="check">
              <input type="checkbox" name="confirm" id="confirm" value="yes" />{" "}
              {t("cycles.close.confirm", { cycle: name })}
            </label>
            <p className="actions">
              <button className="button-secondary" type="submit">
                {t("cycles.close.do", { cycle: name })}
              </button>
            </p>
          </form>
        </Part>
      )}
    </main>
  );
}
