import type { Grammar } from '../grammar.ts';

/** The person's conversations: the history, starting a new one, and deleting. */
export function conversations({ plural, count }: Grammar) {
  return {
    history: {
      title: 'Your conversations here',
      none: 'You have no conversations here yet.',
      /** One of the facts under a title: `Sales · 21 Nov 2026, 10:42 · 3 questions · current`. */
      questions: ({ questions }: { questions: number }) =>
        plural(questions, { one: '1 question', other: `${count(questions)} questions` }),
      current: 'current',
      older: ({ conversations }: { conversations: number }) =>
        plural(conversations, {
          one: '1 older conversation isn’t shown.',
          other: `${count(conversations)} older conversations aren’t shown.`,
        }),
      continue: 'Continue',
      continueTip: ({ title }: { title: string }) => `Continue: ${title}`,
      delete: 'Delete',
      deleteTip: ({ title }: { title: string }) => `Delete: ${title}`,
      confirmDelete:
        'Delete this conversation? It will also be deleted in Genie. This can’t be undone.',
      /** It isn't in Genie. */
      confirmDeleteHere: 'Delete this conversation? This can’t be undone.',
    },
    continuing: ({ title }: { title: string }) => `Continuing “${title}”.`,
    deleted: ({ title }: { title: string }) =>
      `Deleted “${title}” from Genie and from your history.`,
    /** It wasn't in Genie. */
    deletedHere: ({ title }: { title: string }) => `Deleted “${title}” from your history.`,
    stillAnswering: 'I’m still answering in this conversation. Type “cancel” first.',
    notThere: 'This conversation no longer exists, or it belongs to someone else.',
    startingNew: 'Done. Your next question starts a new conversation.',
    /** On the chat page: one of which nobody knows the first question now. */
    untitled: ({ date }: { date: string }) => `Chat of ${date}`,
    /** On the chat page: before why an answer isn’t there. */
    unread: 'This answer can’t be shown right now.',
    deleteAll: {
      /** None of them is in Genie. */
      confirmHere: 'Delete all your conversations here, and log out? This can’t be undone.',
      confirm:
        'Delete all your conversations here, and log out? They’ll also be deleted in Genie. This can’t be undone.',
      button: 'Delete and log out',
    },
    cancel: {
      /** Genie has none of them. */
      stopped: ({ questions }: { questions: number }) =>
        plural(questions, {
          one: 'Cancelled.',
          other: `Cancelled your ${count(questions)} questions.`,
        }),
      /** @param questions how many; none of them was sent to Genie */
      notSent: ({ questions }: { questions: number }) =>
        plural(questions, {
          one: 'Cancelled. Your question hadn’t been sent to Genie yet.',
          other: `Cancelled. Your ${count(questions)} questions hadn’t been sent to Genie yet.`,
        }),
      /** All of them were sent to Genie. */
      sent: ({ questions }: { questions: number }) =>
        plural(questions, {
          one: 'I’ve stopped waiting for your question. Genie might still finish it in the background. Your next question starts a new conversation.',
          other: `I’ve stopped waiting for your ${count(questions)} questions. Genie might still finish them in the background. Your next question starts a new conversation.`,
        }),
      /** @param asked how many of them were sent to Genie: fewer than all */
      someSent: ({ questions, asked }: { questions: number; asked: number }) =>
        `I’ve stopped waiting for your ${count(questions)} questions. ${plural(asked, {
          one: 'Genie might still finish the one it already has in the background.',
          other: `Genie might still finish the ${count(asked)} it already has in the background.`,
        })} Your next question starts a new conversation.`,
      tooLate: 'It’s too late to cancel. The answer is on its way.',
      nothing: 'There’s nothing to cancel. You have no questions in progress.',
    },
  };
}
