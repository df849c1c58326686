export const members = {
  "members.title": "Members",
  "members.finding":
    "{count} members in {subRegions} sub-regions. Each has a page with what it asked and what was done.",
  "members.member": "Member",
  "members.subRegion": "Sub-region",
  "members.languages": "Languages",
  "members.timeZone": "Time zone",
  "members.requests": "Requests this year",
  "members.survey": "Last needs survey",
  "members.answered": "answered",
  "members.silent": "no answer",
  "members.back": "All members",
  "members.one.finding":
    "{asked, plural, =0 {No request is registered this year.} one {One request is registered this year.} other {# requests are registered this year.}}",
} as const;
