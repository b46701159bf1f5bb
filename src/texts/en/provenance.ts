import type { Grammar } from '../grammar.ts';

/** Where an answer comes from, and how Genie came to it. */
export function provenance({ plural, count, list }: Grammar) {
  return {
    /** A button that opens the conversation. */
    openConversation: 'Open in Databricks',
    /** A button that opens the space, where the conversation isn't the reader's own. */
    openSpace: 'Open the space in Databricks',

    poweredByGenie: 'Powered by Genie',
    /** Genie answered with a query that the space's authors wrote. */
    trusted: 'Trusted answer',
    trustedMeans: 'Genie answered with a query that the authors of this space wrote.',

    /** In the small print: a few tables by name, and how many more there are. */
    from: ({ tables, more }: { tables: readonly string[]; more: number }) =>
      more === 0
        ? `From ${list(tables)}`
        : plural(more, {
            one: `From ${tables.join(', ')} and 1 more table`,
            other: `From ${tables.join(', ')} and ${count(more)} more tables`,
          }),

    /** In the small print: a few sources that the answer cites, and how many more there are. */
    cited: ({ sources, more }: { sources: readonly string[]; more: number }) =>
      more === 0
        ? `Sources: ${list(sources)}`
        : `Sources: ${sources.join(', ')} and ${count(more)} more`,

    /** Names of values, each followed by a colon. */
    facts: {
      tables: (tables: number) => plural(tables, { one: 'Table', other: 'Tables' }),
      dataRead: 'Data read',
    },
    moreTables: (more: number) =>
      plural(more, { one: '1 more table', other: `${count(more)} more tables` }),

    /** Headings of the steps in which Genie understood a question. */
    steps: {
      description: 'In short',
      understanding: 'How the question was understood',
      'data-sourcing': 'Data used',
      instructions: 'Instructions followed',
      steps: 'Steps taken',
    },
    tooLong: 'The explanation is too long to show here.',
    shortened: ({ shown, total }: { shown: number; total: number }) =>
      `Explanation shortened: ${count(shown)} of ${count(total)} characters.`,
  };
}
