import type { Answer } from '../../src/answers/answer.ts';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import type { Reader } from '../../src/cards/parts/reader.ts';
import { refusalCard } from '../../src/cards/subscriptions/refusalCard.ts';
import { subscribeFormCard } from '../../src/cards/subscriptions/subscribeFormCard.ts';
import { subscriptionCard } from '../../src/cards/subscriptions/subscriptionCard.ts';
import { subscriptionsCard } from '../../src/cards/subscriptions/subscriptionsCard.ts';
import { failureMessage } from '../../src/cards/talk/failureMessage.ts';
import type { Run, Subscription } from '../../src/questions/subscription.ts';

const id = `${'0'.repeat(32)}-${'1'.repeat(32)}`;
const timeZone = 'Europe/Berlin';
const yesterday = Date.UTC(2026, 10, 27, 8);
const dueAt = Date.UTC(2026, 10, 30, 8);
const text = 'revenue by region yesterday';
const longText =
  'Which customers in the Nordics ordered less this quarter than in the one before, by how much, and who looks after them?';

const of = { column: 'Revenue', row: 'EMEA' };
const condition = { only: 'above', of, limit: 1_200_000 } as const;
const moved = { only: 'moved', of, by: 12.5, isPercent: true } as const;

const subscription: Subscription = {
  id,
  place: {
    channelId: 'directline',
    serviceUrl: 'https://directline.example',
    conversation: { id: 'c' },
    user: { id: 'u' },
    bot: { id: 'b' },
  },
  text,
  schedule: { every: 'weekday', at: { hour: 9, minute: 0 } },
  timeZone,
  revision: 1,
  dueAt,
  look: 1,
  createdAt: 0,
  expiresAt: 0,
};

const weekly: Subscription = {
  ...subscription,
  text: longText,
  schedule: { every: 'week', days: [1, 3, 5], at: { hour: 17, minute: 30 } },
  condition,
};

const paused: Subscription = {
  ...subscription,
  text: 'ما هي الإيرادات حسب المنطقة أمس؟',
  schedule: { every: 'month', day: 'last', at: { hour: 18, minute: 0 } },
  paused: 'owner',
};

const run: Run = {
  subscriptionId: id,
  revision: 1,
  dueAt,
  schedule: subscription.schedule,
  timeZone,
};

const answer: Answer = {
  kind: 'answer',
  texts: ['**EMEA** led with $1.24M, followed by the Americas.'],
  tables: [
    {
      attachmentId: 'a',
      title: 'Revenue by region',
      description: 'Sums revenue per region.',
      sql: 'SELECT region,\n  SUM(revenue) AS revenue\nFROM orders',
      thoughts: [{ text: 'You want the *revenue*.' }],
      columns: [
        { name: 'region', type: 'STRING' },
        { name: 'revenue', type: 'DECIMAL', scale: 2 },
      ],
      rows: [
        ['EMEA', '1240331.50'],
        ['Americas', '1100200.00'],
        ['APAC', '804100.25'],
      ],
      totalRows: 3,
      truncated: false,
    },
  ],
  suggestions: ['And by product?', 'How does this compare with last week?'],
};

/** The cards of subscriptions, each by a name of its own. */
export function subscriptionCards(reader: Reader): [string, OutgoingMessage][] {
  const shown = {
    ...reader,
    answerKey: 'gallery',
    question: text,
    spaceTitle: 'Sales',
    durationMs: 4_200,
    feedback: true,
    downloads: true,
    charts: {},
  };
  const form = { ...reader, question: text, timeZone, schedule: subscription.schedule };
  const figures = ['EMEA', 'Americas', 'APAC'].map((row) => ({ key: row, column: 'Revenue', row }));
  const news = (says: Parameters<typeof subscriptionCard>[0]['says'], of = subscription) =>
    subscriptionCard({ ...reader, subscription: of, says });
  return [
    ['subscribe form', subscribeFormCard({ ...form, figures, of: { answer: 'gallery' } })],
    [
      'change form',
      subscribeFormCard({
        ...form,
        question: longText,
        schedule: weekly.schedule,
        condition,
        figures,
        of: { subscription: id },
      }),
    ],
    ['subscribed', news('created')],
    [
      'subscribed thread',
      subscriptionCard({
        ...reader,
        subscription: weekly,
        says: 'created',
        where: 'thread',
        canMove: true,
      }),
    ],
    ['paused', news('paused', { ...subscription, paused: 'owner' })],
    ['unsubscribed', news('ended')],
    ['paused access', news('paused-access', { ...weekly, paused: 'access' })],
    ['ended gone', news('ended-gone')],
    [
      'subscriptions',
      subscriptionsCard({
        ...reader,
        subscriptions: [subscription, weekly, paused],
        elsewhere: 2,
      }),
    ],
    ['no subscriptions', subscriptionsCard({ ...reader, subscriptions: [], elsewhere: 1 })],
    ['run', answerCard(answer, { ...shown, run })],
    [
      'run condition',
      answerCard(answer, {
        ...shown,
        question: longText,
        run: {
          ...run,
          condition,
          finding: { is: 'met', now: 1_240_331.5, before: { value: 1_180_000, at: yesterday } },
          skipped: { times: 2, since: yesterday },
          tookOver: true,
        },
      }),
    ],
    [
      'run moved',
      answerCard(
        { ...answer, tables: [] },
        {
          ...shown,
          run: {
            ...run,
            condition: moved,
            finding: { is: 'met', now: 1_240_331.5, before: { value: 980_000, at: yesterday } },
          },
        },
      ),
    ],
    [
      'run unclear',
      answerCard(answer, {
        ...shown,
        run: { ...run, condition, finding: { is: 'unclear', missing: 'column' } },
      }),
    ],
    [
      'run from the right',
      answerCard(
        {
          ...answer,
          texts: ['تصدرت أوروبا بإيرادات قدرها 1.24 مليون.'],
          suggestions: ['وحسب المنتج؟'],
        },
        {
          ...shown,
          question: 'ما هي الإيرادات حسب المنطقة أمس؟',
          run: { ...run, condition, finding: { is: 'met', now: 1_240_331.5 } },
        },
      ),
    ],
    [
      'run failed',
      failureMessage({
        ...reader,
        run,
        code: 'genie-timeout',
        errorId: '7d0c1f52',
        question: text,
        answerKey: 'gallery',
      }),
    ],
    ['can subscribe', answerCard(answer, { ...shown, canSubscribe: true })],
    ['refused when', refusalCard({ why: 'when', given: 'every now and then' }, reader)],
    ['refused day', refusalCard({ why: 'day', given: '31st' }, reader)],
    ['refused zone', refusalCard({ why: 'zone', given: 'Europe/Atlantis' }, reader)],
    ['refused many', refusalCard({ why: 'too-many', limit: 10 }, reader)],
  ];
}
