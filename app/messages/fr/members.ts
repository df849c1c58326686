import type { members as english } from "../en/members";

export const members: Record<keyof typeof english, string> = {
  "members.title": "Membres",
  "members.finding":
    "{count} membres dans {subRegions} sous-régions. Chacun a une page avec ce qu’il a demandé et ce qui a été fait.",
  "members.member": "Membre",
  "members.subRegion": "Sous-région",
  "members.languages": "Langues",
  "members.timeZone": "Fuseau horaire",
  "members.requests": "Demandes cette année",
  "members.survey": "Dernière enquête",
  "members.answered": "a répondu",
  "members.silent": "sans réponse",
  "members.back": "Tous les membres",
  "members.one.finding":
    "{asked, plural, =0 {Aucune demande n’est enregistrée cette année.} one {Une demande est enregistrée cette année.} other {# demandes sont enregistrées cette année.}}",
};
