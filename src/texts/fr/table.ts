import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table(grammar: Grammar): Texts['table'] {
  const { count, plural } = grammar;
  const counted = createCounted(grammar, 'd’');
  const rows = (number: number) => counted(number, { one: 'ligne', other: 'lignes' });
  return {
    notLoaded: 'Les lignes de ce tableau n’ont pas pu être chargées.',
    missing,
    loadAgain: 'Recharger les lignes',
    moreRows: 'Autres lignes',
    noneSent: 'Genie n’a envoyé aucune ligne de ce tableau.',
    noneReturned: 'La requête n’a renvoyé aucune ligne.',
    returnedElsewhere: (total) =>
      plural(total, {
        one: `La requête a renvoyé ${rows(total)}, qui ne peut pas être affichée ici.`,
        other: `La requête a renvoyé ${rows(total)}, qui ne peuvent pas être affichées ici.`,
      }),
    firstRows: ({ shown, total }) => `${count(shown)} sur ${rows(total)}`,
    rowsFrom: ({ first, last, total }) =>
      `Lignes ${count(first)} à ${count(last)} sur ${count(total)}`,
    someColumns: ({ shown, total }) =>
      `${count(shown)} sur ${counted(total, { one: 'colonne', other: 'colonnes' })}`,
    shortened: 'Les valeurs longues sont abrégées.',
    onlyReturned: (number) =>
      plural(number, {
        one: 'Genie n’a renvoyé que la première ligne.',
        other: `Genie n’a renvoyé que les ${count(number)} premières lignes.`,
      }),
    stoppedAt: (number) =>
      `Genie s’est arrêté à ${rows(number)}, mais les données en contiennent davantage.`,
    timesAreIn: (zone) => `Fuseau horaire : ${zone}.`,
  };
}

const missing: Texts['table']['missing'] = {
  'not-loaded': 'Les lignes n’ont pas été chargées.',
  'not-started': 'La requête n’avait pas encore démarré.',
  'still-running': 'La requête était encore en cours.',
  'too-slow': 'La requête a pris trop de temps.',
  failed: 'La requête a échoué.',
  cancelled: 'La requête a été annulée.',
  expired: 'Le résultat a expiré.',
  'not-given': 'Genie n’a pas pu les fournir.',
  refused: 'Genie a refusé la demande.',
  gone: 'Genie ne les a plus.',
  'too-large': 'Elles sont trop volumineuses pour être chargées.',
  busy: 'Genie n’a pas pu les fournir, car il est surchargé en ce moment.',
  silent: 'Genie n’a pas pu les fournir, car il n’a pas répondu.',
  unreachable: 'Genie n’a pas pu les fournir, car je n’ai pas pu le joindre.',
  'turned-off': 'Genie est désactivé dans cet espace de travail.',
  inactive: 'L’espace de travail Databricks est suspendu ou inactif.',
  redirected: 'Databricks m’a renvoyé vers une autre adresse.',
  'asked-to-sign-in': 'Databricks m’a demandé de me connecter.',
  'bot-not-accepted': 'Databricks n’a pas accepté les informations d’identification de ce bot.',
  'bot-lacks-access': 'Ce bot n’y a pas accès.',
  'bot-kept-out': 'Databricks ne laisse pas entrer ce bot.',
  'person-not-accepted': 'Databricks n’a pas accepté votre connexion.',
  'person-lacks-access': 'Vous n’y avez pas accès.',
  'gone-or-no-access': 'Genie ne les a plus, ou vous n’y avez plus accès.',
  'sign-in-page': 'Databricks a affiché sa page de connexion à la place.',
  'sign-in-without-genie': 'Votre connexion ne donne pas accès à Genie.',
  'lacks-data-access': 'Vous n’avez pas accès à toutes ces données.',
  'lacks-space-access': 'Vous n’avez pas accès à cet espace Genie.',
  'lacks-workspace-access': 'Vous n’avez pas accès à l’espace de travail Databricks.',
  'no-warehouse': 'Genie ne peut pas utiliser l’entrepôt SQL de cet espace.',
  'sign-in-expired': 'Votre connexion a expiré.',
  'sign-in-mismatch': 'Vous vous êtes connecté avec un autre compte.',
  'sign-in-refused': 'Databricks n’accepte pas votre compte.',
  'sign-in-required': 'Vous devez d’abord vous connecter.',
  'sign-in-unavailable': 'Je n’ai pas pu joindre le service qui gère votre connexion.',
};
