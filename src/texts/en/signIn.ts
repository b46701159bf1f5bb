import type { Grammar } from '../grammar.ts';

/** Signing in, so that Genie answers with a person's own Databricks rights, and signing out. */
export function signIn({ count, plural }: Grammar) {
  const minutes = (number: number) =>
    plural(number, { one: '1 minute', other: `${count(number)} minutes` });
  return {
    /** Whose rights decide what Genie answers. */
    withYourRights: 'Genie answers with your Databricks rights.',
    withBotRights: 'Genie answers with this bot’s rights, the same for everyone.',
    card: {
      button: 'Sign in',
      ask: 'Please sign in. Genie answers with your Databricks rights.',
      /** What a notification shows. */
      summary: 'Please sign in, so that Genie can answer with your Databricks rights.',
      question: ({ question }: { question: string }) =>
        `Once you’re signed in, I’ll answer your question: “${question}”. You don’t need to type it again if you sign in within 15 minutes.`,
      replaced: 'It replaces the question you asked before.',
      code: 'If the page shows a six-digit code, type it here.',
    },
    /** Why once more. */
    again: {
      expired: 'Your sign-in has run out.',
      failed: 'That sign-in didn’t work.',
      'wrong-codes': 'That code wasn’t right either, so this is a new sign-in with a new code.',
      'other-account':
        'You signed in with another account than the one you use here, so I signed you out. Please sign in with the account you use here.',
    },
    /** In place of `again['other-account']` where it’s known which account. */
    signInAs: ({ account }: { account: string }) =>
      `You signed in with another account than the one you use here, so I signed you out. Please sign in as ${account}.`,
    /** In a channel or group, where others read it. */
    first: {
      answerThere: 'Please sign in in our chat first; I’ll answer there.',
      answerHere: 'Please sign in in our chat first; then I’ll answer here.',
      openChat: 'Open a chat with me and type “sign in” within 15 minutes.',
    },
    done: {
      as: ({ name }: { name: string }) => `You’re signed in as ${name}.`,
      unnamed: 'You’re signed in.',
      asking: 'Asking your question now…',
      tooLate: 'Your question waited longer than 15 minutes, so please ask it again.',
      whatNext: 'What would you like to know?',
    },
    /** Six digits that a person typed. */
    code: {
      wrong: ({ triesLeft }: { triesLeft: number }) =>
        plural(triesLeft, {
          one: 'That code isn’t right. Please check it and type it again: you have 1 try left.',
          other: `That code isn’t right. Please check it and type it again: you have ${count(triesLeft)} tries left.`,
        }),
      wrongAtLast:
        'That code isn’t right either, so this sign-in is over. Type “sign in” for a new one.',
      tooMany: (number: number) =>
        `That’s too many wrong codes. Please try again in ${minutes(number)}.`,
      contested: (number: number) =>
        `Another chat is waiting for the same sign-in, so I can’t tell which of them it was for. Please type “sign in” in ${minutes(number)}.`,
      over: 'This sign-in is over. Type “sign in” for a new one.',
      late: 'This sign-in took longer than 15 minutes. Type “sign in” for a new one.',
      unexpected: 'I’m not waiting for a code. Type “sign in” to get one.',
    },
    /** What Microsoft Teams reports about a sign-in that failed in it. */
    failed: {
      notSetUp: 'Signing in isn’t set up correctly for this bot.',
      notDone: 'Microsoft Teams couldn’t finish signing you in.',
      consent: 'Please press “Sign in” on the card and accept what Microsoft asks you.',
      interaction:
        'Please press “Sign in” on the card: Microsoft needs to ask you something first.',
      otherwise: 'If it doesn’t work, type “sign in”.',
    },
    signedOut:
      'You’re signed out, and your download links no longer work. I’ll ask you to sign in when you next ask a question.',
    wasSignedOut: 'You weren’t signed in. I’ll ask you to sign in when you next ask a question.',
  };
}
