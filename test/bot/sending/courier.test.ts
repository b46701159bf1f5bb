import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Channel, Outgoing } from '../../../src/bot/ports.ts';
import { createCourier } from '../../../src/bot/sending/courier.ts';
import { createLog } from '../../../src/common/log.ts';
import { type Courier, CourierError } from '../../../src/questions/ports.ts';
import type { Question, Sending } from '../../../src/questions/question.ts';
import { createFakeClock, type FakeClock } from '../../support/fakeClock.ts';
import { makeQuestion, now } from '../../support/storedValues.ts';

const answer: Answer = { kind: 'answer', texts: ['42'], tables: [], suggestions: [] };
const progressActivityId = 'progress';

describe('the courier', () => {
  let clock: FakeClock;
  /** What was done, in order. */
  let done: string[];
  let refuseUpdate: CourierError | undefined;
  let describeSpace: () => Promise<{ id: string; title: string }>;
  let courier: Courier;

  beforeEach(() => {
    clock = createFakeClock({ now });
    done = [];
    refuseUpdate = undefined;
    describeSpace = async () => ({ id: 'space', title: 'Sales' });
    const channel: Channel = {
      async post(_place, outgoing) {
        done.push(`post ${wordsOf(outgoing)}`);
        return 'posted';
      },
      async update(_place, activityId, outgoing) {
        done.push(`update ${activityId} ${wordsOf(outgoing)}`);
        if (refuseUpdate) throw refuseUpdate;
      },
      readProfile: async () => ({}),
    };
    courier = createCourier({
      channel,
      genie: { describeSpace: () => describeSpace() },
      clock,
      log: createLog('error', () => {}),
      charts: false,
      feedbackCards: false,
      feedbackTokens: { sign: async () => 'token', verify: async () => false },
      exportLinks: undefined,
      isQuestion: () => true,
      adminContact: '',
    });
  });
  afterEach(() => expect(clock.sleeping).toBe(0));

  const beforeSending = async (sending: Sending) => {
    done.push(`before ${sending}`);
  };
  const deliver = (changes: Partial<Question>) =>
    courier.deliverAnswer(makeQuestion(changes), answer, beforeSending);

  it('turns the progress message into the answer within 20 s', async () => {
    await clock.advance(19_999);
    expect(await deliver({ progressActivityId })).toBe(progressActivityId);
    expect(done).toEqual(['before update', 'update progress 42']);
  });

  it('sends a later answer as a new message, which notifies people', async () => {
    await clock.advance(20_000);
    expect(await deliver({ progressActivityId })).toBe('posted');
    expect(done).toEqual(['before post', 'post 42']);
  });

  it('continues the way it started: what may already be there as an update is not posted too', async () => {
    await clock.advance(60_000);
    expect(await deliver({ progressActivityId, sending: 'update' })).toBe(progressActivityId);
    expect(done).toEqual(['before update', 'update progress 42']);
  });

  it('posts the answer if the progress message was deleted', async () => {
    refuseUpdate = new CourierError('refused', 'gone', undefined, 404);
    expect(await deliver({ progressActivityId })).toBe('posted');
    expect(done.at(-2)).toBe('before post');
    expect(done.at(-1)).toBe('post 42');
  });

  it('sends nothing that must be held back', async () => {
    const keepBack = () => Promise.reject(new Error('no longer ours'));
    await expect(courier.deliverAnswer(makeQuestion(), answer, keepBack)).rejects.toThrow('ours');
    expect(done).toEqual([]);
  });

  it('does not hold back the answer for the title of its space', async () => {
    describeSpace = () => new Promise(() => {});
    const delivered = deliver({ spaceId: 'space' });
    await clock.whenSleeping();
    expect(done).toEqual([]);
    await clock.advance(2_000);
    await delivered;
    expect(done).toEqual(['before post', 'post 42']);
  });

  describe('trouble with Genie', () => {
    const show = (changes: Partial<Question>) =>
      courier.showProgress(makeQuestion(changes), {
        status: 'NO_ANSWER',
        elapsedMs: 4_000,
        waitMs: 600_000,
      });
    const { place } = makeQuestion();
    const inWebChat = { place: { ...place, channelId: 'webchat', timeZone: 'Europe/Berlin' } };
    const words = 'Genie isn’t answering at the moment. I’ll keep trying';

    it('is written into the progress message in Teams', async () => {
      expect(await show({ progressActivityId })).toBe(progressActivityId);
      expect(done).toEqual([`update progress ${words} for another 10 min.`]);
    });

    it('is a new message in Web Chat, with the time in the asker’s zone', async () => {
      await show(inWebChat);
      expect(done).toEqual([`post ${words} until 10:10.`]);
    });

    it('is told again in Web Chat only a minute later', async () => {
      await clock.advance(60_000);
      await show({ ...inWebChat, toldTroubleAt: now + 1_000 });
      expect(done).toEqual(['post ']);
      await show({ ...inWebChat, toldTroubleAt: now - 1_000 });
      expect(done.at(-1)).toContain(words);
    });
  });

  it('says in the progress message that the answer is below', async () => {
    await courier.endProgress(makeQuestion({ progressActivityId }), 'posted');
    expect(done).toEqual(['update progress Done. The answer is below.']);
  });

  it('leaves a progress message alone that has become the answer', async () => {
    await courier.endProgress(makeQuestion({ progressActivityId }), progressActivityId);
    await courier.endProgress(makeQuestion(), 'posted');
    expect(done).toEqual([]);
  });
});

function wordsOf(outgoing: Outgoing): string {
  if ('text' in outgoing) return outgoing.text;
  return /"text":"(\d+)"/.exec(JSON.stringify(outgoing))?.[1] ?? '';
}
