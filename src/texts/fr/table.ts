import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';
import { createCounted } from './counted.ts';

export function table(grammar: Grammar): Texts['table'] {
  const { count, plural } = grammar;
  const counted = createCounted(grammar);
  const rows = (number: number) => counted(number, { one: 'ligne', other: 'lignes' });
  return {
    notLoaded: 'Les lignes de ce tableau n’ont pas pu être chargées.',
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
