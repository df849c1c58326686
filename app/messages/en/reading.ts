export const reading = {
  "reading.privacy.title": "Privacy",
  "reading.privacy.finding":
    "We keep what the office needs to plan the region’s training, no more, and say here who sees it.",
  "reading.privacy.needs.title": "Your administration’s answers",
  "reading.privacy.needs.body":
    "Your administration and the office’s coordinator see them. Whether the coordinator may read ratings with the name of the administration is the office’s own setting; each such reading is written into the audit trail. Other members see the region’s figures only, never yours. Requests are shown to other members only if you agreed.",
  "reading.privacy.evaluation.title": "Evaluations of workshops",
  "reading.privacy.evaluation.body":
    "Ratings are anonymous. They carry no name, no address, no link and no time, only the date. Drafts stay on your device. When the round closes, the ratings are written anew in random order. Results of fewer than five people never leave the office. One limit: a backup made before the closing still holds the rows in their first order.",
  "reading.privacy.pledges.title": "Pledges",
  "reading.privacy.pledges.body":
    "A pledge is a response of its own, sent after the rating. The two share no key and no time finer than the day. An address that you give is used to ask what became of the pledge, and for nothing else.",
  "reading.privacy.small.title": "Small groups",
  "reading.privacy.small.body":
    "No figure of fewer than three members is shown outside the office, nor one from which such a figure could be worked out.",
  "reading.privacy.cookies.title": "Cookies",
  "reading.privacy.cookies.body": "One for your session, one for the language. None follows you.",
  "reading.privacy.rights.title": "Correct, withdraw, erase",
  "reading.privacy.rights.body":
    "Until the round closes you can change or withdraw your answer by the same link. Write to the office to have your personal data shown to you or erased.",
  "reading.help.title": "Help",
  "reading.help.finding": "Most questions come up while answering. If yours is not here, write to the office.",
  "reading.help.link.title": "My link does not work",
  "reading.help.link.body":
    "It may have been replaced by a newer one, or the survey has closed. Ask the contact point of your administration for the newest link. What was sent is kept.",
  "reading.help.line.title": "My line is slow, or scripts are off",
  "reading.help.line.body":
    "Choose the light form on the first page of the survey. It is the same survey with the same rules, in small pages, and it works without scripts.",
  "reading.help.colleagues.title": "Can several of us answer?",
  "reading.help.colleagues.body":
    "Yes. Each part of the survey is saved by itself. If two of you change the same answer, the second sees both and chooses.",
  "reading.help.saved.title": "What is saved, and where?",
  "reading.help.saved.body":
    "The page says it in two places with two times: on this device, and at the office. What stands at the office is safe.",
  "reading.help.figures.title": "Where do the figures come from?",
  "reading.help.figures.body":
    "Each page of figures names its run: which answers, which method, which parameters. <link>How figures are made</link>",
  "reading.methods.title": "How figures are made",
  "reading.methods.finding":
    "{count, plural, one {# method} other {# methods}}, each with the question it answers, its formula, its source, and when not to use it.",
  "reading.methods.method": "Method",
  "reading.methods.language": "The pages of the methods are in English.",
  "reading.methods.back": "All methods",
} as const;
