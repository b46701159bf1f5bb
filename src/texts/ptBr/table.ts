import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table(grammar: Grammar): Texts['table'] {
  const { count, plural } = grammar;
  const counted = createCounted(grammar);
  const rows = (number: number) => counted(number, { one: 'linha', other: 'linhas' });
  return {
    notLoaded: 'Não foi possível carregar as linhas desta tabela.',
    loadAgain: 'Carregar novamente',
    moreRows: 'Mais linhas',
    noneSent: 'O Genie não enviou nenhuma linha desta tabela.',
    noneReturned: 'A consulta não retornou nenhuma linha.',
    returnedElsewhere: (total) =>
      plural(total, {
        one: `A consulta retornou ${rows(total)}, mas não é possível mostrá-la aqui.`,
        other: `A consulta retornou ${rows(total)}, mas não é possível mostrá-las aqui.`,
      }),
    firstRows: ({ shown, total }) => `${count(shown)} de ${rows(total)}`,
    rowsFrom: ({ first, last, total }) =>
      `Linhas ${count(first)}–${count(last)} de ${count(total)}`,
    someColumns: ({ shown, total }) =>
      `${count(shown)} de ${counted(total, { one: 'coluna', other: 'colunas' })}`,
    shortened: 'Os valores longos aparecem abreviados.',
    onlyReturned: (number) =>
      plural(number, {
        one: 'O Genie retornou apenas a primeira linha.',
        many: `O Genie retornou apenas as primeiras ${rows(number)}.`,
        other: `O Genie retornou apenas as ${count(number)} primeiras linhas.`,
      }),
    stoppedAt: (number) => `O Genie parou em ${rows(number)}; há mais nos dados.`,
    timesAreIn: (zone) => `Fuso horário: ${zone}.`,
  };
}
