import type { Grammar } from '../grammar.ts';

/** Questions that are answered again and again: subscribing, what comes of it, and ending it. */
export function subscriptions({ plural, count }: Grammar) {
  return {
    /** As a person types it, with what stands for the question. */
    example: 'subscribe every weekday at 9:00: revenue by region yesterday',
    buttons: {
      subscribe: 'Subscribe',
      subscribeTip: 'Get the answer to this question again and again',
      save: 'Save',
      pause: 'Pause',
      resume: 'Resume',
      change: 'Change',
      unsubscribe: 'Unsubscribe',
      toChannel: 'Post in the channel',
      condition: 'Add a condition',
    },
    /** What a mouse pointer on such a button says. */
    tip: ({ button, question }: { button: string; question: string }) => `${button}: ${question}`,
    /** The card to subscribe with, and to change a subscription. */
    form: {
      title: 'Subscribe to this answer',
      change: 'Change this subscription',
      every: 'How often',
      time: ({ timeZone }: { timeZone: string }) => `Time (${timeZone})`,
      only: 'Show the answer',
      figure: 'Figure',
      amount: 'Amount',
      /** What a schedule is called that can’t be chosen. */
      asNow: ({ now }: { now: string }) => `As now: ${now}`,
      days: {
        day: 'Every day',
        weekday: 'Every weekday',
        1: 'Every Monday',
        2: 'Every Tuesday',
        3: 'Every Wednesday',
        4: 'Every Thursday',
        5: 'Every Friday',
        6: 'Every Saturday',
        7: 'Every Sunday',
        month: 'Every 1st of the month',
        last: 'Every last day of the month',
      },
      conditions: {
        always: 'Always',
        'with-rows': 'If there are rows',
        above: 'If the figure is above',
        below: 'If the figure is below',
        moved: 'If the figure moved by',
        'moved-percent': 'If the figure moved by %',
      },
    },
    /** Headings of what was done. */
    says: {
      created: 'You’re subscribed',
      known: 'You’re already subscribed',
      changed: 'Changed',
      paused: 'Paused',
      resumed: 'Resumed',
      ended: 'Unsubscribed',
      moved: 'The answers now go to the channel',
      'paused-access': 'I’ve paused this subscription',
      'paused-gone': 'I’ve paused this subscription',
      'ended-gone': 'I’ve ended this subscription',
    },
    /** Below such a heading. */
    why: {
      'paused-access': {
        own: 'You no longer have access to this bot or to its data. Once you have, select “Resume”.',
        others:
          'The person who subscribed no longer has access to this bot or to its data. Once they have, they can resume it.',
      },
      'paused-gone': {
        own: 'I couldn’t reach you. To go on, select “Resume”.',
        others: 'I can no longer reach the person who subscribed.',
      },
      'ended-gone': {
        own: 'I couldn’t reach you.',
        others: 'I can no longer reach the person who subscribed.',
      },
    },
    question: ({ question }: { question: string }) => `“${question}”`,
    /** `due`: a day, a time and a time zone. */
    next: ({ due }: { due: string }) => `Next: ${due}`,
    isPaused: 'Paused',
    /** Where the answers go, if not to where the person reads this. */
    where: {
      private: 'The answers come to our own chat, where only you can see them.',
      thread: 'The answers come to this thread.',
      channel: 'Each answer is a new post in the channel.',
    },
    /** One number of an answer, as people speak of it. */
    figure: ({ column }: { column: string }) => `“${column}”`,
    figureOf: ({ column, row }: { column: string; row: string }) => `“${column}” for “${row}”`,
    /** When an answer is shown. `figure` is quoted. */
    only: {
      'with-rows': 'Only if there are rows',
      above: ({ figure, limit }: { figure: string; limit: string }) =>
        `Only if ${figure} is above ${limit}`,
      below: ({ figure, limit }: { figure: string; limit: string }) =>
        `Only if ${figure} is below ${limit}`,
      moved: ({ figure, by }: { figure: string; by: string }) =>
        `Only if ${figure} has moved by ${by} or more`,
    },
    /** Why an answer is shown that has a condition. */
    finding: {
      above: ({ figure, now, limit }: { figure: string; now: string; limit: string }) =>
        `${figure} is ${now}, which is above ${limit}.`,
      below: ({ figure, now, limit }: { figure: string; now: string; limit: string }) =>
        `${figure} is ${now}, which is below ${limit}.`,
      moved: ({
        figure,
        now,
        before,
        by,
      }: {
        figure: string;
        now: string;
        before: string;
        /** With its sign; an amount or per cent. */
        by: string;
      }) => `${figure} moved from ${before} to ${now} (${by}).`,
      /** `date`: when it was that. */
      before: ({ before, date }: { before: string; date: string }) =>
        `It was ${before} on ${date}.`,
      since: ({ date }: { date: string }) => `The figure before is from ${date}.`,
      first: ({ figure, now }: { figure: string; now: string }) =>
        `${figure} is ${now}. From now on, I’ll compare with this.`,
      /** In place of those below, where there are no figures at all. */
      noTable: 'This answer has no table that I can read, so I couldn’t check your condition.',
      missing: {
        column: ({ figure }: { figure: string }) =>
          `I couldn’t find ${figure} in this answer: it has no such column, or several. So I couldn’t check your condition.`,
        row: ({ figure }: { figure: string }) =>
          `I couldn’t find ${figure} in this answer: it has no such row, or several. So I couldn’t check your condition.`,
        number: ({ figure }: { figure: string }) =>
          `There’s no number for ${figure} in this answer, so I couldn’t check your condition.`,
      },
    },
    /** `since`: when the first of them was due. */
    skipped: ({ times, since }: { times: number; since: string }) =>
      plural(times, {
        one: `I couldn’t answer last time, on ${since}.`,
        other: `I couldn’t answer the last ${count(times)} times, the first on ${since}.`,
      }),
    /** In a notification: the question, and the answer in a line. */
    summary: ({ question, summary }: { question: string; summary: string }) =>
      `${question}: ${summary}`,
    continuesHere: 'What you ask next is about this answer.',
    failed: 'I’ll try again next time. If it keeps failing, I won’t tell you every time.',
    /** Before a sign-in. */
    waitsForSignIn: ({ question }: { question: string }) =>
      `Your subscription is due: “${question}”. Once you’re signed in, I’ll bring you the answer.`,
    /** In a group, for whom I can't open a chat; `name`: of the owner. */
    signInFirst: ({ name, question }: { name: string; question: string }) =>
      `${name}, your subscription is due: “${question}”. To get the answer, open a chat with me and type “sign in”.`,
    list: {
      title: 'Your subscriptions here',
      none: 'You have no subscriptions here. To get one, select “Subscribe” below an answer, or type:',
      elsewhere: ({ number }: { number: number }) =>
        plural(number, {
          one: 'You have 1 more in another chat.',
          other: `You have ${count(number)} more in other chats.`,
        }),
      hidden: ({ number }: { number: number }) =>
        plural(number, {
          one: '1 more isn’t shown.',
          other: `${count(number)} more aren’t shown.`,
        }),
    },
    /** Why there’s no subscription. Below some of them is an example. */
    refused: {
      when: ({ given }: { given: string }) => `“${given}” doesn’t tell me exactly when.`,
      time: ({ given }: { given: string }) => `I don’t know the time “${given}”.`,
      zone: ({ given }: { given: string }) => `I don’t know the time zone “${given}”.`,
      day: ({ given }: { given: string }) =>
        `Not every month has “${given}”. Use a day up to the 28th, or the last day.`,
      'no-time': 'Please choose a time.',
      'no-question': 'Please tell me when you want the answer, and to which question.',
      /** `command`: what lists them. */
      'too-many': ({ limit, command }: { limit: number; command: string }) =>
        plural(limit, {
          one: `You already have 1 subscription, which is the limit. To make room, type “${command}” and unsubscribe from it.`,
          other: `You already have ${count(limit)} subscriptions, which is the limit. To make room, type “${command}” and unsubscribe from one of them.`,
        }),
      amount: 'Please type how much, as a number above 0.',
      limit: 'Please type the amount as a number.',
      figure: 'Please choose the figure that I compare.',
      'no-figure': 'This answer has no figures that I could compare.',
      off: 'Subscriptions are turned off for this bot.',
      'not-signed-in': 'To subscribe here, you need to be signed in to this page.',
      'not-yours': 'Only the person who subscribed can do that, or an admin of this channel.',
      gone: 'This subscription no longer exists.',
      'only-admins': 'Only admins of this channel can have answers posted in it.',
    },
    /** Before an example, and before several. */
    tryThis: 'For example:',
    dayExamples: [
      'subscribe every 1st at 9:00: revenue by region last month',
      'subscribe every last day at 9:00: revenue by region this month',
    ],
    zoneExample: 'subscribe every day at 9:00 in Europe/Berlin: revenue by region yesterday',
    /** Their owner forgot everything. */
    allEnded: ({ number }: { number: number }) =>
      plural(number, {
        one: 'I’ve ended your subscription.',
        other: `I’ve ended your ${count(number)} subscriptions.`,
      }),
  };
}
