import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function provenance(grammar: Grammar): Texts['provenance'] {
  const { plural, count, list } = grammar;
  const counted = createCounted(grammar);
  const moreTables = (more: number) => `mais ${counted(more, { one: 'tabela', other: 'tabelas' })}`;
  return {
    openConversation: 'Abrir no Databricks',
    openSpace: 'Abrir o espaço no Databricks',

    poweredByGenie: 'Com tecnologia do Genie',
    trusted: 'Resposta confiável',
    trustedMeans: 'O Genie respondeu com uma consulta escrita pelos autores deste espaço.',

    from: ({ tables, more }) =>
      more === 0 ? `Origem: ${list(tables)}` : `Origem: ${tables.join(', ')} e ${moreTables(more)}`,

    cited: ({ sources, more }) =>
      more === 0
        ? `Fontes: ${list(sources)}`
        : `Fontes: ${sources.join(', ')} e mais ${count(more)}`,

    facts: {
      tables: (tables) => plural(tables, { one: 'Tabela', other: 'Tabelas' }),
      dataRead: 'Dados lidos em',
    },
    // It follows a comma, where Portuguese has no “e”.
    moreTables,

    steps: {
      description: 'Em resumo',
      understanding: 'Como a pergunta foi interpretada',
      'data-sourcing': 'Dados usados',
      instructions: 'Instruções aplicadas',
      steps: 'Etapas realizadas',
    },
    tooLong: 'A explicação é longa demais para ser mostrada aqui.',
    shortened: ({ shown, total }) =>
      `Explicação abreviada: ${count(shown)} de ${counted(total, { one: 'caractere', other: 'caracteres' })}.`,
  };
}
