import type { reading as english } from "../en/reading";

export const reading: Record<keyof typeof english, string> = {
  "reading.privacy.title": "Confidentialité",
  "reading.privacy.finding":
    "Nous conservons ce dont le bureau a besoin pour planifier la formation de la région, rien de plus, et nous disons ici qui le voit.",
  "reading.privacy.needs.title": "Les réponses de votre administration",
  "reading.privacy.needs.body":
    "Votre administration et le coordinateur du bureau les voient. Le bureau décide si le coordinateur peut lire les notes avec le nom de l’administration ; chaque lecture de ce genre est inscrite dans la piste d’audit. Les autres membres ne voient que les chiffres de la région, jamais les vôtres. Les demandes ne sont montrées à d’autres membres que si vous l’avez accepté.",
  "reading.privacy.evaluation.title": "Évaluations des ateliers",
  "reading.privacy.evaluation.body":
    "Les notes sont anonymes. Elles ne portent ni nom, ni adresse, ni lien, ni heure, seulement la date. Les brouillons restent sur votre appareil. À la clôture, les notes sont réécrites dans un ordre aléatoire. Les résultats de moins de cinq personnes ne quittent jamais le bureau. Une limite : une sauvegarde faite avant la clôture contient encore les lignes dans leur premier ordre.",
  "reading.privacy.pledges.title": "Engagements",
  "reading.privacy.pledges.body":
    "Un engagement est une réponse à part, envoyée après la note. Les deux ne partagent aucune clé ni aucune heure plus précise que le jour. Une adresse que vous donnez sert à demander ce qu’est devenu l’engagement, et à rien d’autre.",
  "reading.privacy.small.title": "Petits groupes",
  "reading.privacy.small.body":
    "Aucun chiffre portant sur moins de trois membres n’est montré hors du bureau, ni aucun chiffre qui permettrait de le déduire.",
  "reading.privacy.cookies.title": "Témoins",
  "reading.privacy.cookies.body": "Un pour votre session, un pour la langue. Aucun ne vous suit.",
  "reading.privacy.rights.title": "Corriger, retirer, effacer",
  "reading.privacy.rights.body":
    "Jusqu’à la clôture, vous pouvez modifier ou retirer votre réponse par le même lien. Écrivez au bureau pour consulter ou faire effacer vos données personnelles.",
  "reading.help.title": "Aide",
  "reading.help.finding":
    "La plupart des questions viennent en répondant. Si la vôtre n’est pas ici, écrivez au bureau.",
  "reading.help.link.title": "Mon lien ne fonctionne pas",
  "reading.help.link.body":
    "Il a peut-être été remplacé par un plus récent, ou l’enquête est close. Demandez le dernier lien au point de contact de votre administration. Ce qui a été envoyé est conservé.",
  "reading.help.line.title": "Ma ligne est lente, ou les scripts sont désactivés",
  "reading.help.line.body":
    "Choisissez le formulaire léger sur la première page de l’enquête. C’est la même enquête avec les mêmes règles, en petites pages, et elle fonctionne sans scripts.",
  "reading.help.colleagues.title": "Pouvons-nous répondre à plusieurs ?",
  "reading.help.colleagues.body":
    "Oui. Chaque partie de l’enquête est enregistrée séparément. Si deux d’entre vous changent la même réponse, le second voit les deux et choisit.",
  "reading.help.saved.title": "Qu’est-ce qui est enregistré, et où ?",
  "reading.help.saved.body":
    "La page le dit en deux endroits avec deux heures : sur cet appareil, et au bureau. Ce qui est au bureau est en sécurité.",
  "reading.help.figures.title": "D’où viennent les chiffres ?",
  "reading.help.figures.body":
    "Chaque page de chiffres nomme son calcul : quelles réponses, quelle méthode, quels paramètres. <link>Comment les chiffres sont faits</link>",
  "reading.methods.title": "Comment les chiffres sont faits",
  "reading.methods.finding":
    "{count, plural, one {# méthode} other {# méthodes}}, chacune avec la question à laquelle elle répond, sa formule, sa source, et quand ne pas l’utiliser.",
  "reading.methods.method": "Méthode",
  "reading.methods.language": "Les pages des méthodes sont en anglais.",
  "reading.methods.back": "Toutes les méthodes",
};
