import { describe, expect, test } from "vitest";
import type { PlanActivity, PlanLine } from "~/analysis/plan/problem";
import { hostLimits, withHostsOf } from "~/app/operations/proposal/host-options";
import { placeHosts } from "~/app/operations/proposal/place-hosts";

function activity(id: string, hosts: readonly string[], mode: PlanActivity["mode"] = "regional"): PlanActivity {
  return {
    id,
    kind: "joint",
    topic: "valuation",
    area: null,
    mode,
    members: ["fiji", "japan", "samoa"],
    covers: [],
    cost: 100,
    hosts: hosts.map((member) => ({ member, cost: 100 })),
    officeDays: 1,
    teamSize: 0,
    languages: null,
    months: [0],
    asked: true,
    requests: [],
    variants: [],
  };
}

const line = (activityId: string, host: string | null): PlanLine => ({
  activity: activityId,
  month: 0,
  experts: [],
  host,
  funding: [],
});
const centre = (memberId: string, perCycle: number, modes: readonly string[] = ["regional"]) => ({
  memberId,
  hosts: { value: { modes, perCycle } },
});

describe("hosts of a solved plan", () => {
  test("Fiji's centre takes one workshop; the other two go to Japan, which takes two", () => {
    const activities = [
      activity("a", ["fiji", "japan"]),
      activity("b", ["fiji", "japan"]),
      activity("c", ["fiji", "japan"]),
    ];
    const placed = placeHosts(
      { activities },
      activities.map(({ id }) => line(id, "fiji")),
      [
        { member: "fiji", most: 1 },
        { member: "japan", most: 2 },
      ],
    );
    const hosts = placed.map(({ host }) => host);
    expect(hosts.filter((host) => host === "fiji")).toHaveLength(1);
    expect(hosts.filter((host) => host === "japan")).toHaveLength(2);
  });

  test("a workshop that only Fiji could host makes room: the other one moves to Japan", () => {
    const activities = [activity("a", ["fiji", "japan"]), activity("b", ["fiji"])];
    const placed = placeHosts(
      { activities },
      activities.map(({ id }) => line(id, "fiji")),
      [{ member: "fiji", most: 1 }],
    );
    expect(placed.map(({ host }) => host)).toEqual(["japan", "fiji"]);
  });

  test("beyond what centres take a workshop has no host; one that needs none never gets one", () => {
    const activities = [activity("a", ["fiji"]), activity("b", ["fiji"]), activity("c", [])];
    const placed = placeHosts(
      { activities },
      [line("a", "fiji"), line("b", "fiji"), line("c", null)],
      [{ member: "fiji", most: 1 }],
    );
    expect(placed.filter(({ host }) => host === "fiji")).toHaveLength(1);
    expect(placed[2]?.host).toBeNull();
  });

  test("two centres of one member take what both take; a centre that takes no online workshop hosts none", () => {
    expect(hostLimits([centre("fiji", 2), centre("japan", 1), centre("fiji", 1)])).toEqual([
      { member: "fiji", most: 3 },
      { member: "japan", most: 1 },
    ]);
    const online = activity("a", ["fiji", "samoa"], "virtual");
    expect(withHostsOf(online, [centre("fiji", 2)]).hosts.map(({ member }) => member)).toEqual(["samoa"]);
  });
});
