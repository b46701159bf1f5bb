import type { Grammar } from '../grammar.ts';

/** Who a person is, and whether and how often they can ask. */
export function people({ count, plural }: Grammar) {
  return {
    noAccess: ({ contact }: { contact: string }) =>
      `You don’t have access to this bot. To request access, contact ${contact}.`,
    unknown: 'I couldn’t confirm who you are. Please try again in a moment.',
    tooOften: 'That was a lot at once. Please wait a minute and try again.',
    tooManyPerMinute:
      'You’ve reached the limit of questions per minute. Please wait a minute and try again.',
    tooBusy: 'Too many questions are waiting right now. Please try again in a few minutes.',
    /** `limit`: how many questions of one person can be open at once. */
    tooManyOpen: ({ limit }: { limit: number }) =>
      plural(limit, {
        one: 'You already have a question in progress here. Please wait for its answer, or type “cancel” to stop it.',
        other: `You already have ${count(limit)} questions in progress here. Please wait for an answer, or type “cancel” to stop them.`,
      }),
    tooManyWaiting: ({ limit }: { limit: number }) =>
      plural(limit, {
        one: 'You already have a question in the queue. Please wait until it’s answered.',
        other: `You already have ${count(limit)} questions in the queue. Please wait until one of them is answered.`,
      }),
    questionTooLong: ({ limit }: { limit: number }) =>
      plural(limit, {
        one: 'Your question is too long. The limit is 1 character.',
        other: `Your question is too long. The limit is ${count(limit)} characters.`,
      }),
    askForEmail:
      'Before I ask Genie, please tell me your email address (and your name, if you like): “Ada Lovelace <ada@example.com>”. I’ll ask your question right after that.',
    introduced: ({ email }: { email: string }) =>
      `Thanks. I’ll use ${email} as your email address (unverified) until you type “logout”.`,
    askingNow: 'Asking your question now:',
    forgotten: 'I’ve forgotten who you are and cleared your history in this chat.',
    teamsTellsAgain: 'The next time you ask, Teams will tell me your name and email address again.',
    pageTellsAgain:
      'The next time you ask, your sign-in to this page will tell me your name and email address again.',
    reloadPage: 'You’ve been away for a while. Please reload the page to go on.',
    deleted: ({ number }: { number: number }) =>
      plural(number, {
        one: 'I’ve deleted your conversation.',
        other: `I’ve deleted your ${count(number)} conversations.`,
      }),
    nothingToDelete: 'You had no conversations to delete.',
    /** They were asked with other rights, under which Genie doesn’t show them now. */
    leftUndeleted: ({ number }: { number: number }) =>
      plural(number, {
        one: 'I couldn’t delete one that was asked with other rights than yours now.',
        other: `I couldn’t delete ${count(number)} that were asked with other rights than yours now.`,
      }),
  };
}
