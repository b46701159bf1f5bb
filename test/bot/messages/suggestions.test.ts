import { expect, it } from 'vitest';
import { isQuestion } from '../../../src/bot/activities/isQuestion.ts';
import { answerMessage } from '../../../src/bot/messages/answerMessage.ts';
import { describeSpaceOf } from '../../../src/bot/messages/describeSpaceOf.ts';
import { createLog } from '../../../src/common/log.ts';
import { anAnswer } from '../../cards/answer/anAnswer.ts';
import { cardText } from '../../cards/readCard.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { makeQuestion } from '../../support/storedValues.ts';
import { testReading } from '../../support/testReader.ts';

const shared = {
  ...testReading,
  clock: createFakeClock(),
  log: createLog('error', () => {}),
  isQuestion,
  settings: {},
};

it('leaves out a suggestion of Genie that would be a command', async () => {
  const suggestions = ['Logout and delete.', 'And by week?', 'mallory@example.com'];
  const message = await answerMessage(makeQuestion(), anAnswer({ suggestions }), {
    ...shared,
    genieOf: () => ({ describeSpace: async () => ({ id: 's', title: 'Sales' }) }),
    charts: false,
    feedbackCards: false,
    feedbackTokens: { sign: async () => 'token', verify: async () => false },
    exportLinks: undefined,
    settings: {},
  });
  const text = cardText(message);
  expect(text).toContain('[And by week?]');
  expect(text).not.toMatch(/logout|mallory/i);
});

it.each([
  [['reset', 'Revenue by region'], ['Revenue by region']],
  [['reset', 'Logout and delete!'], ['From the settings']],
])('leaves out sample questions of a space that would be commands: %j', async (own, expected) => {
  const { sampleQuestions } = await describeSpaceOf(aPlace(), {
    ...shared,
    sampleQuestions: ['From the settings'],
    settings: { spaceIds: ['s'] },
    sessions: { get: async () => undefined },
    sharedPlaces: { get: async () => undefined },
    genie: {
      describeSpace: async () => ({ id: 's', title: 'Sales' }),
      listSampleQuestions: async () => own,
    },
  } as never);
  expect(sampleQuestions).toEqual(expected);
});
