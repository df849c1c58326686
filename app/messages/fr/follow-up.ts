import type { followUp as en } from "../en/follow-up";

export const followUp: Record<keyof typeof en, string> = {
  "followUp.mail.participant.subject": "Que sont devenues vos actions après « {workshop} » ?",
  "followUp.mail.participant.reminder": "Rappel : que sont devenues vos actions après « {workshop} » ?",
  "followUp.mail.participant.text":
    "Bonjour,\n\nà la fin de « {workshop} », vous vous êtes fixé {count, plural, one {une action} other {# actions}} :\n\n{actions}\n\nDites-nous d’ici au {date} où {count, plural, one {elle en est} other {elles en sont}}. Une action qui n’a pas abouti nous apprend autant qu’une action réussie :\n\n{link}\n\nQuelqu’un d’autre en est chargé aujourd’hui ? Transmettez-lui cette lettre ; le lien fonctionne pour quiconque le détient. À la fin du suivi, votre adresse est supprimée.\n\n{office}",
  "followUp.mail.forward.subject": "Pour un de vos agents : actions après « {workshop} »",
  "followUp.mail.forward.reminder": "Rappel, pour un de vos agents : actions après « {workshop} »",
  "followUp.mail.forward.text":
    "Bonjour,\n\nun agent de {member} a participé à « {workshop} » et a souhaité être interrogé par votre intermédiaire sur {count, plural, one {cette action} other {ces actions}} :\n\n{actions}\n\nVeuillez transmettre cette lettre à la personne qui en est chargée aujourd’hui. Le lien fonctionne pour quiconque le détient, jusqu’au {date} :\n\n{link}\n\n{office}",
  "followUp.mail.administration.subject": "Ce que {member} a fait des ateliers de l’an dernier",
  "followUp.mail.administration.reminder": "Rappel : ce que {member} a fait des ateliers de l’an dernier",
  "followUp.mail.administration.text":
    "Bonjour,\n\ndes agents de {member} ont participé à {workshop}. Dites-nous d’ici au {date} ce qui a été transmis aux collègues, ce qui a changé et ce que cela a apporté :\n\n{link}\n\nLe lien fonctionne pour quiconque le détient.\n\n{office}",
};
