import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function provenance({ plural, count, list }: Grammar): Texts['provenance'] {
  return {
    openConversation: 'In Databricks öffnen',
    openSpace: 'Bereich in Databricks öffnen',

    poweredByGenie: 'Unterstützt von Genie',
    trusted: 'Vertrauenswürdige Antwort',
    trustedMeans:
      'Genie hat mit einer Abfrage geantwortet, die von den Verantwortlichen dieses Bereichs stammt.',

    from: ({ tables, more }) =>
      more === 0
        ? `Quelle: ${list(tables)}`
        : plural(more, {
            one: `Quelle: ${tables.join(', ')} und 1 weitere Tabelle`,
            other: `Quelle: ${tables.join(', ')} und ${count(more)} weitere Tabellen`,
          }),

    cited: ({ sources, more }) =>
      more === 0
        ? `Quellen: ${list(sources)}`
        : `Quellen: ${sources.join(', ')} und ${count(more)} weitere`,

    facts: {
      tables: (tables) => plural(tables, { one: 'Tabelle', other: 'Tabellen' }),
      dataRead: 'Daten abgerufen',
    },
    // It follows a comma, where German has no “und”.
    moreTables: (more) =>
      plural(more, { one: '1 weitere Tabelle', other: `${count(more)} weitere Tabellen` }),

    steps: {
      description: 'Kurz gesagt',
      understanding: 'So wurde die Frage verstanden',
      'data-sourcing': 'Verwendete Daten',
      instructions: 'Befolgte Anweisungen',
      steps: 'Ausgeführte Schritte',
    },
    tooLong: 'Die Erklärung ist zu lang, um sie hier anzuzeigen.',
    shortened: ({ shown, total }) =>
      `Erklärung gekürzt: ${count(shown)} von ${count(total)} Zeichen.`,
  };
}
