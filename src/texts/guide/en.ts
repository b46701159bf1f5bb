/** A page on how to ask. Examples stand in quotation marks; the page adds none of its own. */
export function guide() {
  return {
    title: 'How to ask good questions',
    /** @param space its title */
    about: ({ space }: { space: string }) => `About “${space}”`,
    lead: 'Ask in your own words and your own language. Your question becomes a database query, so say what you’d tell a colleague who has to write it.',
    say: {
      title: 'Say what you want to see',
      /** Headings of two columns. */
      part: 'Say',
      example: 'For example',
      parts: [
        { name: 'what to measure', example: '“revenue”, “number of orders”' },
        { name: 'how to group it', example: '“by region”, “per month”' },
        { name: 'which period', example: '“in 2026”, “the last 12 full months”' },
        { name: 'what to include or leave out', example: '“only Europe”, “without returns”' },
        { name: 'how many', example: '“the top 5”' },
        { name: 'in which order', example: '“highest first”' },
      ],
    },
    samples: 'Questions to start with',
    better: {
      title: 'From vague to clear',
      /** Headings of two columns. */
      vague: 'Rather than',
      clear: 'Ask',
      pairs: [
        {
          vague: 'How are sales going?',
          clear: 'Revenue by month for the last 12 full months',
          why: 'Measure, grouping and period are named.',
        },
        {
          vague: 'Our best customers',
          clear: 'The 10 customers with the highest revenue in 2026',
          why: '“Best” could also mean profit or number of orders.',
        },
        {
          vague: 'Recent orders',
          clear: 'Orders of the last 7 days with customer, amount and status, newest first',
          why: '“Recent” could mean any time, and an order has many columns.',
        },
        {
          vague: 'Compare this year with last year and find the causes of the drop',
          clear: 'Revenue by region and quarter for 2025 and 2026',
          why: 'One thing at a time: “Which region fell most?” can come next.',
        },
      ],
    },
    followUp: {
      title: 'Follow up',
      text: 'The conversation is remembered, so a few words are enough: “only Europe”, “by month instead”, “as a share of the total”.',
      /** @param line what people type to see a line chart @param table the same for a table */
      charts: ({ line, table }: { line: string; table: string }) =>
        `To see the same answer another way, type “${line}” or “${table}”.`,
      /** @param reset a command */
      newTopic: ({ reset }: { reset: string }) =>
        `For another topic, type “${reset}” first, so that earlier questions don’t change the answer.`,
    },
    words: {
      title: 'Use your company’s words',
      text: 'Use the terms of your reports, and names as they are in the data. If a word has a special meaning, say which: “active means at least one order in the last 90 days”.',
    },
    check: {
      title: 'Check the answer',
      /** Both are buttons of an answer. */
      text: ({ understanding, sql }: { understanding: string; sql: string }) =>
        `AI makes mistakes, and a wrong number looks like a right one. “${understanding}” says how your question was read, “${sql}” shows the query. Are the period, the filters and the unit what you meant? Compare with a number you know.`,
      /** @param trusted what the small print of an answer says */
      trusted: ({ trusted }: { trusted: string }) =>
        `“${trusted}” below an answer means that people wrote its query, not AI.`,
    },
    askedBack: {
      title: 'If you’re asked back',
      text: 'Your question could mean several things. Reply in a few words, or choose a suggestion: you don’t need to ask again.',
    },
    limits: {
      title: 'What it can’t do',
      items: [
        'Predict the future: it finds what is in the data.',
        'Explain why something happened. It can show what changed, and where: “Which products lost most since last quarter?”',
        'Know what isn’t in this data: documents, the web, other systems.',
      ],
    },
    privacy: {
      title: 'Who can see it',
      text: 'Your questions are sent to Databricks to be answered. The people who manage this data there might be able to read them. Leave out passwords, and personal details that the question doesn’t need.',
      /** @param info a command */
      more: ({ info }: { info: string }) => `Type “${info}” to see what exactly is sent.`,
    },
    commands: 'Commands worth knowing',
  };
}
