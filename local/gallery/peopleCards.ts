import { commands } from '../../src/bot/commands/commands.ts';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import type { Reader } from '../../src/cards/parts/reader.ts';
import { signInCard } from '../../src/cards/signIn/signInCard.ts';
import { didYouMeanCard } from '../../src/cards/talk/didYouMeanCard.ts';
import { failureMessage } from '../../src/cards/talk/failureMessage.ts';
import { helpCard } from '../../src/cards/talk/helpCard.ts';
import { historyCard } from '../../src/cards/talk/historyCard.ts';
import { infoCard } from '../../src/cards/talk/infoCard.ts';
import { ratingCard } from '../../src/cards/talk/ratingCard.ts';
import { spaceChosenCard } from '../../src/cards/talk/spaceChosenCard.ts';
import { spacesCard } from '../../src/cards/talk/spacesCard.ts';
import { sqlCard } from '../../src/cards/talk/sqlCard.ts';
import { welcomeCard } from '../../src/cards/talk/welcomeCard.ts';
import { whoamiCard } from '../../src/cards/talk/whoamiCard.ts';
import { salesSpace, spaces } from '../demo/spaces.ts';

const { sampleQuestions } = salesSpace;
const adminContact = 'data-team@example.com';
const helped = ({ texts }: Reader) =>
  commands.map(({ name }) => texts.commands[name]).filter((words) => 'help' in words);
const identity = { mode: 'person' } as const;
const rated = {
  answerKey: 'gallery',
  question: 'Revenue by region',
  sendsRatings: true,
} as const;

const lastAt = Date.UTC(2026, 10, 21, 9, 5);
const conversation = { answerKey: 'gallery', spaceTitle: 'Sales', isCurrent: false };

/** The cards that aren't answers, by the command or event that brings them. */
export const peopleCards = (reader: Reader): [string, OutgoingMessage][] => [
  [
    'welcome',
    welcomeCard({ ...reader, sampleQuestions, spaceTitle: 'Sales', demo: true, identity }),
  ],
  [
    'help',
    helpCard({ ...reader, sampleQuestions, commands: helped(reader), adminContact, identity }),
  ],
  [
    'info',
    infoCard({
      ...reader,
      space: salesSpace,
      sendsEmail: true,
      sendsRatings: true,
      sessionHours: 4,
      adminContact,
      version: '1.0.0',
      demo: false,
      identity: { mode: 'bot' },
    }),
  ],
  [
    'sign in',
    signInCard({
      ...reader,
      link: { signInLink: 'https://token.example/signin' },
      connectionName: 'databricks',
      question: 'Revenue by region, and how does it compare with last year?',
      replaced: true,
      needsCode: true,
    }),
  ],
  [
    'whoami',
    whoamiCard(
      reader,
      { name: 'Ada Lovelace', email: 'ada@example.com', knownBy: 'self-declared' },
      { mode: 'person', signedInAs: 'ada@example.com' },
    ),
  ],
  [
    'history',
    historyCard({
      ...reader,
      conversations: [
        { ...conversation, title: 'Revenue by region', lastAt, questions: 3, isCurrent: true },
        {
          ...conversation,
          title: 'Which customers in the Nordics ordered less this quarter than in the one before?',
          lastAt: lastAt - 20 * 3_600_000,
          questions: 1,
        },
        {
          ...conversation,
          spaceTitle: 'Customer Support',
          title: 'Who are my top performing agents?',
          lastAt: lastAt - 100 * 3_600_000,
          questions: 12,
        },
      ],
      older: 4,
    }),
  ],
  ['spaces', spacesCard({ ...reader, spaces, currentId: salesSpace.id, mayShare: false })],
  ['space', spaceChosenCard({ ...reader, title: 'Sales', isChanged: true, sampleQuestions })],
  ['feedback', ratingCard({ ...reader, ...rated, hasComment: false })],
  ['thumb up', ratingCard({ ...reader, ...rated, rating: 'POSITIVE', hasComment: false })],
  ['thumb down', ratingCard({ ...reader, ...rated, rating: 'NEGATIVE', hasComment: false })],
  [
    'sql',
    sqlCard({
      ...reader,
      question: 'Revenue by region',
      queries: [
        {
          title: 'Revenue by region',
          sql: 'SELECT c.region,\n  SUM(l.amount) AS revenue\nFROM demo.sales.order_lines l\nGROUP BY c.region',
        },
      ],
    }),
  ],
  [
    'failure',
    failureMessage({
      ...reader,
      code: 'genie-failed',
      errorId: '7d0c1f52',
      genieTexts: ['I couldn’t find a column for **margin**.'],
      suggestions: ['Revenue by month'],
      adminContact,
      question: 'Margin by month',
      answerKey: 'gallery',
    }),
  ],
  ['halp', didYouMeanCard({ ...reader, written: 'halp', command: 'help' })],
];
