import type { Grammar } from '../grammar.ts';

/** Where answers come from, and who the bot thinks the reader is. */
export function about({ plural, decimal }: Grammar) {
  return {
    info: {
      title: 'About this bot',
      source: 'Answers come from',
      demo: 'a demo workspace: made-up sales data, no AI',
      sent: 'Sent to Genie',
      sentToEndpoint: 'Sent to the endpoint',
      history: 'what was said before in the conversation',
      question: 'your question',
      email: 'your email address',
      ratings: 'your ratings',
      newConversation: 'New conversation',
      afterIdle: ({ hours }: { hours: number }) =>
        hours === 1
          ? 'after an hour of inactivity'
          : plural(hours, { other: `after ${decimal(hours)} hours of inactivity` }),
      contact: 'Contact',
      version: 'Version',
      summary: ({ source }: { source: string }) => `Answers come from ${source}.`,
    },
    whoami: {
      title: 'You are',
      summary: 'Who you are',
      name: 'Name',
      email: 'Email',
      unverifiedEmail: 'Email (not verified)',
      /** By how it is known. */
      sources: {
        teams: 'From your Teams profile.',
        page: 'From your sign-in to this page.',
        'self-declared': 'Entered in this chat, not verified.',
      },
      unknown: 'I don’t know your name or email address.',
      signedInAs: 'Signed in as',
      notSignedIn: 'You’re not signed in. Type “sign in” to do so.',
      separate: 'Your conversations with Genie are separate from everyone else’s.',
    },
    email: {
      ask: 'What’s your email address? You can add your name: “Ada Lovelace <ada@example.com>”. I can’t verify it, so I’ll mark it as unverified.',
    },
    signIn: {
      needless: 'There’s no need to sign in: Genie is asked with this bot’s rights.',
      elsewhere: 'Please sign in in a chat of our own: open one with me and type “sign in”.',
      /** @param name absent if it isn't known */
      already: ({ name }: { name: string | undefined }) =>
        name ? `You’re already signed in as ${name}.` : 'You’re already signed in.',
    },
  };
}
