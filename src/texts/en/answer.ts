import type { Grammar } from '../grammar.ts';

/** An answer: its buttons, what they open, and its small print. */
export function answer({ plural, count }: Grammar) {
  return {
    /** Buttons: a title, and what a mouse pointer on it says. */
    showTable: 'Show table',
    showChart: 'Show chart',
    showSql: 'Show SQL',
    hideSql: 'Hide SQL',
    showUnderstanding: 'How this was understood',
    hide: 'Hide',
    download: 'Download',
    more: 'More',
    back: 'Back',
    moreRows: 'More rows',
    previousRows: 'Previous rows',
    askAgain: 'Ask again',
    askAgainTip: 'Ask the same question again',
    /** By where the question was asked. */
    share: {
      channel: 'Share in the channel',
      thread: 'Share in the thread',
      chat: 'Share in the chat',
    },
    tryAgain: 'Try again',
    /** What an answerer asks to be allowed to do, and the buttons to decide. */
    approval: {
      ask: ({ tool }: { tool: string }) => `May I use “${tool}”?`,
      askOf: ({ tool, server }: { tool: string; server: string }) =>
        `May I use “${tool}” from “${server}”?`,
      calledWith: 'It would be used with:',
      shortened: ({ shown, total }: { shown: number; total: number }) =>
        `Only ${count(shown)} of ${count(total)} characters fit here. What you can’t read in full can’t be allowed.`,
      allow: 'Allow',
      deny: 'Don’t allow',
      /** What the asker said, for who asked and for the history. */
      allowed: 'Allowed.',
      denied: 'Not allowed.',
      answered: 'You’ve already answered this.',
      over: 'The conversation has gone on since then, so this can’t be answered. Please ask again.',
    },
    thumbs: {
      up: '👍 Helpful',
      upTip: 'This answer helped',
      down: '👎 Not helpful',
      downTip: 'This answer didn’t help',
      /** The thumb that was given. */
      given: ({ thumb }: { thumb: string }) => `${thumb} ✓`,
      remove: 'Remove rating',
      removeTip: 'Remove your rating',
    },

    /** The heading of the suggestions. */
    askNext: 'Ask next',
    startedAnew: {
      space: 'This is a new conversation: the one before was with someone I can no longer ask.',
      mode: 'This is a new conversation: Genie works in another mode now.',
      identity: 'This is a new conversation: the one before was asked with other rights.',
      'conversation-gone': 'Genie no longer has our earlier conversation, so this is a new one.',
      idle: 'It’s been a while, so this is a new conversation.',
    },
    /** In the asker's own chat, by where the question was asked. */
    asked: {
      channel: ({ question }: { question: string }) => `You asked in the channel: “${question}”`,
      thread: ({ question }: { question: string }) => `You asked in the thread: “${question}”`,
      chat: ({ question }: { question: string }) => `You asked in the chat: “${question}”`,
    },
    /** The same, below a question back. */
    replyIn: {
      channel: 'Please reply in the channel.',
      thread: 'Please reply in the thread.',
      chat: 'Please reply in the chat.',
    },
    replyInFor: {
      channel: ({ example }: { example: string }) =>
        `Please reply in the channel, for example “${example}”.`,
      thread: ({ example }: { example: string }) =>
        `Please reply in the thread, for example “${example}”.`,
      chat: ({ example }: { example: string }) =>
        `Please reply in the chat, for example “${example}”.`,
    },
    empty: 'Genie didn’t find an answer. Try rephrasing your question.',
    hiddenTables: ({ tables }: { tables: number }) =>
      plural(tables, {
        one: '1 more table isn’t shown.',
        other: `${count(tables)} more tables aren’t shown.`,
      }),

    textShortened: 'The text was shortened to fit in a message.',
    sqlTooLong: 'The SQL is too long to show here.',
    sqlShortened: ({ shown, total }: { shown: number; total: number }) =>
      `SQL shortened: ${count(shown)} of ${count(total)} characters.`,

    /** In the small print, of an answer that isn't below its question. */
    question: ({ question }: { question: string }) => `“${question}”`,
    rows: (rows: number) => plural(rows, { one: '1 row', other: `${count(rows)} rows` }),
    /** Genie cut the table. */
    atLeastRows: (rows: number) => plural(rows, { one: '1+ row', other: `${count(rows)}+ rows` }),

    /** The answer in a line, where it has no words of its own. */
    summary: {
      table: 'The answer is a table.',
      none: 'There’s no answer.',
    },
  };
}
