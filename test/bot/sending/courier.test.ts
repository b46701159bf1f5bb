import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Channel, Outgoing } from '../../../src/bot/ports.ts';
import { createCourier } from '../../../src/bot/sending/courier.ts';
import { createLog } from '../../../src/common/log.ts';
import { type Courier, CourierError, type CourierErrorKind } from '../../../src/questions/ports.ts';
import type { Question, Sending } from '../../../src/questions/question.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock, type FakeClock } from '../../support/fakeClock.ts';
import { makeQuestion, now } from '../../support/storedValues.ts';
import { testReading } from '../../support/testReader.ts';

const answer: Answer = { kind: 'answer', texts: ['42'], tables: [], suggestions: [] };
const progressActivityId = 'progress';

describe('the courier', () => {
  let clock: FakeClock;
  /** What was done, in order. */
  let done: string[];
  let sent: Outgoing[];
  let refuseUpdate: CourierError | undefined;
  /** What the channel says to the next posts, in order. */
  let refusePosts: CourierError[];
  let describeSpace: () => Promise<{ id: string; title: string }>;
  let openChat: Channel['openChat'];
  let courier: Courier;

  beforeEach(() => {
    clock = createFakeClock({ now });
    done = [];
    sent = [];
    refuseUpdate = undefined;
    openChat = async (place) => place;
    refusePosts = [];
    describeSpace = async () => ({ id: 'space', title: 'Sales' });
    const channel: Channel = {
      async post(_place, outgoing) {
        sent.push(outgoing);
        done.push(`post ${wordsOf(outgoing)}`);
        const refusal = refusePosts.shift();
        if (refusal) throw refusal;
        return 'posted';
      },
      async update(_place, activityId, outgoing) {
        sent.push(outgoing);
        done.push(`update ${activityId} ${wordsOf(outgoing)}`);
        if (refuseUpdate) throw refuseUpdate;
      },
      openChat: (place) => openChat(place),
      readProfile: async () => ({}),
    };
    courier = createCourier({
      channel,
      genieOf: () => ({ describeSpace: () => describeSpace() }),
      signIn: undefined,
      clock,
      log: createLog('error', () => {}),
      charts: false,
      feedbackCards: false,
      feedbackTokens: { sign: async () => 'token', verify: async () => false },
      exportLinks: undefined,
      settings: {},
      isQuestion: () => true,
      adminContact: '',
      ...testReading,
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

  const refusal = (kind: CourierErrorKind) => new CourierError(kind, 'no', undefined);

  it.each<CourierErrorKind>(['refused', 'unfit'])(
    'posts the answer if the update is %s, and says so before it does',
    async (kind) => {
      refuseUpdate = refusal(kind);
      expect(await deliver({ progressActivityId })).toBe('posted');
      expect(done.slice(2)).toEqual(['before post', 'post 42']);
    },
  );

  it.each<CourierErrorKind>(['later', 'unsure'])(
    'posts nothing if the update is %s',
    async (kind) => {
      refuseUpdate = refusal(kind);
      await expect(deliver({ progressActivityId })).rejects.toMatchObject({ kind });
      expect(done).toEqual(['before update', 'update progress 42']);
    },
  );

  it.each<CourierErrorKind>(['refused', 'unfit'])(
    'posts nothing if an update that may be there is %s when repeated',
    async (kind) => {
      refuseUpdate = refusal(kind);
      const delivered = deliver({ progressActivityId, sending: 'update' });
      await expect(delivered).rejects.toMatchObject({ kind });
      expect(done.join()).not.toContain('post');
    },
  );

  it('updates the progress message if a new message is refused', async () => {
    await clock.advance(20_000);
    refusePosts = [refusal('refused')];
    expect(await deliver({ progressActivityId })).toBe(progressActivityId);
    expect(done.slice(2)).toEqual(['before update', 'update progress 42']);
  });

  it('believes what the channel says of a new message, rather than of an update', async () => {
    refuseUpdate = refusal('unfit');
    refusePosts = [refusal('refused')];
    await expect(deliver({ progressActivityId })).rejects.toMatchObject({ kind: 'refused' });
    refusePosts = [refusal('unfit')];
    refuseUpdate = refusal('refused');
    await expect(deliver({ progressActivityId })).rejects.toMatchObject({ kind: 'unfit' });
  });

  it('sends no new message after one of which nobody knows what became', async () => {
    refuseUpdate = refusal('unfit');
    refusePosts = [refusal('unsure')];
    await expect(deliver({ progressActivityId })).rejects.toMatchObject({ kind: 'unsure' });
    expect(done.at(-1)).toBe('post 42');
  });

  it('says in the progress message that there is no answer if no new message gets through', async () => {
    await clock.advance(20_000);
    refusePosts = [refusal('refused')];
    const failure = { code: 'undeliverable', errorId: 'e-42' } as const;
    const question = makeQuestion({ progressActivityId, failure });
    expect(await courier.deliverFailure(question, undefined, beforeSending)).toBe(
      progressActivityId,
    );
    expect(done.slice(2)).toEqual(['before update', expect.stringMatching(/^update progress/)]);
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

  const loading = {
    status: 'LOADING_ROWS',
    elapsedMs: 7_000,
    texts: ['**EMEA** led <at>you</at>.'],
  };

  it('shows Genie’s words in the progress message while the rows are loading, as inert text', async () => {
    expect(await courier.showProgress(makeQuestion({ progressActivityId }), loading)).toBe(
      progressActivityId,
    );
    const [card] = sent;
    const runs = JSON.stringify(card);
    expect(runs).toContain('"text":"EMEA","weight":"Bolder"');
    expect(runs).toContain(' led <at>you</at>.');
    expect(runs).toContain('The rows are still loading … 7 s');
    expect(card).not.toHaveProperty('text');
    expect(runs).not.toContain('Action.Submit');
  });

  it('only types while the rows are loading if it can’t update messages', async () => {
    const webchat = makeQuestion({ place: aPlace({ channelId: 'webchat' }) });
    expect(await courier.showProgress(webchat, loading)).toBeUndefined();
    expect(sent).toEqual([{ type: 'typing' }]);
  });

  it('says in words that there is no answer, if the channel finds the card too large', async () => {
    refusePosts = Array.from({ length: 4 }, () => refusal('too-large'));
    const failure = { code: 'internal', errorId: 'e-42' } as const;
    expect(await courier.deliverFailure(makeQuestion({ failure }), undefined, beforeSending)).toBe(
      'posted',
    );
    expect(done.at(-1)).toMatch(/went wrong[\s\S]*e-42/);
  });

  describe('trouble with Genie', () => {
    const show = (changes: Partial<Question>) =>
      courier.showProgress(makeQuestion(changes), {
        status: 'NO_ANSWER',
        elapsedMs: 4_000,
        waitMs: 600_000,
      });
    const { place } = makeQuestion();
    const inWebChat = {
      place: { ...place, channelId: 'webchat', locale: 'en-GB', timeZone: 'Europe/Berlin' },
    };
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

  it('says so again while the channel is troubled, but not if it refuses', async () => {
    refuseUpdate = refusal('later');
    const ended = courier.endProgress(makeQuestion({ progressActivityId }), 'posted');
    await clock.whenSleeping();
    await clock.advance(1_200);
    await clock.whenSleeping();
    refuseUpdate = refusal('unfit');
    await clock.advance(6_000);
    await ended;
    expect(done).toHaveLength(3);
  });

  it('leaves a progress message alone that has become the answer', async () => {
    await courier.endProgress(makeQuestion({ progressActivityId }), progressActivityId);
    await courier.endProgress(makeQuestion(), 'posted');
    expect(done).toEqual([]);
  });

  it.each<[CourierErrorKind, number | undefined, CourierErrorKind]>([
    ['refused', 404, 'refused'],
    ['unfit', 400, 'refused'],
    ['later', 403, 'refused'],
    ['later', 401, 'later'],
    ['later', 429, 'later'],
    ['later', 503, 'later'],
    ['unsure', 500, 'later'],
    ['unsure', undefined, 'later'],
  ])(
    'takes a chat that is %s (%s) for one that is %s: nothing was sent',
    async (kind, status, as) => {
      openChat = async () => {
        throw new CourierError(kind, 'no', undefined, status, 7_000);
      };
      const opening = courier.openChat(aPlace());
      await expect(opening).rejects.toMatchObject({ kind: as, status, retryAfterMs: 7_000 });
    },
  );

  describe('of a private question', () => {
    const asked = { isPrivate: true } as const;

    it('shows nothing while the asker’s own chat isn’t known', async () => {
      await courier.showProgress(makeQuestion(asked), { status: 'SUBMITTED', elapsedMs: 0 });
      const sending = courier.deliverAnswer(makeQuestion(asked), answer, async () => {});
      await expect(sending).rejects.toMatchObject({ kind: 'later' });
      expect(done).toEqual([]);
    });

    it('replaces its line, and posts another if that can’t be changed', async () => {
      const noted = makeQuestion({ ...asked, note: { says: 'private', activityId: 'line' } });
      expect(await courier.showNote(noted, 'closed')).toBe('line');
      refuseUpdate = refusal('refused');
      expect(await courier.showNote(noted, 'closed')).toBe('posted');
      expect(done.map((what) => what.split(' ').slice(0, 2).join(' '))).toEqual([
        'update line',
        'update line',
        'post I',
      ]);
    });
  });
});

function wordsOf(outgoing: Outgoing): string {
  if ('text' in outgoing) return outgoing.text;
  return /"text":"(\d+)"/.exec(JSON.stringify(outgoing))?.[1] ?? '';
}
