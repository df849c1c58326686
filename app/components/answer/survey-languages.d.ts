// SurveyJS ships its language packs without types; importing one registers it.
declare module "survey-core/i18n/french";
