import type { priorities as english } from "../en/priorities";

export const priorities: Record<keyof typeof english, string> = {
  "priorities.titleNone": "Priorités",
  "priorities.title": "Priorités pour {cycle}",
  "priorities.none": "–",
  "priorities.range": "{low}–{high}",
  "priorities.nOfN": "{n} sur {N}",
  "priorities.lessThanOne": "< 1",
  "priorities.moreThan99": "> 99",
  "priorities.synthetic": "Données fictives.",
  "priorities.method": "Méthode",
  "priorities.methodRanges": "Comment les intervalles sont établis",
  "priorities.permanent": "Adresse permanente",
  "priorities.download.csv": "Fichier CSV",

  "priorities.run": "Calculer le classement",
  "priorities.runAgain": "Calculer de nouveau",
  "priorities.runStale": "Des réponses sont arrivées depuis : calculer de nouveau",
  "priorities.publish": "Publier ce classement",
  "priorities.empty.reader":
    "Aucun classement n’a encore été publié. Dès que le bureau en publie un, il se trouve ici et ne change plus.",
  "priorities.empty.ready":
    "{submitted} membres sur {invited} ont répondu à l’enquête « {survey} ». Leurs réponses n’ont pas encore été classées.",
  "priorities.empty.noSurvey":
    "Il n’y a pas encore de réponses à classer. Ouvrez une enquête sur les besoins et invitez les membres : le classement découle de ce qu’ils disent.",
  "priorities.empty.surveys": "Aller aux enquêtes",
  "priorities.empty.how": "Ce que dira le classement",
  "priorities.empty.howBody":
    "Quels besoins viennent en premier, avec quelle certitude, qui le dit, et si l’ordre tiendrait au cas où les membres silencieux penseraient autrement, où l’on compterait autrement, ou si quelqu’un était laissé de côté. Le calcul dure quelques secondes et il est conservé avec tout ce sur quoi il repose.",

  "priorities.finding.nothing": "Personne n’a encore évalué de sujet ; il n’y a rien à classer.",
  "priorities.finding.few":
    "{n, plural, =0 {Aucun membre n’a répondu} one {Un seul membre a répondu} other {Seuls # membres ont répondu}} : trop peu pour dire si l’ordre est sûr. Les rangs sont donnés sans intervalle.",
  "priorities.finding.leading":
    "{count, plural, =1 {Un besoin vient} =2 {Deux besoins viennent} =3 {Trois besoins viennent} =4 {Quatre besoins viennent} =5 {Cinq besoins viennent} =6 {Six besoins viennent} =7 {Sept besoins viennent} =8 {Huit besoins viennent} =9 {Neuf besoins viennent} =10 {Dix besoins viennent} other {# besoins viennent}} en tête quelle que soit la façon de compter : {topics}{more, plural, =0 {.} one {, et un autre.} other {, et # autres.}}",
  "priorities.finding.leadingHere":
    "{count, plural, =1 {Un besoin est} =2 {Deux besoins sont} =3 {Trois besoins sont} =4 {Quatre besoins sont} =5 {Cinq besoins sont} other {# besoins sont}} nettement parmi les dix premiers ici : {topics}{more, plural, =0 {.} one {, et un autre.} other {, et # autres.}}",
  "priorities.finding.none":
    "Aucun besoin n’est à coup sûr parmi les dix premiers quelle que soit la façon de compter.",
  "priorities.finding.noneHere": "Aucun besoin n’est nettement parmi les dix premiers ici.",
  "priorities.finding.both":
    "{first} De la {from, selectordinal, one {#re} other {#e}} à la {to, selectordinal, one {#re} other {#e}} place, cette enquête ne permet pas de dire quels besoins font partie des dix premiers.",

  "priorities.term.answered": "Réponses",
  "priorities.term.answeredOf": "{n} membres sur {N}, {share} %",
  "priorities.term.survey": "Enquête",
  "priorities.term.surveyClosed": "{survey}, version {version}, close le {date}",
  "priorities.term.surveyOpen": "{survey}, version {version}, ouverte jusqu’au {date} : provisoire",
  "priorities.term.run": "Calcul",
  "priorities.term.runOf": "du {date}, {count, number} rééchantillonnages",
  "priorities.term.status": "État",
  "priorities.term.published": "publié",
  "priorities.term.publishedAs": "« {name} », {date}",
  "priorities.asPublished": "Tel que publié",
  "priorities.term.notPublished": "pas encore publié",

  "priorities.rank.title": "{count, plural, one {Un sujet} other {# sujets}} par besoin",
  "priorities.rank.note":
    "Les deux intervalles contiennent 90 rééchantillonnages sur 100. Là où ils se recouvrent, l’ordre n’est pas établi.",
  "priorities.rank.noteFew":
    "Moins de huit membres ont répondu : des points seulement, les intervalles ne peuvent être connus.",
  "priorities.rank.noteCensus":
    "Tous les membres de ce groupe ont répondu : les intervalles disent ce que donnerait une nouvelle enquête, il ne reste rien à estimer.",
  "priorities.show.figures": "Tous les chiffres en tableau",
  "priorities.show.plot": "Retour au graphique",
  "priorities.key.place": "place dans cette enquête",
  "priorities.key.sure": "intervalle, si les {count} avaient répondu",
  "priorities.key.wide": "intervalle d’une nouvelle enquête",
  "priorities.key.zone": "dix premières places",
  "priorities.lens": "Vue",
  "priorities.lens.region": "Région",
  "priorities.lens.asks": "Demandent un appui",
  "priorities.lens.lists": "Listes de cinq",
  "priorities.lens.listsNote":
    "Ici, ce sont les listes de cinq des membres qui classent les sujets, et non leurs notes : cinq points pour le premier, un pour le cinquième.",
  "priorities.lens.officeOnly":
    "Pour le bureau seulement : si peu de membres se trouvent derrière cette vue, ou derrière sa différence avec une autre, que des réponses isolées pourraient être déduites.",

  "priorities.table.caption":
    "{count, plural, one {Un sujet} other {# sujets}} par place, avec l’intervalle de chaque place",
  "priorities.table.place": "Rang",
  "priorities.table.topic": "Sujet",
  "priorities.table.band": "Parmi les dix premiers",
  "priorities.table.plot": "Place et son intervalle, de 1 à {places}",
  "priorities.table.range": "Intervalle à 90 %",
  "priorities.table.repeatHead": "Intervalle d’une nouvelle enquête",
  "priorities.table.repeat": "Nouvelle enquête : {low} à {high}",
  "priorities.table.topFive": "Dans les cinq, sur 100",
  "priorities.table.topTen": "Dans les dix, sur 100",
  "priorities.table.score": "Note",
  "priorities.table.gap": "Écart, points",
  "priorities.table.large": "Grand écart",
  "priorities.table.rated": "Évalué par + s. o.",
  "priorities.table.ratedPlus": "{n} + {notApplicable}",
  "priorities.table.ratedOf": "Évalué par",
  "priorities.table.applies": "Concerne",
  "priorities.table.dontKnow": "Ne sait pas",
  "priorities.table.shared": "{count} sujets partagent cette place",
  "priorities.table.dependent": "dépend du calcul",
  "priorities.band.clear": "Net",
  "priorities.band.likely": "Probable",
  "priorities.band.possible": "Envisageable",
  "priorities.band.smallChance": "Peu de chances",
  "priorities.band.none": "Sans intervalle",
  "priorities.band.clear.note":
    "{count, plural, one {# sujet} other {# sujets}}, dans les dix dans au moins 90 rééchantillonnages sur 100 des deux sortes",
  "priorities.band.clearHere.note":
    "{count, plural, one {# sujet} other {# sujets}}, dans les dix dans au moins 90 rééchantillonnages sur 100 des deux sortes",
  "priorities.band.likely.note": "{count, plural, one {# sujet} other {# sujets}}, au moins 50 sur 100",
  "priorities.band.possible.note": "{count, plural, one {# sujet} other {# sujets}}, de 10 à 49 sur 100",
  "priorities.band.smallChance.note": "{count, plural, one {# sujet} other {# sujets}}, moins de 10 sur 100",
  "priorities.band.none.note":
    "{count, plural, one {# sujet} other {# sujets}}, trop peu de réponses pour rééchantillonner",

  "priorities.source":
    "Place selon l’écart moyen pondéré : importance × (importance − capacité), en moyenne sur les membres qui ont noté les deux, réduite selon la part des « sans objet ». Les ex æquo partagent une place.",
  "priorities.source.lists":
    "Place selon les points des listes de cinq des membres, de 5 à 1 selon la place sur la liste. Les ex æquo partagent une place.",
  "priorities.source.published":
    "Des catégories au lieu de places : les sujets d’une même catégorie suivent l’ordre du questionnaire, puisque l’enquête n’établit pas le leur.",
  "priorities.source.detectable":
    "Deux sujets choisis d’avance diffèrent au-delà du hasard si leurs écarts diffèrent d’au moins {points} point.",
  "priorities.source.run": "{survey}, calcul du {date}, données {hash}, germe {seed}.",

  "priorities.hold.title": "L’ordre tiendrait-il ?",
  "priorities.hold.note": "Trois façons dont l’ordre pourrait être faux.",
  "priorities.hold.silent": "Si les silencieux pensent autrement",
  "priorities.hold.noneSilent": "Tous les membres ont répondu.",
  "priorities.hold.silentStayAlone":
    "Les cinq premiers restent les cinq premiers si {silent, plural, one {le membre silencieux} other {les # membres silencieux}} les notaient dans la moyenne, même eux seuls.",
  "priorities.hold.silentStay":
    "Les cinq premiers restent les cinq premiers si {silent, plural, one {le membre silencieux} other {les # membres silencieux}} notaient tous les sujets dans la moyenne.",
  "priorities.hold.silentChange":
    "Les cinq premiers ne resteraient pas tous si {silent, plural, one {le membre silencieux} other {les # membres silencieux}} notaient tous les sujets dans la moyenne.",
  "priorities.hold.silentWorst":
    "Quoi qu’il manque, {sure} des {five} restent parmi les dix premiers ; {possible, plural, one {# sujet pourrait} other {# sujets pourraient}} y parvenir.",
  "priorities.hold.counting": "Si l’on compte autrement",
  "priorities.hold.countingFive":
    "Sur {ways} façons de compter, les cinq premiers gardent les places {best} à {worst}.",
  "priorities.hold.moving":
    "{count, plural, =0 {Aucun sujet ne se déplace de plus de cinq places.} =1 {Un sujet se déplace de plus de cinq places :} other {# sujets se déplacent de plus de cinq places, surtout}}",
  "priorities.hold.fromTo": "({best} à {worst})",
  "priorities.hold.countingMore": "Toutes les façons de compter",
  "priorities.hold.removal": "Si un membre est laissé de côté",
  "priorities.hold.removalNone":
    "{upTo, plural, one {Aucun membre à lui seul ne changerait} other {Aucun groupe de # membres ne changerait}} les cinq premiers.",
  "priorities.hold.removalSome":
    "{size, plural, one {{count, plural, one {Un membre à lui seul change} other {Chacun de # membres à lui seul change}}} other {Il faut # membres ensemble pour changer}} les cinq premiers.",
  "priorities.hold.straight":
    "{count, plural, one {Un membre a donné} other {# membres ont donné}} partout la même note ; sans eux, {shared} des dix premiers sont les mêmes.",
  "priorities.hold.noStraight": "Personne n’a donné partout la même note.",
  "priorities.hold.answersMore": "Les réponses derrière le classement",

  "priorities.coverage.title": "Qui en fait partie",
  "priorities.coverage.merged": "Des sous-régions ont été réunies avant d’avoir vu les données.",
  "priorities.coverage.group": "Groupe",
  "priorities.coverage.answered": "Ont répondu",
  "priorities.coverage.invited": "Invités",
  "priorities.coverage.share": "Part",
  "priorities.coverage.weight": "Poids de chacun",
  "priorities.coverage.given": "Notes données",

  "priorities.job.title": "Le classement est en cours de calcul",
  "priorities.job.queued": "Il attend son tour. Cette page se renouvelle d’elle-même.",
  "priorities.job.running":
    "Quelques secondes : les membres sont tirés de nouveau dix mille fois. Cette page mène d’elle-même plus loin.",
  "priorities.job.failed": "Le calcul a échoué. Rien n’a été modifié ; les réponses sont en sûreté.",
  "priorities.job.cancelled": "Le calcul a été arrêté. Rien n’a été modifié.",
  "priorities.job.done": "{share} achevés",
  "priorities.job.cancel": "L’arrêter",
  "priorities.job.back": "Retour aux priorités",

  "priorities.publishPage.title": "Publier ce classement",
  "priorities.publishPage.errors": "Il manque quelque chose",
  "priorities.publishPage.tooFew":
    "Trop peu de membres ont répondu : un classement de moins de huit ne quitte pas le bureau. Ce qui se partage, ce sont des groupes, et ils viennent d’un rééchantillonnage qui ne dit rien avec si peu de réponses ; des rangs nus seraient cités sans leur incertitude, et chacun de ces membres pourrait déduire ce que les autres ont dit. Lisez les rangs au bureau et dites-les de vive voix, avec le nombre de réponses.",
  "priorities.publishPage.open": "L’enquête est encore ouverte : ce classement est provisoire.",
  "priorities.publishPage.before": "Ce calcul a déjà été publié sous le nom « {name} » le {date}.",
  "priorities.publishPage.what":
    "Les membres et les lecteurs verront des catégories et des intervalles, ni places ni notes, pour ces vues : {shared}. Les réponses de personne ne sont nommées.",
  "priorities.publishPage.kept":
    "{count, plural, one {Cette vue reste} other {Ces vues restent}} au bureau, car des réponses isolées pourraient être déduites : {kept}.",
  "priorities.publishPage.forEver":
    "Un classement publié ne peut être ni modifié ni retiré. Un calcul ultérieur peut être publié à côté.",
  "priorities.publishPage.name": "Nom",
  "priorities.publishPage.note": "Note au lecteur",
  "priorities.publishPage.noteHint": "Facultative. Elle figure au-dessus du classement.",
  "priorities.publishPage.signature": "Votre nom",
  "priorities.publishPage.signatureHint": "Il figure sous la note, en guise de signature.",
  "priorities.publishPage.confirm": "J’ai lu ce qui est sûr et ce qui ne l’est pas, et je publie définitivement.",
  "priorities.publishPage.do": "Publier définitivement",
  "priorities.publishPage.back": "Pas encore",
  "priorities.publishPage.nameMissing": "Donnez-lui un nom de 120 lettres au plus.",
  "priorities.publishPage.noteLong": "La note peut compter 2 000 lettres au plus.",
  "priorities.publishPage.signatureMissing": "Signez de votre nom.",
  "priorities.publishPage.confirmMissing": "Confirmez la publication définitive.",
  "priorities.publishPage.nameTaken": "Un autre classement publié porte ce nom. Choisissez-en un autre.",
  "priorities.publishPage.alreadyPublished": "Ce calcul est déjà publié sous ce nom.",

  "priorities.tabs": "Pages de ce calcul",
  "priorities.tabs.ranking": "Classement",
  "priorities.tabs.counting": "Compté autrement",
  "priorities.tabs.answers": "Les réponses",

  "priorities.map.link": "Importance et capacité",
  "priorities.map.title": "Importance et capacité",
  "priorities.map.finding":
    "{count, plural, one {Un des {total} sujets est} other {# des {total} sujets sont}} plus importants que la plupart et moins maîtrisés que la plupart.",
  "priorities.map.picture": "La carte",
  "priorities.map.note":
    "Vers le haut : importance moyenne. Vers la droite : capacité moyenne aujourd’hui. Les lignes se croisent aux moyennes de tous les sujets. Plein : dix premières places. Le côté d’une ligne où tombe un point relève souvent du hasard.",
  "priorities.map.svgTitle": "Importance et capacité de {count} sujets",
  "priorities.map.svgDescription": "Toutes les valeurs sont dans le tableau ci-dessous.",
  "priorities.map.importanceAxis": "Vers le haut : importance moyenne, de 1 à 5 ; une ligne par demi-point.",
  "priorities.map.capabilityAxis": "Capacité moyenne aujourd’hui, de 1 à 5",
  "priorities.map.concentrateHere": "Concentrer l’effort ici",
  "priorities.map.keepUp": "Maintenir",
  "priorities.map.lowPriority": "Priorité faible",
  "priorities.map.possibleOverkill": "Peut-être trop",
  "priorities.map.noQuadrant": "Trop peu de réponses",
  "priorities.map.table": "Les valeurs",
  "priorities.map.importance": "Importance moyenne",
  "priorities.map.capability": "Capacité moyenne",
  "priorities.map.quadrant": "Quart",

  "priorities.counting.title": "Compté autrement",
  "priorities.counting.finding":
    "Quelle que soit la façon de compter, les cinq premiers gardent les places {best} à {worst}. {count, plural, =0 {Aucun sujet ne se déplace} one {Un sujet se déplace} other {# sujets se déplacent}} de plus de cinq places.",
  "priorities.counting.methods": "Façons de compter",
  "priorities.counting.methodsNote":
    "Les mêmes réponses de toutes les façons défendables. « Pondéré » fait compter chaque groupe de membres pour autant qu’il y a d’invités.",
  "priorities.counting.column": "{method}, {weighting}",
  "priorities.counting.meanWeightedDiscrepancy": "Écart pondéré",
  "priorities.counting.meanGap": "Écart moyen",
  "priorities.counting.rankedDiscrepancy": "Part avec un écart",
  "priorities.counting.topFiveBorda": "Listes de cinq",
  "priorities.counting.raw": "tel quel",
  "priorities.counting.postStratified": "pondéré",
  "priorities.counting.range": "Meilleure à pire",
  "priorities.counting.composite": "Moitié notes, moitié listes",
  "priorities.counting.weightings": "Dans les dix, sur 100 pondérations",
  "priorities.counting.shared": "Des dix premiers, les mêmes",
  "priorities.counting.compositeMethod": "Comment le composé est établi",
  "priorities.counting.pairs": "Sujet contre sujet",
  "priorities.counting.pairsNote":
    "L’ordre des dix premiers qui contredit le moins de préférences des membres (Kemeny).",
  "priorities.counting.pairs.lists": "Selon les listes",
  "priorities.counting.pairs.ratings": "Selon les notes",
  "priorities.counting.optima":
    "{count, plural, one {Aucun autre ordre ne fait aussi bien.} other {# ordres font aussi bien ; voici le premier.}}",

  "priorities.bounds.title": "Si les réponses manquantes étaient quelconques",
  "priorities.bounds.note":
    "Les limites de chaque note et de chaque place si les blancs, les « ne sait pas » et les membres silencieux avaient dit n’importe quoi de 1 à 5. Larges, puisque rien n’est supposé.",
  "priorities.bounds.ends": "{lower} à {upper}",
  "priorities.bounds.missing": "Sans note",
  "priorities.bounds.respondents": "Note, si elles étaient quelconques",
  "priorities.bounds.silent": "Silencieux",
  "priorities.bounds.all": "Note, eux aussi",
  "priorities.bounds.places": "Place, eux aussi",

  "priorities.agreement.title": "Les membres sont-ils d’accord ?",
  "priorities.agreement.note":
    "Ordre : W de Kendall, 0 pas d’ordre commun, 1 le même ; sur les membres qui ont tout noté. Niveau : alpha ordinal, 0 ce que donnerait le hasard, avec son intervalle à 95 %.",
  "priorities.agreement.importanceOrder": "Importance, ordre",
  "priorities.agreement.importanceLevel": "Importance, niveau",
  "priorities.agreement.gapOrder": "Écart, ordre",
  "priorities.agreement.gapLevel": "Écart, niveau",
  "priorities.agreement.w": "{w} ({judges, plural, one {# membre} other {# membres}})",
  "priorities.agreement.alpha": "{alpha} ({lower} à {upper})",
  "priorities.agreement.tooFew": "trop peu de réponses",
  "priorities.agreement.tooFewComplete": "trop peu ont tout noté",
  "priorities.concordance":
    "Avec {n} réponses sur {N}, on attend que {shared} des {places} premières places soient celles que tous les membres nommeraient.",

  "priorities.answers.title": "Les réponses derrière le classement",
  "priorities.answers.finding":
    "{flagged, plural, =0 {Aucune des réponses des {n} membres ne surprend.} one {Les réponses d’un membre sur {n} ont quelque chose de surprenant.} other {Les réponses de # membres sur {n} ont quelque chose de surprenant.}} Personne n’est écarté ; ce que cela changerait est montré.",
  "priorities.answers.silent": "Silencieux",
  "priorities.answers.nobody": "personne",
  "priorities.answers.flags": "Ce qui surprend",
  "priorities.answers.flagsNote":
    "Pour le bureau seulement. Votre lecture de cette page est inscrite au journal d’audit.",
  "priorities.answers.noFlags": "Rien ne surprend dans les réponses d’aucun membre.",
  "priorities.answers.member": "Membre",
  "priorities.answers.what": "Quoi",
  "priorities.answers.pairs": "Noté sur les deux échelles",
  "priorities.answers.confirmed": "Confirmé de l’an dernier",
  "priorities.answers.without": "Avec et sans eux",
  "priorities.answers.withoutNote": "Le classement si les membres signalés étaient laissés de côté.",
  "priorities.answers.members": "Membres",
  "priorities.answers.topFive": "Cinq premiers, les mêmes",
  "priorities.answers.topTen": "Dix premiers, les mêmes",
  "priorities.answers.tau": "Accord des ordres (tau-b)",
  "priorities.answers.moved": "Se déplacent le plus",
  "priorities.answers.move": "{topic} ({place} à {without})",
  "priorities.answers.nothingMoves": "rien ne bouge",
  "priorities.answers.removal": "Qui décide des cinq premiers",
  "priorities.answers.removalNote": "Le moins de membres sans lesquels d’autres sujets seraient les cinq premiers.",
  "priorities.answers.noRemoval": "Aucun groupe de membres essayé ne change les cinq premiers.",
  "priorities.answers.removed": "Sans {members} : {leaves} en sortirait, {enters} y entrerait.",
  "priorities.answers.nothing": "rien",
  "priorities.answers.influence": "Le plus de places bougeraient sans {members}.",
  "priorities.answers.influenceOf": "{member} ({places})",
  "priorities.flag.straightLiner": "partout la même note",
  "priorities.flag.topImportanceEverywhere": "tout de la plus haute importance",
  "priorities.flag.pairedShareLow": "peu de sujets notés sur les deux échelles",
  "priorities.flag.topFiveRatedLow": "parmi les cinq premiers, mais noté peu important",
  "priorities.flag.naOneScaleOnly": "sans objet sur une échelle seulement",
  "priorities.flag.offersExpertsRatedLow": "offre des experts, mais note bas sa propre capacité",
  "priorities.flag.confirmedUnread": "plus de 80 % confirmés de l’an dernier",

  "priorities.topic.finding":
    "Place {place} sur {places}, {asking, plural, =0 {et personne ne le demande} one {demandé par un membre} other {demandé par # membres}}. {accredited, plural, =0 {Personne n’est accrédité dans son domaine} one {Une personne est accréditée dans son domaine} other {# personnes sont accréditées dans son domaine}} ; {candidates, plural, =0 {aucun candidat n’est désigné} one {un candidat est désigné} other {# candidats sont désignés}}.",
  "priorities.topic.findingNoArea":
    "Place {place} sur {places}, {asking, plural, =0 {et personne ne le demande} one {demandé par un membre} other {demandé par # membres}}. Il n’existe pas d’accréditation : il faut des conseillers ou des partenaires.",
  "priorities.topic.findingBand":
    "Parmi les dix premiers : {band}. {asking, plural, =0 {Personne ne le demande} one {Un membre le demande} other {# membres le demandent}} ; {accredited, plural, =0 {personne n’est accrédité dans son domaine} one {une personne est accréditée dans son domaine} other {# personnes sont accréditées dans son domaine}}.",
  "priorities.topic.findingBandNoArea":
    "Parmi les dix premiers : {band}. {asking, plural, =0 {Personne ne le demande} one {Un membre le demande} other {# membres le demandent}}. Il n’existe pas d’accréditation : il faut des conseillers ou des partenaires.",
  "priorities.topic.of": "sur {N}",
  "priorities.topic.place": "place, de {low} à {high} si tous avaient répondu",
  "priorities.topic.placeOnly": "place, sans intervalle",
  "priorities.topic.rangeOnly": "intervalle de sa place, sur {places}",
  "priorities.topic.gap": "points entre importance {importance} et capacité {capability}",
  "priorities.topic.asking": "{count, plural, one {membre le demande} other {membres le demandent}}",
  "priorities.topic.accredited":
    "{count, plural, one {personne accréditée} other {personnes accréditées}} dans son domaine",
  "priorities.topic.cost": "supposé, pour {count, plural, one {une mission} other {# missions}}",
  "priorities.topic.rated": "Évalué par",
  "priorities.topic.ratedOf":
    "{n} membres sur {N}{notApplicable, plural, =0 {} other { ; sans objet pour #}}{dontKnow, plural, =0 {} one { ; # ne savait pas} other { ; # ne savaient pas}}",
  "priorities.topic.area": "Domaine",
  "priorities.topic.noArea": "pas d’accréditation",
  "priorities.topic.inPlan": "Dans le plan",
  "priorities.topic.asks": "Qui demande",
  "priorities.topic.asksOffice":
    "{unnamed, plural, =0 {Tous ont accepté d’être nommés.} one {Une demande n’est vue que du bureau.} other {# demandes ne sont vues que du bureau.}}",
  "priorities.topic.asksNamed":
    "{unnamed, plural, =0 {Tous ont accepté d’être nommés.} other {Seuls ceux qui ont accepté d’être nommés figurent ici.}}",
  "priorities.topic.nobodyAsks": "Personne ne l’a demandé.",
  "priorities.topic.nobodyNamed": "Des membres l’ont demandé, mais aucun n’a accepté d’être nommé.",
  "priorities.topic.notNamed": "à ne pas nommer",
  "priorities.topic.andUnnamed": "et {count, plural, one {une demande} other {# demandes}} sans nom",
  "priorities.topic.result": "Résultat attendu",
  "priorities.topic.months": "Mois",
  "priorities.topic.anyMonth": "indifférent",
  "priorities.topic.mode": "Forme",
  "priorities.topic.inTheWay": "Fait obstacle",
  "priorities.topic.notSaid": "non précisé",
  "priorities.topic.brings": "Apporte",
  "priorities.topic.help": "Qui peut aider",
  "priorities.topic.helpNote":
    "Une mission demande un chef et un second. Leur disponibilité et leurs conflits figurent chez les experts.",
  "priorities.topic.helpCount":
    "{count, plural, one {Une personne a} other {# personnes ont}} un statut dans son domaine.",
  "priorities.topic.nobodyHelps": "Personne n’a de statut dans son domaine.",
  "priorities.topic.nobodyHelpsNoArea": "Personne au registre n’est inscrit pour ce sujet.",
  "priorities.topic.person": "Personne",
  "priorities.topic.noMember": "–",
  "priorities.topic.standing": "Statut",
  "priorities.topic.languages": "Langues",
  "priorities.topic.lastMission": "Dernière mission sur ce sujet",
  "priorities.topic.accredit": "Qui accréditer",
  "priorities.topic.accreditNote":
    "Candidats de son domaine. Lesquels permettraient plus de missions figure sous l’accréditation.",
  "priorities.topic.noCandidate": "Personne n’est désigné.",
  "priorities.topic.candidateCount": "{count, plural, one {Un candidat} other {# candidats}} dans son domaine.",
  "priorities.standing.listed": "inscrit pour ce sujet",
  "priorities.standing.since": "{step}, {date}",
  "priorities.standing.nominated": "désigné",
  "priorities.standing.preScreened": "présélectionné",
  "priorities.standing.preAccredited": "préaccrédité",
  "priorities.standing.inFieldMissions": "en missions de terrain",
  "priorities.standing.accredited": "accrédité",
  "priorities.standing.lapsed": "échu",
  "priorities.standing.withdrawn": "retiré",
  "priorities.topic.costs": "Ce que cela coûte",
  "priorities.topic.costsNote": "Coûts supposés en {currency}, selon les règles du plan, avec deux experts chacun.",
  "priorities.topic.noCosts": "Rien n’est demandé ; il n’y a rien à chiffrer.",
  "priorities.topic.way": "Moyen",
  "priorities.topic.way.missions": "{count, plural, one {Une mission nationale} other {# missions nationales}}",
  "priorities.topic.way.joint": "Un atelier commun pour {count} membres",
  "priorities.topic.way.workshop":
    "Un atelier d’accréditation pour {count, plural, one {un candidat} other {# candidats}}",
  "priorities.topic.each": "Chacun",
  "priorities.topic.inAll": "En tout",
  "priorities.topic.said": "Ce que les membres ont dit",
  "priorities.topic.saidNote": "Chaque point est un membre. En haut : importance. En bas, vide : capacité aujourd’hui.",
  "priorities.topic.saidOffice": "Pour le bureau seulement : les groupes sont petits.",
  "priorities.topic.saidMeans": "{n} sur {N} : importance {importance}, capacité {capability}",
  "priorities.topic.saidFew": "{n} sur {N} : trop peu pour une moyenne",
  "priorities.topic.saidLabel": "Importance de 1 à 5 : {importance} membres. Capacité de 1 à 5 : {capability} membres.",
  "priorities.topic.counts": "Effectifs, CSV",

  "priorities.why.title": "Pourquoi la place {place} ?",
  "priorities.why.noPlace": "Pourquoi n’a-t-il pas de place ?",
  "priorities.why.note": "D’où vient chaque chiffre.",
  "priorities.why.sum": "Note de besoin",
  "priorities.why.formula":
    "{importance} × ({importance} − {capability}) × {n}/{answered} = {score} : importance moyenne, fois sa distance à la capacité moyenne, sur {n, plural, one {le # membre qui a} other {les # membres qui ont}} noté les deux, fois la part qu’il concerne.",
  "priorities.why.tooFew":
    "{n, plural, one {Seul # membre l’a noté} other {Seuls # membres l’ont noté}} sur les deux échelles.",
  "priorities.why.answers": "Réponses reçues",
  "priorities.why.tally":
    "{n} ont noté les deux, {notApplicable} ont dit sans objet, {dontKnow} ne savaient pas, {blank} ont omis une note, {silent} n’ont pas répondu.",
  "priorities.why.large": "Grand écart",
  "priorities.why.largeOf":
    "{share} : {members} membres sur {n} notent l’importance au moins deux points au-dessus de la capacité.",
  "priorities.why.chance": "Probabilité",
  "priorities.why.chances":
    "Dans les cinq premiers dans {five} rééchantillonnages sur 100, dans les dix premiers dans {ten} : {band}.",
  "priorities.why.lists": "Listes de cinq",
  "priorities.why.listsOf": "Sur {mentions} listes sur {n} ; place {place} selon les listes seules.",
  "priorities.why.counted": "Compté autrement",
  "priorities.why.countedAs": "{method} ({weighting}) : {place}",
  "priorities.why.dependent": "Sa place dépend du calcul : de {best} à {worst}.",
  "priorities.why.bounds": "Si les manquantes étaient quelconques",
  "priorities.why.boundsOf":
    "Note {respondents} avec les notes manquantes de ceux qui ont répondu, {all} avec les silencieux aussi ; place {places}.",
  "priorities.why.neighbours": "Ses voisins",
  "priorities.why.neighboursNote": "Près de 50 sur 100, l’ordre des deux se joue à pile ou face.",
  "priorities.why.difference": "Son écart moins le leur",
  "priorities.why.above": "Est au-dessus, sur 100",
};
