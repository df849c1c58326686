import { checkPillars } from "./check-plan";
import type { PackFault } from "./fault";
import type { ShapedPack } from "./pack-schema";
import { KPI_COMPUTATIONS } from "./plan-schema";
import { faultsOf, idsOf, type Report, reportDuplicates } from "./references";

type Target = ShapedPack["files"]["strategicPlan"]["kpis"][number]["target"];

export function checkStrategicPlan({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { id, pillars, kpis, memberCount } = files.strategicPlan;
  const plans = new Map([
    [id, idsOf(pillars.flatMap((pillar) => pillar.actions))],
    [files.planFramework.id, idsOf(files.planFramework.pillars.flatMap((pillar) => pillar.actions))],
  ]);

  return faultsOf(manifest.files.strategicPlan, (report) => {
    checkPillars(report, pillars);
    pillars.forEach((pillar, pillarIndex) => {
      pillar.actions.forEach((action, actionIndex) => {
        action.targets.forEach((target, targetIndex) => {
          const path = ["pillars", pillarIndex, "actions", actionIndex, "targets", targetIndex];
          checkTarget(report, path, target, memberCount);
          if (target.kpi !== undefined && target.kpi > action.kpis.length) {
            report([...path, "kpi"], `The action has ${action.kpis.length} KPIs.`);
          }
        });
      });
    });
    reportDuplicates(
      report,
      ["kpis"],
      kpis.map((kpi) => kpi.id),
      "id",
    );
    kpis.forEach((kpi, index) => {
      checkTarget(report, ["kpis", index, "target"], kpi.target, memberCount);
      const { computation } = kpi;
      if (computation && !KPI_COMPUTATIONS[computation].some((kind) => kind === kpi.target.kind)) {
        const kinds = KPI_COMPUTATIONS[computation].join(", ");
        report(["kpis", index, "computation"], `This figure can be held against a target of the kind ${kinds} only.`);
      }
      kpi.actions.forEach(({ plan, action }, place) => {
        const path = ["kpis", index, "actions", place];
        const actions = plans.get(plan);
        if (!actions) report([...path, "plan"], `There is no plan “${plan}”.`);
        else if (!actions.has(action)) report([...path, "action"], `The plan “${plan}” has no action “${action}”.`);
      });
    });
  });
}

function checkTarget(report: Report, path: readonly PropertyKey[], target: Target, memberCount: number): void {
  if (target.kind !== "members" && target.kind !== "score") return;
  if (target.atLeast > target.of) report([...path, "atLeast"], `The target is more than ${target.of}.`);
  if (target.kind === "members" && target.of > memberCount) {
    report([...path, "of"], `The plan counts ${memberCount} members.`);
  }
}
