import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function provenance(grammar: Grammar): Texts['provenance'] {
  const { plural, count, list } = grammar;
  const counted = createCounted(grammar);
  const otherTables = (more: number) => counted(more, { one: 'tabla más', other: 'tablas más' });
  return {
    openConversation: 'Abrir en Databricks',
    openSpace: 'Abrir el espacio en Databricks',

    poweredByGenie: 'Con tecnología de Genie',
    trusted: 'Respuesta de confianza',
    trustedMeans: 'Genie respondió con una consulta escrita por los autores de este espacio.',

    from: ({ tables, more }) =>
      more === 0
        ? `Origen: ${list(tables)}`
        : `Origen: ${tables.join(', ')} y ${otherTables(more)}`,

    cited: ({ sources, more }) =>
      more === 0
        ? `Fuentes: ${list(sources)}`
        : `Fuentes: ${sources.join(', ')} y ${count(more)} más`,

    facts: {
      tables: (tables) => plural(tables, { one: 'Tabla', other: 'Tablas' }),
      dataRead: 'Fecha de lectura',
    },
    // It follows a comma, where Spanish has no “y”.
    moreTables: otherTables,

    steps: {
      description: 'En resumen',
      understanding: 'Cómo se interpretó la pregunta',
      'data-sourcing': 'Datos usados',
      instructions: 'Instrucciones aplicadas',
      steps: 'Pasos realizados',
    },
    tooLong: 'La explicación es demasiado larga para mostrarla aquí.',
    shortened: ({ shown, total }) =>
      `Explicación abreviada: ${count(shown)} de ${counted(total, { one: 'carácter', other: 'caracteres' })}.`,
  };
}
