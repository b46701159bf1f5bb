import type { guide as english } from './en.ts';

export function guide(): ReturnType<typeof english> {
  return {
    title: 'Bien poser ses questions',
    about: ({ space }) => `À propos de « ${space} »`,
    lead: 'Posez vos questions avec vos mots et dans votre langue. Chacune devient une requête de base de données : dites ce que vous diriez à un collègue chargé de l’écrire.',
    say: {
      title: 'Dites ce que vous voulez voir',
      part: 'Dites',
      example: 'Par exemple',
      parts: [
        {
          name: 'ce qu’il faut mesurer',
          example: '« chiffre d’affaires », « nombre de commandes »',
        },
        { name: 'comment le répartir', example: '« par région », « par mois »' },
        { name: 'la période', example: '« en 2026 », « les 12 derniers mois complets »' },
        {
          name: 'ce qu’il faut inclure ou exclure',
          example: '« Europe uniquement », « sans les retours »',
        },
        { name: 'combien', example: '« les 5 premiers »' },
        { name: 'dans quel ordre', example: '« du plus élevé au plus bas »' },
      ],
    },
    samples: 'Des questions pour commencer',
    better: {
      title: 'Du vague au précis',
      vague: 'Plutôt que',
      clear: 'Demandez',
      pairs: [
        {
          vague: 'Comment vont les ventes ?',
          clear: 'Chiffre d’affaires par mois sur les 12 derniers mois complets',
          why: 'La mesure, la répartition et la période sont dites.',
        },
        {
          vague: 'Nos meilleurs clients',
          clear: 'Les 10 clients au chiffre d’affaires le plus élevé en 2026',
          why: '« Meilleurs » pourrait aussi vouloir dire bénéfice ou nombre de commandes.',
        },
        {
          vague: 'Les commandes récentes',
          clear:
            'Commandes des 7 derniers jours avec client, montant et statut, les plus récentes d’abord',
          why: '« Récentes » ne dit pas depuis quand, et une commande a beaucoup de colonnes.',
        },
        {
          vague: 'Compare cette année à la précédente et trouve les causes de la baisse',
          clear: 'Chiffre d’affaires par région et par trimestre pour 2025 et 2026',
          why: 'Une chose à la fois : « Quelle région a le plus baissé ? » peut venir ensuite.',
        },
      ],
    },
    followUp: {
      title: 'Poursuivez',
      text: 'La conversation est gardée en mémoire, quelques mots suffisent : « Europe uniquement », « plutôt par mois », « en part du total ».',
      charts: ({ line, table }) =>
        `Pour voir la même réponse autrement, tapez « ${line} » ou « ${table} ».`,
      newTopic: ({ reset }) =>
        `Pour un autre sujet, tapez d’abord « ${reset} », afin que les questions précédentes ne changent pas la réponse.`,
    },
    words: {
      title: 'Employez les mots de votre entreprise',
      text: 'Employez les termes de vos rapports, et les noms tels qu’ils figurent dans les données. Si un mot a un sens particulier, précisez-le : « actif signifie au moins une commande sur les 90 derniers jours ».',
    },
    check: {
      title: 'Vérifiez la réponse',
      text: ({ understanding, sql }) =>
        `L’IA se trompe parfois, et un chiffre faux ressemble à un chiffre juste. « ${understanding} » dit comment votre question a été comprise, « ${sql} » montre la requête. La période, les filtres et l’unité sont-ils ceux que vous vouliez ? Comparez avec un chiffre que vous connaissez.`,
      trusted: ({ trusted }) =>
        `« ${trusted} » sous une réponse signifie que sa requête a été écrite par des personnes, pas par l’IA.`,
    },
    askedBack: {
      title: 'Si on vous pose une question en retour',
      text: 'Votre question pouvait avoir plusieurs sens. Répondez en quelques mots ou choisissez une suggestion : inutile de tout redemander.',
    },
    limits: {
      title: 'Ce qui n’est pas possible',
      items: [
        'Prédire l’avenir : seul ce qui est dans les données peut être trouvé.',
        'Expliquer pourquoi une chose est arrivée. Ce qui a changé, et où, peut être montré : « Quels produits ont le plus perdu depuis le trimestre dernier ? »',
        'Savoir ce qui n’est pas dans ces données : documents, web, autres systèmes.',
      ],
    },
    privacy: {
      title: 'Qui peut le voir',
      text: 'Vos questions sont envoyées à Databricks pour y recevoir une réponse. Les personnes qui y gèrent ces données pourraient les lire. N’y mettez ni mots de passe, ni données personnelles dont la question n’a pas besoin.',
      more: ({ info }) => `Tapez « ${info} » pour voir ce qui est envoyé exactement.`,
    },
    commands: 'Des commandes utiles',
  };
}
