import type { MessageKey } from "~/app/messages/catalogues";

const FORMS: Readonly<Record<string, MessageKey>> = {
  workshop: "workshops.kind.workshop",
  programme: "workshops.kind.programme",
  accreditation: "workshops.kind.accreditation",
  training: "workshops.kind.training",
  mission: "workshops.kind.mission",
  meeting: "workshops.kind.meeting",
  survey: "workshops.kind.survey",
  communication: "workshops.kind.communication",
  "standing-commitment": "workshops.kind.standing-commitment",
};
const SCOPES: Readonly<Record<string, MessageKey>> = {
  national: "workshops.scope.national",
  "sub-regional": "workshops.scope.sub-regional",
  regional: "workshops.scope.regional",
  accreditation: "workshops.scope.accreditation",
  "master-trainer": "workshops.scope.master-trainer",
  training: "workshops.scope.training",
};

/** The word for an activity's form; a form that was stored before there was a list is a workshop. */
export const formKey = (form: string): MessageKey => FORMS[form] ?? "workshops.kind.workshop";

/** The word for an activity's scope. */
export const scopeKey = (scope: string): MessageKey => SCOPES[scope] ?? "workshops.scope.other";
