import { describe, expect, it } from 'vitest';
import { shareAnswer } from '../../../src/bot/clicks/shareAnswer.ts';
import type { BotDeps } from '../../../src/bot/deps.ts';
import { toCourierError } from '../../../src/bot/framework/toCourierError.ts';
import type { Outgoing } from '../../../src/bot/ports.ts';
import { createLog } from '../../../src/common/log.ts';
import type { Place } from '../../../src/questions/place.ts';
import type { Question } from '../../../src/questions/question.ts';
import { createSharedIdentity } from '../../../src/signIn/personalIdentities.ts';
import { hasty } from '../../support/openInProcess.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';
import { makeQuestion, now } from '../../support/storedValues.ts';

const { place: own } = makeQuestion();
const thread: Place = {
  ...own,
  conversation: { id: '19:sales@thread.tacv2;messageid=1', conversationType: 'channel' },
};

interface Presses {
  /** Presses the button; resolves with what is said, or `killed`. */
  press(deathAt?: number, kill?: 'before' | 'after'): Promise<string>;
  /** What is in the thread. */
  shared: Outgoing[];
  /** What the channel answers to the next messages in the thread; `undefined`: it takes them. */
  refusals: (number | undefined)[];
  row(): Promise<Question | undefined>;
}

async function openPresses(changes: Partial<Question> = {}): Promise<Presses> {
  const clock = { ...hasty, now: () => now };
  const { questions } = openMemoryStorage(clock);
  const asked: Partial<Question> = { state: 'delivered', isPrivate: true, place: thread };
  const ids = { spaceId: 'space', conversationId: 'c', messageId: 'm' };
  await questions.insert(
    makeQuestion({ id: 's1-q1', answerTo: own, ...asked, ...ids, ...changes }),
  );
  const shared: Outgoing[] = [];
  const refusals: (number | undefined)[] = [];

  return {
    shared,
    refusals,
    row: async () => (await questions.get('s1-q1'))?.value,
    press(deathAt, kill) {
      return new Promise((resolve, reject) => {
        let calls = 0;
        /** The call at which the instance dies never comes back. */
        const mortal = async <T>(run: () => Promise<T>): Promise<T> => {
          const isLast = calls++ === deathAt;
          if (isLast && kill === 'after') await run();
          if (!isLast) return run();
          resolve('killed');
          return new Promise<never>(() => {});
        };
        const genie = {
          getMessage: () => mortal(async () => ({})),
          readAnswer: async () => ({
            kind: 'answer',
            texts: ['42'],
            tables: [],
            suggestions: [],
          }),
          describeSpace: async (id: string) => ({ id, title: 'Sales' }),
        };
        const deps = {
          clock,
          log: createLog('error', () => {}),
          isQuestion: () => true,
          settings: {},
          questions: {
            get: (id: string) => mortal(() => questions.get(id)),
            replace: (...args: Parameters<typeof questions.replace>) =>
              mortal(() => questions.replace(...args)),
          },
          genie,
          identities: createSharedIdentity(genie as never),
          genieOf: () => genie,
          channel: {
            post: (place: Place, outgoing: Outgoing) =>
              mortal(async () => {
                if (place.conversation.id !== thread.conversation.id) {
                  resolve('text' in outgoing ? outgoing.text : '');
                  return 'said';
                }
                const status = refusals.shift();
                if (status === undefined || status === 500) shared.push(outgoing);
                if (status !== undefined) throw toCourierError({ statusCode: status });
                return `shared-${shared.length}`;
              }),
          },
        } as unknown as BotDeps;
        void questions.get('s1-q1').then((found) => {
          const question = found?.value ?? makeQuestion();
          const submit = { action: 'share', answer: 'key' } as const;
          const click = { submit, question, place: own, clickedId: undefined };
          return shareAnswer(click, deps).catch(reject);
        });
      });
    },
  };
}

describe('sharing an answer', () => {
  it.each(['before', 'after'] as const)(
    'posts it at most once, and never says so in vain, whichever call the instance is killed %s',
    async (kill) => {
      for (let call = 0; ; call += 1) {
        const presses = await openPresses();
        const first = await presses.press(call, kill);
        const second = await presses.press();
        const where = `${kill} call ${call}`;
        expect(presses.shared.length, where).toBeLessThanOrEqual(1);
        const known = /^(Shared in the thread|Already shared)\.$/;
        if (known.test(second)) expect(presses.shared, where).toHaveLength(1);
        else expect(second, where).toMatch(/might have shared/);
        if (first !== 'killed') {
          expect(call).toBeGreaterThan(5);
          return;
        }
      }
    },
  );

  it('posts it once, however many instances are told at the same time', async () => {
    const presses = await openPresses();
    const said = await Promise.all([1, 2, 3, 4].map(() => presses.press()));
    expect(presses.shared).toHaveLength(1);
    expect(said.filter((text) => text === 'Shared in the thread.')).toHaveLength(1);
  });

  it.each([403, 404, 429, 503])('is possible after a refusal with %i', async (status) => {
    const presses = await openPresses();
    presses.refusals.push(status);
    await presses.press().catch(() => {});
    expect((await presses.row())?.shared).toBeUndefined();
    expect(await presses.press()).toBe('Shared in the thread.');
  });

  it('is not possible after a message that might be there', async () => {
    const presses = await openPresses();
    presses.refusals.push(500);
    expect(await presses.press()).toMatch(/might have shared/);
    expect(await presses.press()).toMatch(/might have shared/);
    expect(presses.shared).toHaveLength(1);
  });

  it('is nothing for an answer that everyone there has read', async () => {
    const presses = await openPresses({ isPrivate: undefined as never });
    expect(await presses.press()).toMatch(/Only the person who asked/);
    expect(presses.shared).toEqual([]);
  });
});
