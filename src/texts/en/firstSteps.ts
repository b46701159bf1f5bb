import type { Grammar } from '../grammar.ts';

/** What people read before their first question, and when it isn't clear what they mean. */
export function firstSteps({ plural, count }: Grammar) {
  return {
    welcome: {
      title: 'Hi!',
      /** @param space its title; empty if none is known */
      offer: ({ space }: { space: string }) =>
        `Ask me about ${space ? `“${space}”` : 'your company’s data'} in your own words. Databricks Genie answers with a table and the SQL behind it.`,
      /** The same, where a serving endpoint answers. @param endpoint its name */
      offerEndpoint: ({ endpoint }: { endpoint: string }) =>
        `Ask me anything that “${endpoint}” can answer, in your own words.`,
      /** The summary of the card, which has title and offer on lines of their own. */
      summary: ({ offer }: { offer: string }) => `Hi! ${offer}`,
      demo: 'This is a demo with made-up sales data.',
      more: 'Type “help” to see what else I can do.',
    },
    help: {
      title: 'How to ask',
      how: 'Ask a question in your own words, then follow up: “and by region?”. For the best answers, say what to measure, for which period, and how to group it.',
      commands: 'You can also type',
      /** @param line how people ask for a line chart: `as a line chart` */
      charts: ({ line, table }: { line: string; table: string }) =>
        `To see your last answer another way, type “${line}”, for example, or “${table}”.`,
      all: 'All commands',
      contact: ({ contact }: { contact: string }) => `Something wrong? Contact ${contact}.`,
    },
    /** @param name how people address the bot: `@Genie` */
    mention: ({ name }: { name: string }) =>
      `Begin each message with ${name}. I don’t see any other message here.`,
    didYouMean: {
      ask: ({ command }: { command: string }) => `Did you mean “${command}”?`,
      askGenie: ({ words }: { words: string }) => `Ask “${words}”`,
    },
    edited: {
      offer: ({ question }: { question: string }) =>
        `You edited a question I had already sent. Ask the new version, “${question}”?`,
      ask: 'Ask the new version',
    },
    unknownButton:
      'I don’t know this button. It might be from an older message. Please type your question.',
    noFiles: 'I can’t read files, images or recordings. Please type your question.',
    adminsOnly: {
      change: 'Only admins of this bot can change that.',
      status: 'Only admins of this bot can see its status.',
    },
    spaces: {
      one: 'One space is available',
      several: 'What you can ask about',
      untitled: 'Untitled space',
      use: 'Use this space',
      useInChannel: 'Use for this channel',
      hidden: ({ spaces }: { spaces: number }) =>
        plural(spaces, {
          one: '1 more space isn’t shown.',
          other: `${count(spaces)} more spaces aren’t shown.`,
        }),
      gone: 'This space is no longer available.',
      setForChannel:
        'Done. New conversations in this channel will use this space, unless someone chooses another.',
      switched: ({ title }: { title: string }) =>
        `Switched to “${title}”. Your next question starts a new conversation.`,
      alreadyThere: ({ title }: { title: string }) =>
        `You’re already using “${title}”. Your conversation continues.`,
    },
  };
}
