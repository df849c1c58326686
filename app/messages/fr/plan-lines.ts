import type { planLines as english } from "../en/plan-lines";

export const planLines: Record<keyof typeof english, string> = {
  "plan.mode.national": "pour un membre",
  "plan.mode.subRegional": "atelier sous-régional",
  "plan.mode.regional": "atelier régional",
  "plan.mode.virtual": "en ligne",
  "plan.mode.accreditation": "atelier d’accréditation",

  "plan.one.in": "Dans le plan : elle couvre {met} points du besoin que la formation peut combler.",
  "plan.one.inLoss":
    "Dans le plan : elle couvre {met} points de besoin. Sans elle, le plan perdrait {status, select, optimal {} other {au plus }}{loss} points, {come, plural, =0 {et rien ne pourrait prendre sa place} one {même si une autre ligne entrait} other {même si # autres lignes entraient}}.",
  "plan.one.indispensable":
    "Dans le plan : elle couvre {met} points de besoin, et aucun plan sans elle ne respecte toutes les règles.",
  "plan.one.out": "Non retenue. {reason}",
  "plan.one.outLoss":
    "Non retenue. {reason} La prendre coûterait {status, select, optimal {} other {au plus }}{loss} points : sa proximité est de {closeness}.",
  "plan.one.outImpossible": "Non retenue. {reason} Aucun plan qui la contient ne respecte toutes les règles.",
  "plan.one.state": "État",
  "plan.one.inPlan": "dans le plan{lock, select, in {, imposée à la main} other {}}",
  "plan.one.leftOut": "non retenue{lock, select, out {, retirée à la main} other {}}",
  "plan.one.mode": "Forme",
  "plan.one.topic": "Thème",
  "plan.one.requests": "Répond à",
  "plan.one.requestsValue": "{count, plural, =0 {aucune demande} one {une demande} other {# demandes}}",
  "plan.one.month": "Quand",
  "plan.one.months": "Possible en",
  "plan.one.team": "Équipe",
  "plan.one.teamValue": "{count, plural, one {un expert} other {# experts}}",
  "plan.one.languages": "Langue",
  "plan.one.host": "Hôte",
  "plan.one.hostOpen":
    "encore à trouver : {count, plural, one {le seul membre possible accueille} other {les # membres possibles accueillent}} déjà autant que prévu par an",
  "plan.one.days": "Bureau",
  "plan.one.daysValue": "{count, plural, one {une journée de travail} other {# journées de travail}}",
  "plan.one.paid": "Payée par",
  "plan.one.share": "{funder} : {amount}",
  "plan.one.region": "la région",
  "plan.one.pending": "En cours de calcul",
  "plan.one.pendingBody":
    "Les réponses sur cette ligne passent avant tout autre travail. Cette page se recharge d’elle-même et se complète.",
  "plan.one.failed": "Non calculé",
  "plan.one.again": "Calculer encore une fois",

  "plan.why.title": "Pourquoi",
  "plan.why.note":
    "Le plan a été calculé une fois de plus, sans cette ligne si elle y est, avec elle si elle n’y est pas. Le tableau montre ce plan moins la proposition ; la valeur est le poids fois la qualité.",
  "plan.why.caption": "Ce que ce plan changerait",
  "plan.why.in":
    "Sans elle, le meilleur plan couvrirait {status, select, optimal {} other {au plus }}{loss} points de besoin en moins{status, select, optimal {} other { ; cela n’a pas été prouvé dans le temps du calcul}}. {come, plural, =0 {Aucune autre ligne n’entrerait} one {Une autre ligne entrerait} other {# autres lignes entreraient}}{gone, plural, =0 {} one {, et une de plus sortirait} other {, et # de plus sortiraient}}.",
  "plan.why.out":
    "Avec elle, le meilleur plan couvrirait {status, select, optimal {} other {au plus }}{loss} points de besoin en moins{status, select, optimal {} other { ; cela n’a pas été prouvé dans le temps du calcul}}. {gone, plural, =0 {Aucune ligne ne céderait la place} one {Une ligne céderait la place} other {# lignes céderaient la place}}{come, plural, =0 {} one {, et une de plus entrerait} other {, et # de plus entreraient}}.",
  "plan.why.neededAll": "Aucun plan sans elle ne respecte toutes les règles.",
  "plan.why.way": "Changement",
  "plan.why.come": "entrerait",
  "plan.why.gone": "sortirait",
  "plan.why.score": "Valeur",
  "plan.why.moved": "Besoins que des lignes des deux plans couvriraient plus, ou moins",
  "plan.why.total": "Ensemble",
  "plan.why.membersGone": "Plus rien ne serait couvert pour {members}.",
  "plan.why.membersCome": "Un besoin serait couvert pour {members}, dont la proposition ne couvre aucun.",

  "plan.credit.title": "Ce qu’elle apporte à la valeur",
  "plan.credit.titleOut": "Ce qu’elle apporterait",
  "plan.credit.note":
    "Chaque besoin compte une fois, par la ligne qui le couvre le mieux : poids fois qualité de la forme. Tout le besoin que la formation peut combler vaut {greatest}.",
  "plan.credit.member": "Membre",
  "plan.credit.topic": "Besoin",
  "plan.credit.weight": "Poids",
  "plan.credit.quality": "Qualité",
  "plan.credit.mismatch": "{quality}, une autre forme était souhaitée",
  "plan.credit.by": "Couvert par",
  "plan.credit.this": "cette ligne",
  "plan.credit.nobody": "aucune ligne",
  "plan.credit.adds": "Apport",
  "plan.credit.imputed": "sans réponse, repris des autres",
  "plan.credit.sum": "Ensemble {sum}, exactement sa part de la valeur du plan : {points} points.",
  "plan.credit.sumOut": "À côté du plan tel qu’il est, elle apporterait {sum} : {points} points.",

  "plan.changes.title": "Ce qui la ferait entrer",
  "plan.changes.note": "Chaque changement à lui seul ; chacun a été vérifié par un calcul.",
  "plan.changes.tied":
    "Rien ne doit changer : un plan qui la contient couvre autant de besoin. Le coût ou l’ordre a décidé.",
  "plan.changes.none": "Aucun des changements essayés ne la ferait entrer à lui seul.",
  "plan.changes.open": "Tous les changements n’ont pas pu être essayés dans le temps donné.",
  "plan.changes.cost": "Si elle coûtait {cost} ou moins au lieu de {now} : {less} de moins.",
  "plan.changes.members":
    "Si {count, plural, one {un membre de plus, au besoin habituel du thème, participait} other {# membres de plus, au besoin habituel du thème, participaient}}.",
  "plan.changes.budget": "Avec un budget de {budget} au lieu de {now} : {more} de plus.",
  "plan.changes.funder": "Si {funder} donnait {amount} au lieu de {now}.",
  "plan.changes.officeDays": "Si le bureau disposait de {days} journées de travail en {month} au lieu de {now}.",
  "plan.changes.absorption": "Si un membre pouvait être nommé par {limit} lignes au lieu de {now}.",
  "plan.changes.expert": "Avec un expert accrédité de plus pour {topic}, libre pour une mission.",
  "plan.changes.language": "Si {expert} pouvait travailler en {language}.",
  "plan.changes.other": "Par un autre changement ({change}).",

  "plan.choice.title": "Qui, quand et où encore",
  "plan.choice.note":
    "Essayé dans le plan tel qu’il est, sans nouvelle recherche. Si cela n’entre pas, la seule autre ligne qui devrait sortir est nommée.",
  "plan.choice.text": "Points de besoin couvert et argent que chacun changerait.",
  "plan.choice.experts": "Autres experts",
  "plan.choice.months": "Autres mois",
  "plan.choice.hosts": "Autres hôtes",
  "plan.choice.head.experts": "Autre expert",
  "plan.choice.head.months": "Mois",
  "plan.choice.head.hosts": "Hôte",
  "plan.choice.points": "Points de besoin",
  "plan.choice.what": "Ce qu’il faut",
  "plan.choice.none": "Il n’y en a pas d’autre.",
  "plan.choice.impossible": "n’entre pas, même sans une autre ligne",
  "plan.choice.hostFull": "accueille déjà {taken} activités sur {most} par an",
  "plan.choice.drops": "« {line} » devrait sortir",
  "plan.choice.free":
    "{teams, plural, =0 {rien d’autre ne change} one {une autre ligne reçoit une autre équipe} other {# autres lignes reçoivent une autre équipe}}",

  "plan.locking.locked": "{lock, select, in {Imposée à la main.} other {Retirée à la main.}}",
  "plan.locking.open": "Ce que coûte de fixer cette ligne à la main est en cours de calcul.",
  "plan.locking.never": "Elle ne peut pas être retirée : aucun plan sans elle ne respecte toutes les règles.",
  "plan.locking.clash": "Imposée, elle contredirait les règles : aucun plan qui la contient ne les respecte toutes.",
  "plan.locking.drop":
    "La verrouiller ne coûte rien. La retirer coûte {status, select, optimal {} other {au plus }}{points} points.",
  "plan.locking.bring":
    "L’imposer coûte {status, select, optimal {} other {au plus }}{points} points. La retirer ne coûte rien.",

  "plan.explained.underWay":
    "{done} réponses sur {total} à propos de ce plan sont calculées : pourquoi chaque ligne y est ou non, ce que valent les règles et l’argent, si les lignes sont sûres. Le reste suit à l’arrière-plan ; une ligne que vous ouvrez passe d’abord.",
  "plan.explained.stopped":
    "{done} réponses sur {total} à propos de ce plan sont calculées. Le reste a été interrompu.",
  "plan.explained.title": "Encore en cours de calcul",
  "plan.explained.go": "Continuer le calcul",
  "plan.explained.look": "Regarder à nouveau",

  "plan.budget.title": "Ce que plus ou moins d’argent couvrirait",
  "plan.budget.note":
    "Le meilleur plan pour chaque budget, tous les bailleurs augmentés ou réduits de même ; chacun par un calcul à part.",
  "plan.budget.caption": "Meilleur plan selon le budget",
  "plan.budget.share": "Part du budget",
  "plan.budget.money": "Montant du budget",
  "plan.budget.met": "Besoin couvert",
  "plan.budget.open": "pas trouvé dans son temps",
  "plan.budget.impossible": "aucun plan ne respecte les règles",
  "plan.budget.atLeast": "au moins {share}",
  "plan.budget.finding": "Besoin couvert : {low} avec {lowShare} du budget, {high} avec {highShare}.",

  "plan.stays.title": "Si chaque ligne est sûre",
  "plan.stays.note":
    "Les réponses ont été rééchantillonnées et le plan recalculé pour chaque échantillon. Une ligne qui reste ne dépend pas de qui a répondu.",
  "plan.stays.finding":
    "{always, plural, =0 {Aucune ligne} one {Une ligne} other {# lignes}} sur {lines} {always, plural, =0 {ne figure} one {figure} other {figurent}} dans les {of} plans faits de réponses rééchantillonnées. Prouvés les meilleurs : {proven} sur {of} ; échantillons jusqu’ici : {of} sur {all}.",
  "plan.stays.caption": "Lignes selon la fréquence à laquelle elles sont planifiées",
  "plan.stays.line": "Ligne",
  "plan.stays.often": "Reste",
  "plan.stays.count": "{count} sur {of}",
  "plan.stays.out": "non retenue par la proposition",
  "plan.in.stays": "Dans {count} des {of} plans faits de réponses rééchantillonnées.",

  "plan.compare.page": "{name} à côté d’un autre plan",
  "plan.compare.with": "À côté de quel plan",
  "plan.compare.free": "Sans ce qui a été fixé à la main",
  "plan.compare.empty": "Il n’y a pas encore d’autre plan à mettre à côté.",
  "plan.compare.finding":
    "Cette proposition répond à {own} du besoin que la formation peut combler, l’autre plan ({other}) à {theirs}. Membres dont rien n’est couvert : {without} ici, {theirWithout} là.",
  "plan.compare.printed":
    "Le plan imprimé a été fait pour d’autres besoins et ne nomme aucun coût. Aucune règle de cette proposition ne le lie : ni argent, ni experts, ni mois, ni journées du bureau. Chacune de ses activités qui forme est censée couvrir, dans ses thèmes, les besoins des membres qu’elle nomme ; une activité régionale qui n’en nomme aucun, ceux de tous. Ce que la proposition reconduit figure dans les deux et ne compte dans aucun.",
  "plan.compare.sameNeeds":
    "Les deux mesurés aux besoins et aux coûts de cette proposition. La valeur est le poids fois la qualité.",
  "plan.compare.needs": "Besoins couverts",
  "plan.compare.whom": "Qui n’a rien de couvert",
  "plan.compare.none": "personne",
  "plan.compare.sum":
    "Valeur de cette proposition moins celle de l’autre plan : {total}. Lignes qu’un seul des deux contient : {lines} ; besoins que des lignes des deux couvrent mieux dans l’un : {moved}.",
  "plan.compare.membersOwn": "Seule cette proposition couvre un besoin de {members}.",
  "plan.compare.membersOther": "Seul l’autre plan ({other}) couvre un besoin de {members}.",
  "plan.compare.onlyOwn": "Seulement dans cette proposition",
  "plan.compare.onlyOther": "Seulement dans l’autre plan : {other}",
  "plan.compare.onlyCount":
    "{count, plural, =0 {Aucune ligne} one {Une ligne} other {# lignes}} ; {shared, plural, =0 {aucune ligne n’est} one {une ligne est} other {# lignes sont}} la même dans les deux.",
  "plan.compare.like": "L’autre plan a pour cela",
  "plan.compare.nothingLike": "rien de semblable",
  "plan.compare.more": "Ligne par ligne, à côté d’un autre plan",
  "plan.hand.see": "Voir le plan sans elles",

  "plan.not.joint":
    "Les voisins peuvent être réunis de bien d’autres façons : {leftOut, plural, one {un groupe sous-régional n’est pas candidat} other {# groupes sous-régionaux ne sont pas candidats}}, car pour chaque thème seuls les {most} qui couvrent le plus de besoin pour leur coût le sont, soit {kept}. Parmi toutes les candidates, le plan est le meilleur ; un groupe qui n’en est pas ne peut être imposé.",

  "plan.reason.noFunder":
    "Personne ne peut la payer : elle coûte {cost}, et aucun des {funders, plural, one {bailleurs (un seul)} other {# bailleurs}} ne paie pour ce thème, cette forme et ces membres.",
  "plan.reason.purse": "{funder} ({left} restants)",
  "plan.reason.moreLeads": "{count, plural, one {une autre personne} other {# autres}}",
  "plan.reason.nobody":
    "Personne au registre ne pourrait la conduire ; il faut {team, plural, one {un expert} other {# experts}}.",
  "plan.reason.noSpeaker":
    "{standing, plural, one {Une personne pourrait} other {# personnes pourraient}} la conduire, mais aucune ne travaille en {language} sans conflit d’intérêts.",
  "plan.reason.kept.away": "{name} (pas libre dans ses mois)",
  "plan.reason.kept.missions":
    "{name} ({missions, plural, one {sa seule mission donnée} other {ses # missions données}} à {lines})",
  "plan.reason.kept.busy": "{name} (prise dans ses mois par {lines})",
  "plan.reason.kept.free": "{name} (libre, mais sans équipe)",
  "plan.reason.missions":
    "{member} aurait plus {limit, plural, one {d’une mission} other {de # missions}} : ce membre en a déjà {lines}.",
  "plan.reason.needMetByNone": "Le coût ou l’ordre a décidé : une ligne semblable est dans le plan.",
};
