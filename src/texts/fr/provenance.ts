import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function provenance(grammar: Grammar): Texts['provenance'] {
  const { plural, count, list } = grammar;
  const counted = createCounted(grammar, 'd’');
  const otherTables = (more: number) =>
    counted(more, { one: 'autre table', other: 'autres tables' });
  return {
    openConversation: 'Ouvrir dans Databricks',
    openSpace: 'Ouvrir l’espace dans Databricks',

    poweredByGenie: 'Propulsé par Genie',
    trusted: 'Réponse de confiance',
    trustedMeans: 'Genie a répondu avec une requête écrite par les auteurs de cet espace.',

    from: ({ tables, more }) =>
      more === 0
        ? `Source : ${list(tables)}`
        : `Source : ${tables.join(', ')} et ${otherTables(more)}`,

    cited: ({ sources, more }) =>
      more === 0
        ? `Sources : ${list(sources)}`
        : `Sources : ${sources.join(', ')} et ${counted(more, { one: 'autre', other: 'autres' })}`,

    facts: {
      tables: (tables) => plural(tables, { one: 'Table', other: 'Tables' }),
      dataRead: 'Données lues',
    },
    // It follows a comma, where French has no « et ».
    moreTables: otherTables,

    steps: {
      description: 'En bref',
      understanding: 'Interprétation de la question',
      'data-sourcing': 'Données utilisées',
      instructions: 'Instructions suivies',
      steps: 'Étapes suivies',
    },
    tooLong: 'L’explication est trop longue pour être affichée ici.',
    shortened: ({ shown, total }) =>
      `Explication abrégée : ${count(shown)} sur ${counted(total, { one: 'caractère', other: 'caractères' })}.`,
  };
}
