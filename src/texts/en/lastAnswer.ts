import type { Grammar } from '../grammar.ts';

/** What people read when they do something with an answer that they have. */
export function lastAnswer({ plural, count }: Grammar) {
  return {
    none: 'You haven’t had an answer in this chat yet.',
    coming: 'I’m on it. You’ll get your answer as soon as it’s ready.',
    /** What other people are told, and the asker once the answer is no longer stored. */
    onlyTheAsker: 'Only the person who asked can do that, and only for a limited time.',
    onlyInOwnChat: 'That answer is in our chat, where only you can see it. Please do that there.',
    /** Where others read: that an answer comes to the asker's own chat. */
    placeNote: {
      private: 'I’ll answer in our chat, where only you can see it.',
      closed:
        'I can’t reach you in a chat of our own. Open a chat with me and type “show”, and I’ll answer there, where only you can see it.',
    },
    cannotShowAs: {
      line: 'I can’t show your last answer as a line chart. It needs numbers and a date or category.',
      bar: 'I can’t show your last answer as a bar chart. It needs a category and numbers (in Teams, no negative numbers).',
      donut:
        'I can’t show your last answer as a donut chart. It needs numbers that add up to a whole.',
      table: 'Your last answer doesn’t contain a table.',
    },
    sql: {
      title: 'SQL for your last answer',
      none: 'Your last answer had no SQL.',
      hidden: ({ queries }: { queries: number }) =>
        plural(queries, {
          one: '1 more query isn’t shown.',
          other: `${count(queries)} more queries aren’t shown.`,
        }),
    },
    rating: {
      ask: 'Was this answer helpful?',
      removed: 'Your rating was removed.',
      sent: 'Thank you. Your rating was sent to Genie.',
      sentWithComment: 'Thank you. Your rating and comment were sent to Genie.',
      saved: 'Thank you. Your rating was saved.',
      savedWithComment: 'Thank you. Your rating and comment were saved.',
      commentHint: 'What was wrong? (optional)',
      sendComment: 'Send comment',
      notSaved: 'Your rating couldn’t be saved.',
      notSent: 'Your rating couldn’t be sent to Genie.',
    },
    download: {
      open: { csv: 'Open the CSV file', xlsx: 'Open the Excel file' },
      content: 'The file contains every row of the table.',
      expires: ({ minutes }: { minutes: number }) =>
        plural(minutes, {
          one: 'Anyone with this link can open the file. It expires in a minute.',
          other: `Anyone with this link can open the file. It expires in ${count(minutes)} minutes.`,
        }),
      summary: 'Your file is ready.',
      off: 'Downloads are no longer available.',
    },
    pages: {
      /** @param reason one sentence */
      notLoaded: ({ reason }: { reason: string }) => `The rows couldn’t be loaded. ${reason}`,
      noMoreFromGenie: 'Genie returned no more rows than these.',
      noMore: 'There are no more rows.',
    },
    notRecalled: 'I can’t look up this question right now. Please type it again.',
    /** By where the question was asked. */
    share: {
      shared: {
        channel: 'Shared in the channel.',
        thread: 'Shared in the thread.',
        chat: 'Shared in the chat.',
      },
      already: 'Already shared.',
      unsure: {
        channel:
          'I might have shared it already, but can’t tell whether it arrived. Please check the channel.',
        thread:
          'I might have shared it already, but can’t tell whether it arrived. Please check the thread.',
        chat: 'I might have shared it already, but can’t tell whether it arrived. Please check the chat.',
      },
      refused: {
        channel: 'I can’t post in the channel. Someone might have removed me from it.',
        thread: 'I can’t post in the thread. Someone might have removed me from it.',
        chat: 'I can’t post in the chat. Someone might have removed me from it.',
      },
    },
  };
}
