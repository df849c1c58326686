import { NEEDS_GIVEN, needsAnswers, TOP_FIVE, topicDetail } from "./needs-answers";

/** Complete answers to each of the five instruments, with what the round gives; kinds by who is asked. */
export const FILLED = [
  {
    instrument: "needs",
    memberId: "fiji",
    anonymous: false,
    given: NEEDS_GIVEN,
    document: needsAnswers({
      answers: { topic_details: TOP_FIVE.map((topic) => topicDetail({ topic, key: `for-${topic}` })) },
    }),
  },
  {
    instrument: "evaluation",
    memberId: null,
    anonymous: true,
    given: {
      objectives: [{ id: "o1", title: "Apply the transaction value" }],
      sessions: [
        { id: "s1", title: "Transfer pricing" },
        { id: "s2", title: "Related parties" },
      ],
      facilitators: [{ id: "f1", title: "Facilitator 1" }],
    },
    document: {
      objectives: [{ id: "o1", title: "Apply the transaction value", met: 4 }],
      sessions: [
        { id: "s1", title: "Transfer pricing", usefulness: 5 },
        { id: "s2", title: "Related parties", usefulness: 3 },
      ],
      facilitators: [{ id: "f1", title: "Facilitator 1", knowledge: 5, clarity: 4 }],
      material: 4,
      relevance: 5,
      overall: 4,
      improve: "More time for the exercise.\nFewer slides.",
    },
  },
  {
    instrument: "pledges",
    memberId: null,
    anonymous: false,
    given: {},
    document: {
      pledges: [
        { key: "first-1", action: "Write a manual for audits", by_when: "2027-03", supervisor_support: "yes" },
        { key: "second", action: "Train ten colleagues", with_whom: "The training section" },
      ],
      contact: "officer@example.org",
    },
  },
  {
    instrument: "follow-up-participant",
    memberId: "nepal",
    anonymous: false,
    given: {
      pledges: [
        { id: "p1", title: "Write a manual" },
        { id: "p2", title: "Train colleagues" },
      ],
    },
    document: {
      pledges: [
        { id: "p1", title: "Write a manual", status: "done", result: "In use since May", colleagues_trained: 12 },
        { id: "p2", title: "Train colleagues", status: "stuck", obstacle: "No room" },
      ],
      comments: "Thank you",
    },
  },
  {
    instrument: "follow-up-administration",
    memberId: "japan",
    anonymous: false,
    given: { workshops: [{ id: "w1", title: "Workshop on valuation" }] },
    document: {
      workshops: [
        {
          id: "w1",
          title: "Workshop on valuation",
          reporting_session: "held",
          colleagues_reached: 30,
          change_made: "begun",
          change: "A new checklist",
        },
      ],
    },
  },
] as const;
