import { answer as answerEn } from "./en/answer";
import { changes as changesEn } from "./en/changes";
import { cycles as cyclesEn } from "./en/cycles";
import { evaluation as evaluationEn } from "./en/evaluation";
import { experts as expertsEn } from "./en/experts";
import { followUp as followUpEn } from "./en/follow-up";
import { frame as frameEn } from "./en/frame";
import { home as homeEn } from "./en/home";
import { kpis as kpisEn } from "./en/kpis";
import { members as membersEn } from "./en/members";
import { people as peopleEn } from "./en/people";
import { plan as planEn } from "./en/plan";
import { planLines as planLinesEn } from "./en/plan-lines";
import { priorities as prioritiesEn } from "./en/priorities";
import { reading as readingEn } from "./en/reading";
import { surveys as surveysEn } from "./en/surveys";
import { workPlan as workPlanEn } from "./en/work-plan";
import { workshops as workshopsEn } from "./en/workshops";
import { answer as answerFr } from "./fr/answer";
import { changes as changesFr } from "./fr/changes";
import { cycles as cyclesFr } from "./fr/cycles";
import { evaluation as evaluationFr } from "./fr/evaluation";
import { experts as expertsFr } from "./fr/experts";
import { followUp as followUpFr } from "./fr/follow-up";
import { frame as frameFr } from "./fr/frame";
import { home as homeFr } from "./fr/home";
import { kpis as kpisFr } from "./fr/kpis";
import { members as membersFr } from "./fr/members";
import { people as peopleFr } from "./fr/people";
import { plan as planFr } from "./fr/plan";
import { planLines as planLinesFr } from "./fr/plan-lines";
import { priorities as prioritiesFr } from "./fr/priorities";
import { reading as readingFr } from "./fr/reading";
import { surveys as surveysFr } from "./fr/surveys";
import { workPlan as workPlanFr } from "./fr/work-plan";
import { workshops as workshopsFr } from "./fr/workshops";

// One file per part of the site and language; the French ones are typed by the English ones, so none can lack a key.
const en = {
  ...frameEn,
  ...peopleEn,
  ...homeEn,
  ...surveysEn,
  ...answerEn,
  ...prioritiesEn,
  ...changesEn,
  ...expertsEn,
  ...planEn,
  ...planLinesEn,
  ...membersEn,
  ...readingEn,
  ...workPlanEn,
  ...cyclesEn,
  ...workshopsEn,
  ...kpisEn,
  ...followUpEn,
  ...evaluationEn,
};
const fr: Record<keyof typeof en, string> = {
  ...frameFr,
  ...peopleFr,
  ...homeFr,
  ...surveysFr,
  ...answerFr,
  ...prioritiesFr,
  ...changesFr,
  ...expertsFr,
  ...planFr,
  ...planLinesFr,
  ...membersFr,
  ...readingFr,
  ...workPlanFr,
  ...cyclesFr,
  ...workshopsFr,
  ...kpisFr,
  ...followUpFr,
  ...evaluationFr,
};

export type MessageKey = keyof typeof en;

export const catalogues: Readonly<Record<"en" | "fr", Readonly<Record<MessageKey, string>>>> = { en, fr };
