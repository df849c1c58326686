import type { SyntaxCode } from "./parse-definition";

/** Sentences of the check of a definition, by code. `{name}` is filled from the problem's `params`. */
export const DEFINITION_MESSAGES = {
  tooLarge: {
    en: "The definition has {characters} characters; at most {most} are read.",
    fr: "La définition compte {characters} caractères ; {most} au plus sont lus.",
  },
  tooDeep: {
    en: "Here brackets stand more than {most} deep within each other; a definition needs far fewer.",
    fr: "Ici les crochets s’emboîtent sur plus de {most} niveaux ; une définition en demande bien moins.",
  },
  syntax: { en: "Here should be {expected}, but it is: {found}", fr: "Attendu ici : {expected} ; trouvé : {found}" },
  duplicateKey: {
    en: "“{name}” stands twice in the same braces; the first would be lost.",
    fr: "« {name} » figure deux fois entre les mêmes accolades ; la première valeur serait perdue.",
  },
  reservedKey: {
    en: "“{name}” is a name of JavaScript’s own and cannot be used.",
    fr: "« {name} » est un nom réservé de JavaScript.",
  },
  unknownProperty: {
    en: "“{name}” is not a property that may stand here.",
    fr: "« {name} » n’est pas une propriété admise ici.",
  },
  remoteChoices: {
    en: "“{name}” would fetch choices from another server. Write the choices into the definition.",
    fr: "« {name} » chercherait les choix sur un autre serveur. Écrivez les choix dans la définition.",
  },
  regularExpression: {
    en: "Regular expressions are not allowed: one can stop the server. Use a text length or the input type.",
    fr: "Les expressions régulières ne sont pas admises : une seule peut bloquer le serveur. Bornez la longueur du texte.",
  },
  html: {
    en: "HTML is not allowed; texts are shown as they are written.",
    fr: "Le HTML n’est pas admis ; les textes s’affichent tels quels.",
  },
  script: {
    en: "“{name}” runs by itself and is not allowed. Conditions may decide only what is shown and required.",
    fr: "« {name} » s’exécute de lui-même et n’est pas admis. Les conditions règlent seulement l’affichage et l’obligation.",
  },
  typeNotAllowed: {
    en: "Questions of the type “{type}” are not allowed. Allowed: {allowed}.",
    fr: "Le type de question « {type} » n’est pas admis. Admis : {allowed}.",
  },
  validatorNotAllowed: {
    en: "Validators of the type “{type}” are not allowed. Allowed: {allowed}.",
    fr: "Le type de contrôle « {type} » n’est pas admis. Admis : {allowed}.",
  },
  missingProperty: { en: "“{name}” is missing.", fr: "« {name} » manque." },
  wrongType: { en: "Here should be {expected}.", fr: "Attendu ici : {expected}." },
  notOneOf: { en: "Here only these are possible: {allowed}.", fr: "Seules valeurs possibles ici : {allowed}." },
  outOfBounds: { en: "This must be {bound} {limit}.", fr: "Cette valeur doit être {bound} {limit}." },
  tooMany: { en: "At most {most} are possible here.", fr: "{most} éléments au plus sont possibles ici." },
  tooFew: { en: "At least {least} are needed here.", fr: "Il en faut au moins {least} ici." },
  tooLong: { en: "At most {most} characters are possible here.", fr: "{most} caractères au plus sont possibles ici." },
  badFormat: {
    en: "“{value}” cannot be used here: {rule}.",
    fr: "« {value} » n’est pas utilisable ici : {rule}.",
  },
  reservedName: {
    en: "“{name}” cannot be a name here: it means something else already.",
    fr: "« {name} » ne peut servir de nom ici : il a déjà un autre sens.",
  },
  duplicateName: {
    en: "The name “{name}” is used already, at {first}.",
    fr: "Le nom « {name} » est déjà utilisé, à {first}.",
  },
  duplicateValue: { en: "The value “{value}” stands here twice.", fr: "La valeur « {value} » figure ici deux fois." },
  duplicateMissing: {
    en: "Two options here stand for the same code, “{code}”.",
    fr: "Deux options représentent ici le même code, « {code} ».",
  },
  depth: {
    en: "Containers stand more than {most} deep.",
    fr: "Les conteneurs s’emboîtent sur plus de {most} niveaux.",
  },
  nestedRows: {
    en: "A list of panels cannot stand within another.",
    fr: "Une liste de volets ne peut en contenir une autre.",
  },
  tooManyInputs: {
    en: "A usual answer fills {count} inputs; at most {most} are allowed.",
    fr: "Une réponse ordinaire remplit {count} champs ; {most} au plus sont admis.",
  },
  tooManyItems: {
    en: "The codebook has {count} items; at most {most} are allowed.",
    fr: "Le dictionnaire compte {count} éléments ; {most} au plus sont admis.",
  },
  missingDefaultText: {
    en: "The text in the default language ({language}) is missing.",
    fr: "Le texte dans la langue par défaut ({language}) manque.",
  },
  unknownPlaceholder: {
    en: "“{name}” in braces cannot be filled in here. Only “templateTitle” can show {panelIndex} and fields of the panel.",
    fr: "« {name} » entre accolades ne peut être rempli ici. Seul « templateTitle » peut montrer {panelIndex} et les champs du volet.",
  },
  conditionSyntax: { en: "This condition cannot be read: {text}", fr: "Cette condition est illisible : {text}" },
  conditionTooComplex: {
    en: "This condition is too long or too deep.",
    fr: "Cette condition est trop longue ou trop imbriquée.",
  },
  conditionFunction: {
    en: "Functions are not allowed in conditions: {text}",
    fr: "Les fonctions ne sont pas admises dans les conditions : {text}",
  },
  conditionUnknownName: {
    en: "The condition asks for “{name}”, which no question has as its name.",
    fr: "La condition porte sur « {name} », qui n’est le nom d’aucune question.",
  },
  conditionLaterName: {
    en: "The condition asks for “{name}”, which comes later or is this question itself.",
    fr: "La condition porte sur « {name} », qui vient plus loin ou est cette question même.",
  },
  boundsReversed: {
    en: "The lower bound is above the upper one.",
    fr: "La borne inférieure dépasse la borne supérieure.",
  },
  boundType: {
    en: "This bound does not fit the input type {inputType}.",
    fr: "Cette borne ne convient pas au type {inputType}.",
  },
  panelCount: {
    en: "“panelCount” would open empty panels that may stay empty. Use “minPanelCount”, or let people add them.",
    fr: "« panelCount » ouvrirait des volets vides. Utilisez « minPanelCount », ou laissez les gens les ajouter.",
  },
  unknownQuestion: {
    en: "There is no question “{name}” that fits here.",
    fr: "Aucune question « {name} » ne convient ici.",
  },
  givenUnknown: {
    en: "“{list}” is no list that a round can bring. Lists: {allowed}.",
    fr: "« {list} » n’est pas une liste qu’une campagne peut fournir. Listes : {allowed}.",
  },
  givenMissing: {
    en: "Panels with the measure “{measure}” are made from the given list “{list}”; say so with “given”.",
    fr: "Les volets de mesure « {measure} » viennent de la liste « {list} » ; indiquez-la par « given ».",
  },
  givenMeasure: {
    en: "The given list “{list}” belongs to the measure “{measure}”.",
    fr: "La liste fournie « {list} » relève de la mesure « {measure} ».",
  },
  givenAddRemove: {
    en: "Given panels cannot be added or removed; leave “{name}” out or set it to false.",
    fr: "Les volets fournis ne s’ajoutent ni ne se retirent ; omettez « {name} » ou mettez false.",
  },
  missingUnit: {
    en: "A question with the measure “{measure}” needs “unit”: “{unit}”.",
    fr: "Une question de mesure « {measure} » demande « unit » : « {unit} ».",
  },
  measureType: {
    en: "The measure “{measure}” is read from questions of the type {allowed} only.",
    fr: "La mesure « {measure} » se lit seulement dans des questions de type {allowed}.",
  },
  scaleNotAscending: {
    en: "The values of this scale must be 1, 2, 3, 4, 5 in this order, besides columns marked by “missing”.",
    fr: "Les valeurs de cette échelle doivent être 1, 2, 3, 4, 5 dans cet ordre, outre les colonnes marquées par « missing ».",
  },
  missingInRanking: {
    en: "A choice to be ranked cannot stand for a missing answer.",
    fr: "Un choix à classer ne peut représenter une réponse manquante.",
  },
  requiredTopics: {
    en: "{count} topics are required on both scales, but only {asked} are asked on both.",
    fr: "{count} thèmes sont exigés sur les deux échelles, mais seulement {asked} y figurent.",
  },
  sectionSplit: {
    en: "The pages of the section “{section}” must follow each other.",
    fr: "Les pages de la section « {section} » doivent se suivre.",
  },
  sameAsUnknown: {
    en: "“{key}” is no item of the version before.",
    fr: "« {key} » n’est pas un élément de la version précédente.",
  },
  sameAsTwice: {
    en: "Two items want to continue “{key}” of the version before.",
    fr: "Deux éléments veulent continuer « {key} » de la version précédente.",
  },
  seriesChanged: {
    en: "“{key}” had another {what} in the version before. Rename it, or declare the break with “seriesBreak”.",
    fr: "« {key} » avait une autre propriété ({what}) dans la version précédente. Renommez-le ou déclarez « seriesBreak ».",
  },
  // Warnings: the definition may be published, but an analysis would miss something.
  topicOneScale: {
    en: "The topic “{topic}” is rated for {has} but not for {lacks}; it cannot be ranked.",
    fr: "Le thème « {topic} » est noté pour {has} mais pas pour {lacks} ; il ne peut être classé.",
  },
  topicTwice: {
    en: "The topic “{topic}” is rated twice for {measure}; only the first is used.",
    fr: "Le thème « {topic} » est noté deux fois pour {measure} ; seule la première note sert.",
  },
  topicNotAsked: {
    en: "The topic “{topic}” of the region is not rated here.",
    fr: "Le thème « {topic} » de la région n’est pas noté ici.",
  },
  noTopFive: {
    en: "No question has the measure “topFive”: the ranking cannot be compared with the members’ own choice.",
    fr: "Aucune question n’a la mesure « topFive » : le classement ne pourra être comparé au choix des membres.",
  },
  noSatisfaction: {
    en: "No question has the measure “satisfaction”: the KPI of satisfaction cannot be computed.",
    fr: "Aucune question n’a la mesure « satisfaction » : l’indicateur de satisfaction ne pourra être calculé.",
  },
  missingTranslation: { en: "The text in “{language}” is missing.", fr: "Le texte en « {language} » manque." },
  unknownId: {
    en: "“{value}” is no {unit} of the region.",
    fr: "« {value} » n’est pas un identifiant ({unit}) de la région.",
  },
  unknownMeasure: {
    en: "No analysis reads the measure “{measure}”.",
    fr: "Aucune analyse ne lit la mesure « {measure} ».",
  },
  unknownField: {
    en: "No analysis reads the field “{field}” of the measure “{measure}”.",
    fr: "Aucune analyse ne lit le champ « {field} » de la mesure « {measure} ».",
  },
  noMeasure: {
    en: "“{name}” says not what it measures; no analysis will find it.",
    fr: "« {name} » ne dit pas ce qu’elle mesure ; aucune analyse ne la trouvera.",
  },
  noField: {
    en: "“{name}” says not which field of “{measure}” it is; no analysis will find it.",
    fr: "« {name} » ne dit pas quel champ de « {measure} » elle est ; aucune analyse ne la trouvera.",
  },
  fieldTwice: {
    en: "The field “{field}” of “{measure}” stands twice in this panel; only the first is used.",
    fr: "Le champ « {field} » de « {measure} » figure deux fois dans ce volet ; seul le premier sert.",
  },
  itemDropped: {
    en: "The version before asked “{key}”, this one does not; if it was renamed, say so with “sameAs”.",
    fr: "La version précédente demandait « {key} », celle-ci non ; s’il a été renommé, indiquez-le par « sameAs ».",
  },
  conditionValue: {
    en: "The condition compares “{name}” with “{value}”, which it cannot answer.",
    fr: "La condition compare « {name} » à « {value} », réponse impossible.",
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly fr: string }>>;

export type DefinitionCode = keyof typeof DEFINITION_MESSAGES;
export type MessageParams = Readonly<Record<string, string | number>>;

/** The sentence of a problem in a language; English where there is none in that language. */
export function definitionMessage(code: DefinitionCode | SyntaxCode, params: MessageParams, language = "en"): string {
  const message = DEFINITION_MESSAGES[code];
  return fillIn(language.startsWith("fr") ? message.fr : message.en, params);
}

/** Puts `params` into the braces of a sentence. A name without a param stays as it is. */
export function fillIn(sentence: string, params: MessageParams): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
