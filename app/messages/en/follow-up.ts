export const followUp = {
  "followUp.mail.participant.subject": "What became of your actions after “{workshop}”?",
  "followUp.mail.participant.reminder": "Reminder: what became of your actions after “{workshop}”?",
  "followUp.mail.participant.text":
    "Good day,\n\nat the end of “{workshop}” you set yourself {count, plural, one {an action} other {# actions}}:\n\n{actions}\n\nPlease tell us by {date} how {count, plural, one {it stands} other {they stand}}. An action that did not work tells us as much as one that did:\n\n{link}\n\nIs somebody else in charge now? Pass this letter on; the link works for whoever has it. When the follow-up ends your address is deleted.\n\n{office}",
  "followUp.mail.forward.subject": "For one of your officers: actions after “{workshop}”",
  "followUp.mail.forward.reminder": "Reminder, for one of your officers: actions after “{workshop}”",
  "followUp.mail.forward.text":
    "Good day,\n\nan officer of {member} took part in “{workshop}” and wished to be asked through you what became of {count, plural, one {this action} other {these actions}}:\n\n{actions}\n\nPlease pass this letter on to whoever is in charge of {count, plural, one {it} other {them}} now. The link works for whoever has it, until {date}:\n\n{link}\n\n{office}",
  "followUp.mail.administration.subject": "What {member} made of last year’s workshops",
  "followUp.mail.administration.reminder": "Reminder: what {member} made of last year’s workshops",
  "followUp.mail.administration.text":
    "Good day,\n\nofficers of {member} took part in {workshop}. Please tell us by {date} what was passed on to colleagues, what has changed, and what it brought:\n\n{link}\n\nThe link works for whoever has it.\n\n{office}",
} as const;
