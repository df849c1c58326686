import type { workPlan as english } from "../en/work-plan";

export const workPlan: Record<keyof typeof english, string> = {
  "workPlan.list.title": "Plans de travail",
  "workPlan.list.finding":
    "{count, plural, =0 {Aucun plan n’existe encore.} one {Un plan.} other {# plans.}} Le plan approuvé d’un cycle ne change jamais ; une modification en est l’édition suivante.",
  "workPlan.list.plans": "Les plans",
  "workPlan.list.cycle": "Cycle",
  "workPlan.list.plan": "Plan",
  "workPlan.list.origin": "Provient de",
  "workPlan.list.approved": "approuvé par {name} le {date}",
  "workPlan.list.loaded": "plan imprimé",
  "workPlan.list.empty": "Le premier plan naît d’une proposition approuvée.",
  "workPlan.bar":
    "<b>Le plan tel qu’il est imprimé.</b> Les renvois « See also » sont calculés d’après la place de chaque activité.",
  "workPlan.print": "À imprimer",
  "workPlan.printHint": "Imprimez cette page avec votre navigateur : la mise en page est faite pour le format A4.",
  "workPlan.docx": "DOCX",
  "workPlan.csv": "CSV",
  "workPlan.back": "Tous les plans",
  "workPlan.period": "Période",
  "workPlan.contents": "Contenu",
  "workPlan.contentsValue": "{actions} actions, {entries} inscriptions, {activities} activités",
  "workPlan.approved": "Approuvé",
  "workPlan.approvedBy": "{name}, {date}",
  "workPlan.asPrinted": "Tel qu’imprimé, chargé le {date}",
  "workPlan.noEntries": "Aucune activité cette année.",
  "workPlan.differences.title": "Renvois qui diffèrent de l’imprimé",
  "workPlan.differences.note":
    "L’imprimé nomme d’autres actions que celles sous lesquelles l’activité figure. Conservé tel quel dans les données, calculé dans ce document.",
  "workPlan.differences.finding":
    "{count, plural, one {Une inscription} other {# inscriptions}} sur {entries} : l’imprimé renvoie à une action où l’activité ne figure pas, ou en omet une.",
  "workPlan.differences.entry": "Inscription",
  "workPlan.differences.action": "Sous",
  "workPlan.differences.missing": "Omis dans l’imprimé",
  "workPlan.differences.surplus": "Imprimé, mais absent",
};
