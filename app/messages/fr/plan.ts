import type { plan as english } from "../en/plan";

export const plan: Record<keyof typeof english, string> = {
  "plan.line.national": "Atelier national sur {topic}, {members}",
  "plan.line.interpreted": "Atelier national sur {topic} avec interprétation, {members}",
  "plan.line.remote": "Mission à distance sur {topic}, {members}",
  "plan.line.subRegional": "Atelier sous-régional sur {topic}, {members}",
  "plan.line.regional": "Atelier régional sur {topic} en {language}, {count} membres",
  "plan.line.virtual": "Atelier en ligne sur {topic} en {language}, {count} membres",
  "plan.line.accreditation": "Atelier d’accréditation en {area}",

  "plan.list.title": "Propositions",
  "plan.list.note":
    "Une proposition se calcule à partir du classement, des demandes et du registre des experts. Approuvée, elle devient le plan de son cycle.",
  "plan.list.name": "Proposition",
  "plan.list.cycle": "Cycle",
  "plan.list.state": "État",
  "plan.list.empty": "Il n’y a pas encore de proposition.",
  "plan.list.noRanking": "Une proposition repose sur un classement. Faites d’abord le classement, sous Priorités.",
  "plan.list.make": "Faire une proposition pour {cycle}",
  "plan.state.draft": "projet",
  "plan.state.approved": "approuvée",
  "plan.state.discarded": "écartée",
  "plan.name": "{number, plural, one {Proposition pour {cycle}} other {Proposition # pour {cycle}}}",

  "plan.finding.solved":
    "{lines, plural, one {Une ligne fondée sur les besoins} other {# lignes fondées sur les besoins}} pour {cost} {lines, plural, one {répond} other {répondent}} à {share} du besoin que la formation peut combler. {out, plural, =0 {{asked, plural, =0 {Personne n’a rien demandé.} one {La seule demande a sa réponse.} other {Les # demandes ont leur réponse, ou leur besoin est couvert.}}} other {{asked, plural, one {La seule demande reste de côté.} other {Sur # demandes, {out} {out, plural, one {reste} other {restent}} de côté.}}}}",
  "plan.finding.clash":
    "Aucun plan ne respecte toutes les règles. Ce qui se contredit, et le plus petit changement qui aide, figure ci-dessous.",
  "plan.finding.empty":
    "Rien ne peut être planifié sous ces règles : aucune ligne fondée sur les besoins n’y entre. Ce qui manque à chacune figure ci-dessous.",
  "plan.finding.waiting": "Le plan est en cours de calcul. Cette page se recharge d’elle-même.",
  "plan.finding.stopped":
    "Il n’y a pas encore de plan : la recherche a été arrêtée avant de le trouver. Rien n’est perdu : relancez le calcul.",
  "plan.finding.failed": "La recherche a pris fin sans plan : {reason} Rien n’est perdu : relancez le calcul.",
  "plan.finding.conflict":
    "La proposition a été modifiée pendant le calcul ; ce qui a été trouvé n’a donc pas été enregistré. Relancez le calcul avec les modifications.",
  "plan.do.approve": "Approuver comme plan de travail",
  "plan.do.solve": "Recalculer",
  "plan.do.cancel": "Arrêter la recherche",
  "plan.do.csv": "Tableau (CSV)",
  "plan.do.open": "Ouvrir le plan de travail",
  "plan.do.lock": "Verrouiller",
  "plan.do.drop": "Retirer",
  "plan.do.free": "Déverrouiller",
  "plan.do.bring": "Imposer",

  "plan.term.state": "État",
  "plan.term.rests": "Repose sur",
  "plan.term.restsValue": "{answered} réponses sur {members}",
  "plan.term.solved": "Calculée",
  "plan.term.optimal": "{at}, prouvée la meilleure en {seconds} s",
  "plan.term.bestFound": "{at}, la meilleure trouvée ; au plus {gap} à gagner",
  "plan.term.unknown": "{at}, sans plan",
  "plan.term.hand": "Fixé à la main",
  "plan.term.handValue": "{count, plural, =0 {aucune ligne} one {une ligne} other {# lignes}}",
  "plan.term.supply": "Experts",
  "plan.term.noSupply": "pas encore d’analyse de l’offre : aucun atelier d’accréditation n’est candidat",
  "plan.term.withSupply": "registre du jour, ateliers de l’analyse de l’offre",

  "plan.search.title": "La recherche",
  "plan.search.queued": "En attente de son tour.",
  "plan.search.plan":
    "Le meilleur plan jusqu’ici répond à {score} du besoin ; aucun ne peut dépasser {bound}. Reste ouvert : {gap}.",
  "plan.search.first": "Recherche d’un premier plan. Aucun ne peut répondre à plus de {bound} du besoin.",
  "plan.search.reasons":
    "Le plan est trouvé. Recherche de ce qui tient chaque autre ligne à l’écart : {done} sur {total}.",
  "plan.search.clash": "Aucun plan ne respecte toutes les règles. Recherche de celles qui se contredisent.",
  "plan.search.begun": "Lecture des réponses, des demandes et des experts.",

  "plan.changed.title": "Modifiée depuis le calcul",
  "plan.changed.body":
    "Des lignes ont été verrouillées ou retirées, ou des réglages modifiés. Les chiffres ci-dessous sont ceux du dernier calcul ; recalculez pour voir ce que coûtent les modifications.",
  "plan.conflict.title": "Un autre planificateur a été plus rapide",
  "plan.conflict.body":
    "La proposition a été modifiée depuis que vous avez ouvert cette page (version {base} alors, {now} à présent). Rien de ce que vous avez fait n’a été enregistré. La page montre la proposition telle qu’elle est.",
  "plan.conflict.line":
    "Vous vouliez {act, select, lock {imposer} drop {retirer} other {déverrouiller}} « {line} ». Cette ligne est à présent {state, select, in {dans le plan} other {hors du plan}}{lock, select, in {, verrouillée} out {, retirée à la main} other {}}.",
  "plan.conflict.settings": "Vous vouliez un budget de {yours} ; la proposition a {theirs}.",
  "plan.conflict.again": "Le faire malgré tout",

  "plan.clash.title": "Ce qui se contredit",
  "plan.clash.note":
    "Des règles dont chacune pourrait être respectée sans les autres. Chaque issue a été vérifiée par un calcul.",
  "plan.clash.rule": "Règle",
  "plan.clash.way": "Issue",
  "plan.clash.amount": "{now} à présent, {needed} suffirait",
  "plan.clash.drop": "renoncer à la règle",
  "plan.clash.none": "n’aide pas à elle seule",
  "plan.clash.given":
    "Les engagements permanents et les événements fixes coûtent à eux seuls plus, ou prennent plus de journées du bureau, qu’il n’y en a.",
  "plan.rule.budget": "Budget",
  "plan.rule.funder": "{subject} : montant et conditions",
  "plan.rule.officeDays": "Journées de travail du bureau",
  "plan.rule.officeDaysIn": "Journées de travail du bureau en {subject}",
  "plan.rule.fewestPerMonth": "Nombre minimal de lignes par mois",
  "plan.rule.mostPerMonth": "Nombre maximal de lignes par mois",
  "plan.rule.absorption": "Nombre maximal de lignes nommant un même membre",
  "plan.rule.missionsPerMember": "Nombre maximal de missions chez un membre",
  "plan.rule.islands": "Petites îles dont un besoin est couvert",
  "plan.rule.nationalNeedsRequest": "Pas de mission sans demande",
  "plan.rule.oneLinePerRequest": "Une ligne par demande",
  "plan.rule.languages": "Les experts parlent une langue des membres",
  "plan.rule.conflicts": "Conflits d’intérêts des experts",
  "plan.rule.missionsPerExpert": "Missions que les experts peuvent donner",
  "plan.rule.accreditedLead": "Les chefs de mission sont accrédités",
  "plan.rule.fixedIn": "Imposée : {subject}",
  "plan.rule.fixedOut": "Retirée : {subject}",

  "plan.money.title": "L’argent",
  "plan.money.note":
    "Les coûts sont supposés, selon des règles que le bureau peut modifier. Les lignes permanentes et fixes pèsent sur le budget, sur aucun bailleur.",
  "plan.money.drawn": "{used} employés sur {budget}, reste {left}",
  "plan.money.given": "Lignes permanentes et fixes",
  "plan.money.caption": "L’argent par bailleur",
  "plan.money.funder": "Bailleur",
  "plan.money.amount": "Montant",
  "plan.money.used": "Employé",
  "plan.money.unused": "Reste",

  "plan.hand.title": "À la main",
  "plan.hand.costs":
    "{count, plural, one {Votre modification coûte} other {Vos # modifications coûtent}} {points} points : avec {count, plural, one {elle} other {elles}}, le plan répond à {with} du besoin au lieu de {without}.",
  "plan.hand.free":
    "{count, plural, one {Votre modification ne coûte} other {Vos # modifications ne coûtent}} rien : le plan répond à {with} du besoin dans les deux cas.",
  "plan.hand.unknown":
    "Ce que {count, plural, one {coûte votre modification} other {coûtent vos # modifications}} sera connu après le prochain calcul.",
  "plan.hand.late":
    "{count, plural, one {Une ligne est fixée} other {# lignes sont fixées}} à la main. Ce que cela coûte n’a pas été calculé dans le temps de la recherche.",
  "plan.hand.atLeast":
    "{count, plural, one {Votre modification coûte} other {Vos # modifications coûtent}} au moins {points} points : le plan répond à {with} du besoin ; sans {count, plural, one {elle} other {elles}}, au moins {without} pourrait être couvert.",
  "plan.hand.undo": "Tout déverrouiller et recalculer",

  "plan.in.title": "Dans le plan",
  "plan.in.note":
    "« Sans elle » : points de besoin couvert qui seraient perdus même si les meilleures autres lignes prenaient sa place. Un point est un centième de tout le besoin que la formation peut combler.",
  "plan.in.caption": "Lignes du plan",
  "plan.in.needs": "Fondées sur les besoins",
  "plan.in.standing": "Permanentes",
  "plan.in.fixed": "Événements fixes",
  "plan.in.member": "Par membre",
  "plan.in.month": "Par mois",
  "plan.in.views": "Vues du plan",
  "plan.in.when": "Quand, pour qui",
  "plan.in.allYear": "toute l’année",
  "plan.in.noMonth": "mois ouvert",
  "plan.in.what": "Activité et raison",
  "plan.in.led": "Experts",
  "plan.in.lead": "{name} (chef de mission)",
  "plan.in.cost": "Coût",
  "plan.in.without": "Sans elle",
  "plan.in.change": "Modifier",
  "plan.in.members": "{count, plural, one {# membre} other {# membres}}",
  "plan.in.none": "Aucune ligne de ce genre.",
  "plan.in.nobodyAsked": "personne ne l’a demandée",
  "plan.in.locked": "imposée à la main",
  "plan.in.dropped": "retirée à la main",
  "plan.in.reason":
    "Couvre {points} points de besoin, {needs, plural, one {un besoin} other {# besoins}} ; répond à {requests, plural, =0 {aucune demande} one {une demande} other {# demandes}}. {instead, plural, =0 {Rien ne pourrait prendre sa place.} one {Sans elle, une autre ligne entrerait.} other {Sans elle, # autres lignes entreraient.}}",
  "plan.in.reasonShort":
    "Couvre {points} points de besoin, {needs, plural, one {un besoin} other {# besoins}} ; répond à {requests, plural, =0 {aucune demande} one {une demande} other {# demandes}}.",
  "plan.in.atMost": "au plus {points}",
  "plan.in.indispensable": "pas de plan sans elle",
  "plan.in.notYet": "en cours de calcul",
  "plan.in.whyGiven": "Reconduite par engagement du bureau.",

  "plan.out.title": "Non retenues, et pourquoi",
  "plan.out.note":
    "Proximité : la valeur du meilleur plan avec cette ligne, en part de celle de la proposition. À 100 %, la prendre ne coûterait rien.",
  "plan.out.caption": "Lignes non retenues",
  "plan.out.line": "Activité",
  "plan.out.closeness": "Proximité",
  "plan.out.axis": "de 95 % à 100 %",
  "plan.out.why": "Pourquoi pas",
  "plan.out.with": "Si on la prenait",
  "plan.out.loses":
    "Le plan perdrait {points} points ; {count, plural, =0 {aucune ligne ne céderait} one {{lines} céderait} other {{lines} céderaient}} la place.",
  "plan.out.losesMany":
    "Le plan perdrait {points} points ; {lines} et {more, plural, one {une autre ligne} other {# autres lignes}} céderaient la place.",
  "plan.out.same": "Le plan répondrait à autant de besoin ; le coût ou l’ordre a décidé.",
  "plan.out.impossible": "Aucun plan qui la contient ne respecte toutes les règles.",
  "plan.out.notYet": "En cours de calcul ; ouvrez la ligne pour l’avoir en premier.",
  "plan.out.notSolved": "Aucun plan qui la contient n’a été trouvé dans le temps de sa recherche.",
  "plan.out.all": "Les {count} lignes non retenues",
  "plan.out.fewer": "Seulement les plus proches",
  "plan.out.none": "Aucune ligne qui ajouterait quelque chose n’a été laissée de côté.",
  "plan.out.rest":
    "{count, plural, one {Une autre candidate n’est pas retenue : son besoin est couvert par une ligne du plan, ou elle est moins bonne qu’une autre.} other {# autres candidates ne sont pas retenues : leurs besoins sont couverts par des lignes du plan, ou elles sont moins bonnes que l’une d’elles.}}",
  "plan.reason.noRequest":
    "Personne ne l’a demandée : {members, plural, one {son membre n’a} other {ses # membres n’ont}} fait aucune demande sur {topic}.",
  "plan.reason.budget": "Elle n’entre pas dans le budget : elle coûte {cost}, il reste {left}.",
  "plan.reason.funder": "Elle coûte {cost}. Peuvent la payer : {purses}.",
  "plan.reason.expert":
    "Pas d’équipe : il faut {team, plural, one {un expert} other {# experts}}, et {seats, plural, one {une personne pourrait} other {# personnes pourraient}} y prendre part. Pourraient la conduire : {who}.",
  "plan.reason.language":
    "{standing, plural, one {Une personne a} other {# personnes ont}} la qualité requise ; {leads, plural, one {une seule travaille} other {# travaillent}} en {language} : {who}.",
  "plan.reason.month":
    "Sur {months, plural, one {son seul mois} other {ses # mois}}, le bureau manque de place dans {full} (il faut {days, plural, one {une journée} other {# journées}}), et dans {unstaffed} personne qui pourrait la conduire n’est libre.",
  "plan.reason.absorption":
    "{member} serait nommé par plus {limit, plural, one {d’une ligne} other {de # lignes}} : {lines} le nomment déjà.",
  "plan.reason.officeWorkload":
    "Elle prend {days, plural, one {une journée} other {# journées}} de travail au bureau. Sur {months, plural, one {son seul mois} other {ses # mois}}, {month} laisse le plus de place : {left} journées sur {all}.",
  "plan.reason.dominated":
    "« {line} » couvre {needs, plural, one {le même besoin} other {les mêmes # besoins}} pour {cost} ; celle-ci coûte {own}.",
  "plan.reason.needMetOtherwise":
    "{met, plural, =0 {Une autre ligne répond à la même demande : {lines}} one {{needs, plural, one {Son seul besoin est couvert} other {Un de ses # besoins est couvert}} par {lines}} other {{met} de ses {needs} besoins sont couverts par {lines}}}{more, plural, =0 {} one { et une autre ligne} other { et # autres lignes}}.",
  "plan.reason.locked": "Retirée à la main ; à côté du plan, elle apporterait {points} points.",
  "plan.reason.noLine": "Aucune ligne n’a pu être faite pour elle : aucun expert, mois ou mode ne convient.",
  "plan.reason.unknown": "Pas encore calculé.",

  "plan.not.title": "Besoins qu’aucune ligne ne peut couvrir",
  "plan.not.unmet":
    "{count, plural, =0 {Chaque besoin a au moins une ligne candidate.} one {Pour un besoin d’un membre, il n’y a pas de ligne candidate : personne n’a demandé d’appui et aucun voisin ne partage le besoin.} other {Pour # besoins de {members, plural, one {un membre} other {# membres}}, il n’y a pas de ligne candidate : personne n’a demandé d’appui et aucun voisin ne partage le besoin.}}",
  "plan.not.accreditation":
    "Un atelier d’accréditation en {area} aiderait, mais compte {candidates, plural, one {un candidat} other {# candidats}} de {administrations, plural, one {une administration} other {# administrations}} : trop peu.",

  "plan.compare.title": "Face à d’autres plans",
  "plan.compare.note":
    "Tous mesurés aux mêmes besoins et aux mêmes coûts. Choix glouton : toujours la ligne qui couvre le plus de besoin pour son prix.",
  "plan.compare.caption": "La proposition à côté d’autres plans",
  "plan.compare.plan": "Plan",
  "plan.compare.this": "Cette proposition",
  "plan.compare.greedy": "Choix glouton",
  "plan.compare.lines": "Lignes",
  "plan.compare.met": "Besoin couvert",
  "plan.compare.cost": "Coût",
  "plan.compare.perNeed": "Coût par besoin couvert",
  "plan.compare.without": "Membres sans rien",
  "plan.compare.who": "Membres dont cette proposition ne couvre aucun besoin : {members}.",
  "plan.compare.nobody": "Chaque membre qui a un besoin en a au moins un de couvert.",

  "plan.price.title": "Ce que coûte chaque règle",
  "plan.price.note": "Points de besoin couvert que l’on gagnerait sans la règle, chacun par un calcul à part.",
  "plan.price.caption": "Prix de chaque règle",
  "plan.price.rule": "Règle",
  "plan.price.points": "Points de besoin",
  "plan.price.none": "En cours de calcul. Un prix suppose un plan prouvé le meilleur.",
  "plan.price.open": "pas trouvé dans son temps",
  "plan.price.atLeast": "au moins {points}",

  "plan.set.title": "Argent et règles",
  "plan.set.note":
    "Ce que vous fixez ici ne vaut que pour cette proposition. Tout le reste vient des réglages du bureau.",
  "plan.set.budget": "Budget de tout le plan, {currency}",
  "plan.set.funder": "{name} ({currency})",
  "plan.set.absorption": "Nombre maximal de lignes nommant un membre",
  "plan.set.islands": "Petites îles dont un besoin est couvert, au moins",
  "plan.set.officeDays": "Journées de travail du bureau dans un mois ordinaire",
  "plan.set.save": "Fixer et recalculer",
  "plan.set.wrong": "Écrivez un nombre entier à partir de 0, sans espaces.",
  "plan.set.errors": "Quelque chose ne va pas encore",
  "plan.set.discard": "Écarter cette proposition",
  "plan.set.discardNote": "Une proposition écartée reste dans la liste et ne peut plus être modifiée.",

  "plan.one.back": "Retour à la proposition",

  "plan.approve.title": "Approuver : {name}",
  "plan.approve.finding":
    "Approuvée, la proposition devient le plan de travail de {cycle}. Elle ne peut plus être modifiée ; un amendement est l’édition suivante.",
  "plan.approve.what": "Ce qui s’ensuit",
  "plan.approve.lines":
    "{lines, plural, one {Une ligne fondée sur les besoins devient une activité} other {# lignes fondées sur les besoins deviennent des activités}}, {given, plural, one {une ligne permanente ou fixe est reconduite} other {# lignes permanentes et fixes sont reconduites}}.",
  "plan.approve.requests":
    "{planned, plural, =0 {Aucune demande n’est planifiée} one {Une demande est marquée comme planifiée} other {# demandes sont marquées comme planifiées}} ; {not, plural, =0 {aucune n’est écartée} one {une est marquée « pas cette année » avec sa raison, que le membre lit} other {# sont marquées « pas cette année » avec leurs raisons, que les membres lisent}}.",
  "plan.approve.gap":
    "Il n’est pas prouvé que le plan soit le meilleur : au plus {gap} de besoin en plus pourrait être couvert.",
  "plan.approve.changed": "La proposition a été modifiée depuis le calcul. Recalculez-la avant de l’approuver.",
  "plan.approve.unsolved": "Il n’y a pas encore de plan à approuver.",
  "plan.approve.replaces": "Elle remplace le plan que {cycle} a déjà, comme édition suivante.",
  "plan.approve.name": "Approuvé par",
  "plan.approve.nameHint": "Le nom qui figure sur le plan.",
  "plan.approve.nameMissing": "Écrivez le nom de qui approuve le plan.",
  "plan.approve.confirm": "J’ai lu le plan et je l’approuve.",
  "plan.approve.confirmMissing": "Cochez la case pour approuver.",
  "plan.approve.do": "Approuver le plan",
  "plan.approve.conflict":
    "Un autre planificateur a modifié la proposition ou approuvé un autre plan entre-temps. Relisez-la avant d’approuver.",
};
