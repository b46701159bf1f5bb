import type { Grammar } from '../grammar.ts';

/** How the bot is doing, for its admins. */
export function status({ plural, count, decimal }: Grammar) {
  return {
    title: ({ hours }: { hours: number }) =>
      plural(hours, { one: 'The last hour', other: `The last ${decimal(hours)} hours` }),
    questions: 'Questions',
    number: (number: number) => count(number),
    atLeast: ({ questions }: { questions: number }) => `at least ${count(questions)}`,
    summary: ({ title, questions }: { title: string; questions: string }) =>
      `${title}: ${questions} questions.`,
    answered: 'Answered',
    underWay: 'In progress',
    notAnswered: 'Not answered',
    none: 'none',
    /** What subscriptions asked: no other figure counts it. */
    subscriptions: 'Subscriptions',
    runs: ({ asked, sent, failed }: { asked: number; sent: number; failed: number }) =>
      `${count(asked)} asked, ${count(sent)} sent, ${count(failed)} failed`,
    timeToAnswer: 'Time to answer',
    timeToAcknowledge: 'Time to acknowledge',
    percentiles: ({ median, p95 }: { median: string; p95: string }) =>
      `median ${median}, 95th percentile ${p95}`,
    now: 'Now',
    genie: 'Genie',
    /** @param tried how long ago it was tried */
    down: ({ silence, tried }: { silence: string; tried: string }) =>
      `hasn’t answered for ${silence}; last tried ${tried} ago`,
    budget: 'Genie’s budget',
    spent: ({ started, perMinute }: { started: number; perMinute: number }) =>
      `${count(started)} of ${count(perMinute)} questions in the last minute`,
    throttled: ({ spent, duration }: { spent: string; duration: string }) =>
      `${spent}; throttled for another ${duration}`,
    waiting: 'Waiting',
    crowd: 'Web Chat and Direct Line',
    unknownPerson: 'Unknown person',
    inLine: ({ questions }: { questions: number }) => `${count(questions)} in the queue`,
    clear: 'Clear',
    clearTip: ({ who }: { who: string }) => `Remove from the queue: ${who}`,
    cleared: ({ questions }: { questions: number }) =>
      `Removed from the queue: ${count(questions)}.`,
  };
}
