export const planLines = {
  "plan.mode.national": "one member",
  "plan.mode.subRegional": "sub-regional workshop",
  "plan.mode.regional": "regional workshop",
  "plan.mode.virtual": "online",
  "plan.mode.accreditation": "accreditation workshop",

  "plan.one.in": "In the plan: it meets {met} points of need that training can close.",
  "plan.one.inLoss":
    "In the plan: it meets {met} points of need. Without it the plan would lose {status, select, optimal {} other {at most }}{loss} points, {come, plural, =0 {and nothing could take its place} one {even though one other line would come in} other {even though # other lines would come in}}.",
  "plan.one.indispensable": "In the plan: it meets {met} points of need, and no plan without it keeps all rules.",
  "plan.one.out": "Left out. {reason}",
  "plan.one.outLoss":
    "Left out. {reason} Taking it would cost {status, select, optimal {} other {at most }}{loss} points: it came {closeness} close.",
  "plan.one.outImpossible": "Left out. {reason} No plan with it keeps all rules.",
  "plan.one.state": "State",
  "plan.one.inPlan": "in the plan{lock, select, in {, locked by hand} other {}}",
  "plan.one.leftOut": "left out{lock, select, out {, dropped by hand} other {}}",
  "plan.one.mode": "How",
  "plan.one.topic": "Topic",
  "plan.one.requests": "Answers",
  "plan.one.requestsValue": "{count, plural, =0 {no request} one {one request} other {# requests}}",
  "plan.one.month": "When",
  "plan.one.months": "Possible in",
  "plan.one.team": "Team",
  "plan.one.teamValue": "{count, plural, one {one expert} other {# experts}}",
  "plan.one.languages": "Language",
  "plan.one.host": "Host",
  "plan.one.hostOpen":
    "still to be found: {count, plural, one {the one that could host} other {the # that could host}} took all they take in a year",
  "plan.one.days": "Office",
  "plan.one.daysValue": "{count, plural, one {one workday} other {# workdays}}",
  "plan.one.paid": "Paid by",
  "plan.one.share": "{funder} ({amount})",
  "plan.one.region": "the region",
  "plan.one.pending": "Being worked out",
  "plan.one.pendingBody":
    "The answers about this line come before all other work. This page asks again by itself and fills up.",
  "plan.one.failed": "Not worked out",
  "plan.one.again": "Work it out again",

  "plan.why.title": "Why",
  "plan.why.note":
    "The plan was solved once more, without this line if it is in, with it if it is out. The table is that plan minus the proposal; score in weight times quality.",
  "plan.why.caption": "What that plan would change",
  "plan.why.in":
    "Without it the best plan would meet {loss} points less need{status, select, optimal {} other { at most; this was not proven in the time of the search}}. {come, plural, =0 {No other line would come in} one {One other line would come in} other {# other lines would come in}}{gone, plural, =0 {} one {, and one more would go} other {, and # more would go}}.",
  "plan.why.out":
    "With it the best plan would meet {loss} points less need{status, select, optimal {} other { at most; this was not proven in the time of the search}}. {gone, plural, =0 {No line would give way} one {One line would give way} other {# lines would give way}}{come, plural, =0 {} one {, and one more would come in} other {, and # more would come in}}.",
  "plan.why.neededAll": "No plan without it keeps all rules.",
  "plan.why.way": "Change",
  "plan.why.come": "would come in",
  "plan.why.gone": "would go",
  "plan.why.score": "Score",
  "plan.why.moved": "Needs that lines in both plans would meet more, or less",
  "plan.why.total": "Together",
  "plan.why.membersGone": "Nothing would be covered any more for {members}.",
  "plan.why.membersCome": "A need would be covered for {members}, of whom the proposal covers none.",

  "plan.credit.title": "What it adds to the score",
  "plan.credit.titleOut": "What it would add",
  "plan.credit.note":
    "Each need counts once, by the line that meets it best: weight times quality of the way it is given. All need that training can close is {greatest}.",
  "plan.credit.member": "Member",
  "plan.credit.topic": "Need",
  "plan.credit.weight": "Weight",
  "plan.credit.quality": "Quality",
  "plan.credit.mismatch": "{quality}, another way was wished",
  "plan.credit.by": "Met by",
  "plan.credit.this": "this line",
  "plan.credit.nobody": "no line",
  "plan.credit.adds": "Adds",
  "plan.credit.imputed": "silent, taken from the others",
  "plan.credit.sum": "Together {sum}, which is exactly its part of the plan’s score: {points} points.",
  "plan.credit.sumOut": "Beside the plan as it is, it would add {sum}: {points} points.",

  "plan.changes.title": "What would bring it in",
  "plan.changes.note": "Each change by itself; each was verified by solving with it.",
  "plan.changes.tied": "Nothing has to change: a plan with it meets as much need. Cost or order decided.",
  "plan.changes.none": "No single change that was tried would bring it in.",
  "plan.changes.open": "Not all changes could be tried in the time there was.",
  "plan.changes.cost": "If it cost {cost} or less instead of {now}: {less} less.",
  "plan.changes.members":
    "If {count, plural, one {one more member} other {# more members}} with the usual need of the topic took part.",
  "plan.changes.budget": "With a budget of {budget} instead of {now}: {more} more.",
  "plan.changes.funder": "If {funder} gave {amount} instead of {now}.",
  "plan.changes.officeDays": "If the office had {days} workdays in {month} instead of {now}.",
  "plan.changes.absorption": "If a member could be named by {limit} lines instead of {now}.",
  "plan.changes.expert": "With one more accredited expert for {topic} who is free for one mission.",
  "plan.changes.language": "If {expert} could work in {language}.",
  "plan.changes.other": "By another change ({change}).",

  "plan.choice.title": "Who, when and where else",
  "plan.choice.note":
    "Tried in the plan as it stands, without a new search. If it does not fit, the one other line is named that would have to go.",
  "plan.choice.text": "Points of met need and money that each would change.",
  "plan.choice.experts": "Other experts",
  "plan.choice.months": "Other months",
  "plan.choice.hosts": "Other hosts",
  "plan.choice.head.experts": "Expert",
  "plan.choice.head.months": "Month",
  "plan.choice.head.hosts": "Host",
  "plan.choice.points": "Points",
  "plan.choice.what": "What it takes",
  "plan.choice.none": "There is no other.",
  "plan.choice.impossible": "does not fit, not even without one other line",
  "plan.choice.hostFull": "has {taken} of {most} it takes in a year",
  "plan.choice.drops": "“{line}” would have to go",
  "plan.choice.free":
    "{teams, plural, =0 {nothing else changes} one {one other line gets another team} other {# other lines get another team}}",

  "plan.locking.locked": "{lock, select, in {Locked in by hand.} other {Dropped by hand.}}",
  "plan.locking.open": "What it costs to set this line by hand is being worked out.",
  "plan.locking.never": "It cannot be dropped: no plan without it keeps all rules.",
  "plan.locking.clash": "Locked in, it would clash with the rules: no plan with it keeps them all.",
  "plan.locking.drop":
    "Locking it in costs nothing. Dropping it costs {status, select, optimal {} other {at most }}{points} points.",
  "plan.locking.bring":
    "Locking it in costs {status, select, optimal {} other {at most }}{points} points. Dropping it costs nothing.",

  "plan.explained.underWay":
    "{done} of {total} answers about this plan are worked out: why each line is in or out, what rules and money are worth, how sure the lines are. The rest follows in the background; a line that you open comes first.",
  "plan.explained.stopped": "{done} of {total} answers about this plan are worked out. The rest was broken off.",
  "plan.explained.title": "Still being worked out",
  "plan.explained.go": "Go on working it out",
  "plan.explained.look": "Look again",

  "plan.budget.title": "What more or less money would meet",
  "plan.budget.note": "The best plan at each budget, all funders grown or shrunk alike; each by a solve of its own.",
  "plan.budget.caption": "Best plan by budget",
  "plan.budget.share": "Of the budget",
  "plan.budget.money": "Budget",
  "plan.budget.met": "Need met",
  "plan.budget.open": "not found in its time",
  "plan.budget.impossible": "no plan keeps the rules",
  "plan.budget.atLeast": "at least {share}",
  "plan.budget.finding": "Need met: {low} with {lowShare} of the budget, {high} with {highShare}.",

  "plan.stays.title": "How sure each line is",
  "plan.stays.note":
    "The answers were resampled and the plan solved anew for each resample. A line that stays in does not hang on who answered.",
  "plan.stays.finding":
    "{always, plural, =0 {No line} one {One line} other {# lines}} of {lines} {always, plural, one {is} other {are}} in all {of} plans made from resampled answers. Proven best: {proven} of {of}; resamples so far: {of} of {all}.",
  "plan.stays.caption": "Lines by how often they are planned",
  "plan.stays.line": "Line",
  "plan.stays.often": "Stays in",
  "plan.stays.count": "{count} of {of}",
  "plan.stays.out": "left out of the proposal",
  "plan.in.stays": "In {count} of {of} plans made from resampled answers.",

  "plan.compare.page": "{name} beside another plan",
  "plan.compare.with": "Beside which plan",
  "plan.compare.free": "Without what was set by hand",
  "plan.compare.empty": "There is no other plan yet to put it beside.",
  "plan.compare.finding":
    "This proposal meets {own} of the need that training can close, {other} {theirs}. Members of whom none is covered: {without} here, {theirWithout} there.",
  "plan.compare.printed":
    "The printed plan was made for other needs and names no costs. No rule of this proposal binds it: neither money nor experts, months or the office’s days. Each of its activities that trains is taken to meet, in its topics, the needs of the members that it names; a regional one that names none, those of all. What the proposal carries over stands in both and counts in neither.",
  "plan.compare.sameNeeds": "Both measured by the needs and costs of this proposal. Score is weight times quality.",
  "plan.compare.needs": "Needs covered",
  "plan.compare.whom": "Who has none covered",
  "plan.compare.none": "nobody",
  "plan.compare.sum":
    "Score of this proposal minus that of the other plan: {total}. Lines that only one of them has: {lines}; needs that lines of both meet better in one: {moved}.",
  "plan.compare.membersOwn": "Only this proposal covers a need of {members}.",
  "plan.compare.membersOther": "Only the other plan ({other}) covers a need of {members}.",
  "plan.compare.onlyOwn": "Only in this proposal",
  "plan.compare.onlyOther": "Only in the other plan: {other}",
  "plan.compare.onlyCount":
    "{count, plural, =0 {No line} one {One line} other {# lines}}; {shared, plural, =0 {no line is} one {one line is} other {# lines are}} the same in both.",
  "plan.compare.like": "The other plan has for it",
  "plan.compare.nothingLike": "nothing like it",
  "plan.compare.more": "Line by line, beside another plan",
  "plan.hand.see": "See the plan without them",

  "plan.not.joint":
    "Neighbours can be brought together in many more ways: {leftOut, plural, one {one sub-regional group is no candidate} other {# sub-regional groups are no candidates}}, because for each topic only the {most} that meet most need for their cost are; {kept} are. Among all candidates the plan is the best; a group that is not among them cannot be locked in.",

  "plan.reason.noFunder":
    "Nobody may pay for it: it costs {cost}, and none of {funders, plural, one {one funder} other {# funders}} pays for this topic, this way and these members.",
  "plan.reason.purse": "{funder} ({left} left)",
  "plan.reason.moreLeads": "{count, plural, one {one more} other {# more}}",
  "plan.reason.nobody":
    "Nobody in the register could lead it; it takes {team, plural, one {one expert} other {# experts}}.",
  "plan.reason.noSpeaker":
    "{standing, plural, one {One person} other {# persons}} could lead it, but none works in {language} and is free of conflicts.",
  "plan.reason.kept.away": "{name} (not free in its months)",
  "plan.reason.kept.missions":
    "{name} ({missions, plural, one {the one mission} other {all # missions}} given to {lines})",
  "plan.reason.kept.busy": "{name} (busy in its months with {lines})",
  "plan.reason.kept.free": "{name} (free, but without a team)",
  "plan.reason.missions":
    "{member} would have more than {limit, plural, one {one mission} other {# missions}}: it has {lines} already.",
  "plan.reason.needMetByNone": "Cost or order decided: a line like it is in the plan.",
} as const;
