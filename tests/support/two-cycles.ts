import { openFirstCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { approveProposal, loadPlan } from "~/db/plans";
import { insertProposal } from "~/db/proposals";
import { insertRequest } from "~/db/requests";
import { foundOffice, noon, system } from "./office";

const made = { actor: system, at: noon };
const request = { topicId: "aeo", cycleId: "2026-2027", result: "Own auditors" } as const;

/**
 * An office at work in 2026-2027: of its plan one activity was held, one not and one was cancelled; the plan for
 * 2027-2028 is approved and leaves out what Nepal asks for.
 */
export async function officeAtYearsEnd(db: Database) {
  await foundOffice(db);
  await openFirstCycle(db, { id: "2026-2027", at: noon });
  const activity = { scope: "national", form: "workshop", topicIds: ["aeo"], memberIds: ["fiji"] } as const;
  await loadPlan(db, {
    cycleId: "2026-2027",
    content: {
      frameworkId: "plan",
      title: "Plan 2026-2027",
      document: "{}",
      activities: [
        { ...activity, id: "was-held", title: "Held for Fiji", state: "held" },
        { ...activity, id: "not-held", title: "Planned for Fiji" },
        {
          ...activity,
          id: "cancelled",
          title: "Cancelled for Nepal",
          state: "cancelled",
          cancelledBecause: "No date suited",
          memberIds: ["nepal"],
        },
        { ...activity, id: "standing", title: "Answer questions", form: "standing-commitment" },
      ],
      listings: ["was-held", "not-held", "cancelled", "standing"].map((activityId, at) => ({
        id: `1-a-0${at + 1}`,
        actionId: "1-a",
        activityId,
        title: activityId,
      })),
    },
    at: noon,
  });
  const asked = await insertRequest(db, { request: { ...request, memberId: "nepal" }, ...made });
  const content = { kind: "national", mode: "national", topic: "aeo", members: ["nepal"], requests: [asked.id] };
  await db.execute("insert into cycle (id, starts_on, ends_on) values ('2027-2028', '2027-07-01', '2028-06-30')");
  const proposal = await insertProposal(db, {
    cycleId: "2027-2028",
    name: "Proposal",
    settings: {},
    lines: [
      { id: "n1", kind: "needs", content, included: false, reason: { reason: "noRequest", gain: 0 } },
      {
        id: "n2",
        kind: "needs",
        content: { ...content, requests: [] },
        included: false,
        reason: { reason: "noRequest", gain: 0 },
      },
    ],
    ...made,
  });
  await approveProposal(db, {
    proposalId: proposal.id,
    baseRevision: 1,
    content: { frameworkId: "plan", title: "Plan 2027-2028", document: "{}", activities: [], listings: [] },
    approvedByName: "Ana",
    ...made,
  });
  return { proposalId: proposal.id, requestId: asked.id };
}
