export const plan = {
  "plan.line.national": "National workshop on {topic}, {members}",
  "plan.line.interpreted": "National workshop on {topic} with interpretation, {members}",
  "plan.line.remote": "Remote mission on {topic}, {members}",
  "plan.line.subRegional": "Sub-regional workshop on {topic}, {members}",
  "plan.line.regional": "Regional workshop on {topic} in {language}, {count} members",
  "plan.line.virtual": "Online workshop on {topic} in {language}, {count} members",
  "plan.line.accreditation": "Accreditation workshop in {area}",

  "plan.list.title": "Proposals",
  "plan.list.note":
    "A proposal is solved from the ranking, the requests and the register of experts. Approved, it becomes the plan of its cycle.",
  "plan.list.name": "Proposal",
  "plan.list.cycle": "Cycle",
  "plan.list.state": "State",
  "plan.list.empty": "There is no proposal yet.",
  "plan.list.noRanking": "A proposal rests on a ranking. Make the ranking first, under Priorities.",
  "plan.list.make": "Make a proposal for {cycle}",
  "plan.state.draft": "draft",
  "plan.state.approved": "approved",
  "plan.state.discarded": "discarded",
  "plan.name": "{number, plural, one {Proposal for {cycle}} other {Proposal # for {cycle}}}",

  "plan.finding.solved":
    "{lines, plural, one {One needs-based line} other {# needs-based lines}} for {cost} meet {share} of the need that training can close. {out, plural, =0 {{asked, plural, =0 {Nobody asked for anything.} one {The one request is answered.} other {All # requests are answered or their need is met.}}} other {{asked, plural, one {The one request stays out.} other {Of # requests {out} {out, plural, one {stays} other {stay}} out.}}}}",
  "plan.finding.clash": "No plan keeps all the rules. What clashes, and the smallest change that helps, stands below.",
  "plan.finding.empty":
    "Nothing can be planned under these rules: no needs-based line fits. Below stands what each one lacks.",
  "plan.finding.waiting": "The plan is being worked out. This page asks again by itself.",
  "plan.finding.stopped":
    "There is no plan yet: the search was stopped before it was found. Nothing is lost: solve again.",
  "plan.finding.failed": "The search ended without a plan: {reason} Nothing is lost: solve again.",
  "plan.finding.conflict":
    "The proposal was changed while it was being solved, so that what was found was not stored. Solve again with the changes.",
  "plan.do.approve": "Approve as work plan",
  "plan.do.solve": "Solve again",
  "plan.do.cancel": "Stop the search",
  "plan.do.csv": "Table (CSV)",
  "plan.do.open": "Open the work plan",
  "plan.do.lock": "Lock",
  "plan.do.drop": "Drop",
  "plan.do.free": "Unlock",
  "plan.do.bring": "Lock in",

  "plan.term.state": "State",
  "plan.term.rests": "Rests on",
  "plan.term.restsValue": "{answered} of {members} answers",
  "plan.term.solved": "Solved",
  "plan.term.optimal": "{at}, proven best in {seconds} s",
  "plan.term.bestFound": "{at}, best found; at most {gap} could be gained",
  "plan.term.unknown": "{at}, without a plan",
  "plan.term.hand": "Set by hand",
  "plan.term.handValue": "{count, plural, =0 {no line} one {one line} other {# lines}}",
  "plan.term.supply": "Experts",
  "plan.term.noSupply": "no supply analysis yet, so that no accreditation workshop is a candidate",
  "plan.term.withSupply": "register of today, workshops of the supply analysis",

  "plan.search.title": "The search",
  "plan.search.queued": "Waiting for its turn.",
  "plan.search.plan":
    "Best plan so far meets {score} of the need; no plan can meet more than {bound}. Still open: {gap}.",
  "plan.search.first": "Looking for a first plan. No plan can meet more than {bound} of the need.",
  "plan.search.reasons": "The plan is found. Looking what keeps each other line out: {done} of {total}.",
  "plan.search.clash": "No plan keeps all rules. Looking for the rules that clash.",
  "plan.search.begun": "Reading answers, requests and experts.",

  "plan.changed.title": "Changed since it was solved",
  "plan.changed.body":
    "Lines were locked or dropped, or settings changed. The figures below are those of the last search; solve again to see what the changes cost.",
  "plan.conflict.title": "Another planner was faster",
  "plan.conflict.body":
    "The proposal was changed since you opened this page (version {base} then, {now} now). Nothing of yours was stored. The page now shows the proposal as it is.",
  "plan.conflict.line":
    "You wanted to {act, select, lock {lock in} drop {drop} other {unlock}} “{line}”. It is now {state, select, in {in the plan} other {left out}}{lock, select, in {, locked} out {, dropped by hand} other {}}.",
  "plan.conflict.settings": "You wanted to set a budget of {yours}; the proposal has {theirs}.",
  "plan.conflict.again": "Do it all the same",

  "plan.clash.title": "What clashes",
  "plan.clash.note": "Rules of which any one could be kept without the others. Each way out was verified by solving.",
  "plan.clash.rule": "Rule",
  "plan.clash.way": "Way out",
  "plan.clash.amount": "{now} now, {needed} would do",
  "plan.clash.drop": "leave the rule out",
  "plan.clash.none": "does not help alone",
  "plan.clash.given":
    "The standing commitments and fixed events alone cost more, or take more of the office’s days, than there is.",
  "plan.rule.budget": "Budget",
  "plan.rule.funder": "{subject}: money and conditions",
  "plan.rule.officeDays": "Workdays of the office",
  "plan.rule.officeDaysIn": "Workdays of the office in {subject}",
  "plan.rule.fewestPerMonth": "Fewest lines in a month",
  "plan.rule.mostPerMonth": "Most lines in a month",
  "plan.rule.absorption": "Most lines that name one member",
  "plan.rule.missionsPerMember": "Most missions to one member",
  "plan.rule.islands": "Small islands with a need covered",
  "plan.rule.nationalNeedsRequest": "No mission without a request",
  "plan.rule.oneLinePerRequest": "One line for a request",
  "plan.rule.languages": "Experts speak a language of the members",
  "plan.rule.conflicts": "Conflicts of interest of experts",
  "plan.rule.missionsPerExpert": "Missions that experts can give",
  "plan.rule.accreditedLead": "Leads are accredited",
  "plan.rule.fixedIn": "Locked in: {subject}",
  "plan.rule.fixedOut": "Dropped: {subject}",

  "plan.money.title": "The money",
  "plan.money.note":
    "Costs are assumed, by rules that the office can edit. Standing and fixed lines weigh on the budget, on no funder.",
  "plan.money.drawn": "{used} of {budget} used, {left} left",
  "plan.money.given": "Standing and fixed lines",
  "plan.money.caption": "Money by funder",
  "plan.money.funder": "Funder",
  "plan.money.amount": "Amount",
  "plan.money.used": "Used",
  "plan.money.unused": "Left",

  "plan.hand.title": "By hand",
  "plan.hand.costs":
    "{count, plural, one {Your change costs} other {Your # changes cost}} {points} points: with {count, plural, one {it} other {them}} the plan meets {with} of the need instead of {without}.",
  "plan.hand.free":
    "{count, plural, one {Your change costs} other {Your # changes cost}} nothing: the plan meets {with} of the need either way.",
  "plan.hand.unknown":
    "What {count, plural, one {your change costs} other {your # changes cost}} is known after the next search.",
  "plan.hand.late":
    "{count, plural, one {One line is} other {# lines are}} set by hand. What that costs was not worked out in the time of the search.",
  "plan.hand.atLeast":
    "{count, plural, one {Your change costs} other {Your # changes cost}} at least {points} points: the plan meets {with} of the need; without {count, plural, one {it} other {them}} at least {without} could be met.",
  "plan.hand.undo": "Unlock all and solve again",

  "plan.in.title": "In the plan",
  "plan.in.note":
    "“Without it”: points of met need that would be lost even if the best other lines took its place. A point is a hundredth of all need that training can close.",
  "plan.in.caption": "Lines in the plan",
  "plan.in.needs": "Needs-based",
  "plan.in.standing": "Standing",
  "plan.in.fixed": "Fixed events",
  "plan.in.member": "By member",
  "plan.in.month": "By month",
  "plan.in.views": "Views of the plan",
  "plan.in.when": "When, for whom",
  "plan.in.allYear": "all year",
  "plan.in.noMonth": "month open",
  "plan.in.what": "Activity and reason",
  "plan.in.led": "Experts",
  "plan.in.lead": "{name} (lead)",
  "plan.in.cost": "Cost",
  "plan.in.without": "Without it",
  "plan.in.change": "Change",
  "plan.in.members": "{count, plural, one {# member} other {# members}}",
  "plan.in.none": "No line of this kind.",
  "plan.in.nobodyAsked": "nobody asked for it",
  "plan.in.locked": "locked by hand",
  "plan.in.dropped": "dropped by hand",
  "plan.in.reason":
    "Meets {points} points of need, {needs, plural, one {one need} other {# needs}}; answers {requests, plural, =0 {no request} one {one request} other {# requests}}. {instead, plural, =0 {Nothing could take its place.} one {Without it one other line would come in.} other {Without it # other lines would come in.}}",
  "plan.in.reasonShort":
    "Meets {points} points of need, {needs, plural, one {one need} other {# needs}}; answers {requests, plural, =0 {no request} one {one request} other {# requests}}.",
  "plan.in.atMost": "at most {points}",
  "plan.in.indispensable": "no plan without it",
  "plan.in.notYet": "being worked out",
  "plan.in.whyGiven": "Carried over by commitment of the office.",

  "plan.out.title": "Left out, and why",
  "plan.out.note":
    "Closeness: the score of the best plan with this line, as a share of the proposal’s. At 100 % it would cost nothing to take it.",
  "plan.out.caption": "Lines left out",
  "plan.out.line": "Activity",
  "plan.out.closeness": "Closeness",
  "plan.out.axis": "95 % to 100 %",
  "plan.out.why": "Why not",
  "plan.out.with": "If it were taken",
  "plan.out.loses":
    "The plan would lose {points} points; {count, plural, =0 {no line} other {{lines}}} would give way.",
  "plan.out.losesMany":
    "The plan would lose {points} points; {lines} and {more, plural, one {one more line} other {# more lines}} would give way.",
  "plan.out.same": "The plan would meet as much; cost or order decided.",
  "plan.out.impossible": "No plan with it keeps all rules.",
  "plan.out.notYet": "Being worked out; open the line to have it first.",
  "plan.out.notSolved": "No plan with it was found in the time of its search.",
  "plan.out.all": "All {count} lines left out",
  "plan.out.fewer": "Only the closest",
  "plan.out.none": "No line that would add anything was left out.",
  "plan.out.rest":
    "{count, plural, one {One more candidate is} other {# more candidates are}} left out whose needs are met by lines in the plan, or that are worse than one of them.",
  "plan.reason.noRequest":
    "Nobody asked for it: {members, plural, one {its member has} other {its # members have}} no request for {topic}.",
  "plan.reason.budget": "It does not fit into the budget: it costs {cost}, {left} are left.",
  "plan.reason.funder": "It costs {cost}. Who may pay for it: {purses}.",
  "plan.reason.expert":
    "No team: it takes {team, plural, one {one expert} other {# experts}}, and {seats, plural, one {one person} other {# persons}} could take part at all. Who could lead it: {who}.",
  "plan.reason.language":
    "Of {standing, plural, one {one person} other {# persons}} with the standing {leads, plural, one {one works} other {# work}} in {language}: {who}.",
  "plan.reason.month":
    "Of its {months, plural, one {one month} other {# months}} the office has too little room in {full} (it takes {days, plural, one {one workday} other {# workdays}}), and in {unstaffed} nobody who could lead it is free.",
  "plan.reason.absorption":
    "{member} would be named by more than {limit, plural, one {one line} other {# lines}}: {lines} name it already.",
  "plan.reason.officeWorkload":
    "It takes {days, plural, one {one workday} other {# workdays}} of the office. Of its {months, plural, one {one month} other {# months}} {month} has most room: {left} of {all} left.",
  "plan.reason.dominated":
    "“{line}” covers the same {needs, plural, one {need} other {# needs}} for {cost}; this costs {own}.",
  "plan.reason.needMetOtherwise":
    "{met, plural, =0 {Another line answers the same request: {lines}} one {{needs, plural, one {Its one need is} other {One of its # needs is}} met by {lines}} other {{met} of its {needs} needs are met by {lines}}}{more, plural, =0 {} one { and one more line} other { and # more lines}}.",
  "plan.reason.locked": "Dropped by hand; it would add {points} points beside the plan.",
  "plan.reason.noLine": "No line could be made for it: no expert, month or mode fits.",
  "plan.reason.unknown": "Not worked out yet.",

  "plan.not.title": "Needs that no line can meet",
  "plan.not.unmet":
    "{count, plural, =0 {Every need has at least one candidate line.} one {For one need of one member there is no candidate line: nobody asked for support, and no neighbour shares the need.} other {For # needs of {members, plural, one {one member} other {# members}} there is no candidate line: nobody asked for support, and no neighbour shares the need.}}",
  "plan.not.accreditation":
    "An accreditation workshop in {area} would help, but has {candidates, plural, one {one candidate} other {# candidates}} of {administrations, plural, one {one administration} other {# administrations}}: too few.",

  "plan.compare.title": "Against other plans",
  "plan.compare.note":
    "All measured by the same needs and the same costs. Greedy: always the line with most met need per money.",
  "plan.compare.caption": "The proposal beside other plans",
  "plan.compare.plan": "Plan",
  "plan.compare.this": "This proposal",
  "plan.compare.greedy": "Greedy choice",
  "plan.compare.lines": "Lines",
  "plan.compare.met": "Need met",
  "plan.compare.cost": "Cost",
  "plan.compare.perNeed": "Cost per need covered",
  "plan.compare.without": "Members without",
  "plan.compare.who": "Members with a need of which this proposal covers none: {members}.",
  "plan.compare.nobody": "Every member with a need has at least one covered.",

  "plan.price.title": "What each rule costs",
  "plan.price.note": "Points of met need that would be gained if the rule were not there, each by a solve of its own.",
  "plan.price.caption": "Price of each rule",
  "plan.price.rule": "Rule",
  "plan.price.points": "Points",
  "plan.price.none": "Being worked out. A price needs a plan that is proven best.",
  "plan.price.open": "not found in its time",
  "plan.price.atLeast": "at least {points}",

  "plan.set.title": "Money and rules",
  "plan.set.note": "What you set here holds for this proposal only. Everything else comes from the office’s settings.",
  "plan.set.budget": "Budget for the whole plan, {currency}",
  "plan.set.funder": "{name}, {currency}",
  "plan.set.absorption": "Most lines that name one member",
  "plan.set.islands": "Small islands with a need covered, at least",
  "plan.set.officeDays": "Workdays of the office in an ordinary month",
  "plan.set.save": "Set and solve again",
  "plan.set.wrong": "Write a whole number from 0, without spaces.",
  "plan.set.errors": "Something is not right yet",
  "plan.set.discard": "Discard this proposal",
  "plan.set.discardNote": "A discarded proposal stays in the list and can no longer be changed.",

  "plan.one.back": "Back to the proposal",

  "plan.approve.title": "Approve {name}",
  "plan.approve.finding":
    "Approved, the proposal becomes the work plan of {cycle}. It can no longer be changed; an amendment is the next edition.",
  "plan.approve.what": "What follows",
  "plan.approve.lines":
    "{lines, plural, one {One needs-based line becomes an activity} other {# needs-based lines become activities}}, {given, plural, one {one standing or fixed line is} other {# standing and fixed lines are}} carried over.",
  "plan.approve.requests":
    "{planned, plural, =0 {No request is planned} one {One request is marked as planned} other {# requests are marked as planned}}; {not, plural, =0 {none is turned down} one {one is marked “not this year” with its reason, which the member reads} other {# are marked “not this year” with their reasons, which the members read}}.",
  "plan.approve.gap": "The plan is not proven to be the best one: at most {gap} more need could be met.",
  "plan.approve.changed": "The proposal was changed since it was solved. Solve it again before you approve it.",
  "plan.approve.unsolved": "There is no plan to approve yet.",
  "plan.approve.replaces": "It replaces the plan that {cycle} has already, as its next edition.",
  "plan.approve.name": "Approved by",
  "plan.approve.nameHint": "The name that stands on the plan.",
  "plan.approve.nameMissing": "Write the name of whoever approves the plan.",
  "plan.approve.confirm": "I have read the plan and approve it.",
  "plan.approve.confirmMissing": "Tick the box to approve.",
  "plan.approve.do": "Approve the plan",
  "plan.approve.conflict":
    "Another planner changed the proposal or approved another plan meanwhile. Look at it again before you approve.",
} as const;
