import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Channel, Outgoing } from '../../../src/bot/ports.ts';
import {
  type Courier,
  CourierError,
  type CourierErrorKind,
  type StreamRefusal,
} from '../../../src/questions/ports.ts';
import type { Question, Sending } from '../../../src/questions/question.ts';
import { courierOver } from '../../questions/life/simulation/chat.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock, type FakeClock } from '../../support/fakeClock.ts';
import { makeQuestion, now } from '../../support/storedValues.ts';

const answer: Answer = { kind: 'answer', texts: ['42'], tables: [], suggestions: [] };
const stream = { id: 'stream', sequence: 3, since: now };
const inTeams = { progressActivityId: 'stream', stream };
const inWebChat = { place: aPlace(), stream };

describe('an outcome whose question has a stream', () => {
  let clock: FakeClock;
  /** What was done, in order. */
  let done: string[];
  let sent: Outgoing[];
  /** What the channel says to the next packets, updates and new messages. */
  let refuse: Record<'packet' | 'update' | 'post', CourierError[]>;
  let courier: Courier;

  beforeEach(() => {
    clock = createFakeClock({ now });
    done = [];
    sent = [];
    refuse = { packet: [], update: [], post: [] };
    const meet = (verb: keyof typeof refuse, outgoing: Outgoing) => {
      sent.push(outgoing);
      const info = packetInfo(outgoing);
      const type = 'type' in outgoing ? outgoing.type : 'message';
      done.push(info ? `${info.streamType} ${type}` : verb);
      const refusal = refuse[verb].shift();
      if (refusal) throw refusal;
    };
    const channel: Channel = {
      async post(_place, outgoing) {
        meet(packetInfo(outgoing) ? 'packet' : 'post', outgoing);
        return packetInfo(outgoing) ? '' : 'posted';
      },
      update: async (_place, _id, outgoing) => meet('update', outgoing),
      openChat: async (place) => place,
      readProfile: async () => ({}),
    };
    courier = courierOver(channel, clock);
  });

  const packetInfo = (outgoing: Outgoing) =>
    'channelData' in outgoing && outgoing.channelData && 'streamType' in outgoing.channelData
      ? outgoing.channelData
      : undefined;
  const beforeSending = async (sending: Sending) => {
    done.push(`before ${sending}`);
  };
  const deliver = (changes: Partial<Question>, said?: string) =>
    courier.deliverAnswer(makeQuestion(changes), answer, beforeSending, said);
  const refusal = (kind: CourierErrorKind, about?: StreamRefusal, status = 403) =>
    new CourierError(kind, 'no', undefined, status, undefined, about);

  it.each([
    ['Teams', inTeams],
    ['Web Chat', inWebChat],
  ])('ends it in %s, however late it is', async (_where, changes) => {
    await clock.advance(90_000);
    expect(await deliver(changes)).toBe('stream');
    expect(done).toEqual(['before final', 'final message']);
    expect(sent[0]).toMatchObject({ channelData: { streamId: 'stream', streamType: 'final' } });
    expect(sent[0]).not.toHaveProperty('channelData.streamSequence');
  });

  it('is there if the channel says so of a last packet that may have been it', async () => {
    refuse.packet = [refusal('unfit', 'completed')];
    expect(await deliver({ ...inTeams, sending: 'final' })).toBe('stream');
    expect(done).toEqual(['before final', 'final message']);
  });

  it.each<[string, Partial<Question>]>([
    ['it was never sent', inTeams],
    [
      'the last packet may have been progress',
      { ...inTeams, sending: 'final', stream: { ...stream, end: 'closing' } },
    ],
  ])('replaces what a completed stream shows, if %s', async (_why, changes) => {
    refuse.packet = [refusal('unfit', 'completed')];
    expect(await deliver(changes)).toBe('stream');
    expect(done).toEqual(['before final', 'final message', 'before update', 'update']);
  });

  it.each<[StreamRefusal | undefined, CourierErrorKind]>([
    ['time-up', 'unfit'],
    ['not-contained', 'unfit'],
    ['unknown', 'unfit'],
    ['not-here', 'unfit'],
    [undefined, 'later'],
    [undefined, 'refused'],
  ])('becomes an update if the last packet is refused: %s, %s', async (about, kind) => {
    refuse.packet = [refusal(kind, about)];
    expect(await deliver(inTeams)).toBe('stream');
    expect(done.slice(2)).toEqual(['before update', 'update']);
  });

  it('is a new message if that is refused, too, unless it may be there', async () => {
    const refusals = () => ({
      packet: [refusal('unfit', 'unknown')],
      update: [refusal('unfit'), refusal('unfit')],
      post: [],
    });
    refuse = refusals();
    expect(await deliver(inTeams)).toBe('posted');
    refuse = refusals();
    done = [];
    await expect(deliver({ ...inTeams, sending: 'final' })).rejects.toMatchObject({
      kind: 'unfit',
    });
    expect(done.join()).not.toContain('post');
  });

  it.each<[CourierErrorKind, number]>([
    ['later', 429],
    ['unsure', 500],
  ])('has no other way if nobody knows: %s', async (kind, status) => {
    refuse.packet = [refusal(kind, undefined, status)];
    await expect(deliver(inTeams)).rejects.toMatchObject({ kind });
    expect(done).toEqual(['before final', 'final message']);
  });

  it('is sent no way if its asker stopped it', async () => {
    refuse.packet = [refusal('unfit', 'stopped')];
    await expect(deliver(inTeams)).rejects.toMatchObject({ stream: 'stopped' });
    expect(done).toEqual(['before final', 'final message']);
  });

  it('is smaller if the channel finds it too large', async () => {
    refuse.packet = [refusal('too-large'), refusal('too-large')];
    expect(await deliver(inTeams)).toBe('stream');
    expect(done.filter((what) => what === 'final message')).toHaveLength(3);
  });

  it('is an update once the stream is closed, however late: its message is the progress', async () => {
    await clock.advance(150_000);
    const closed = { ...inTeams, stream: { ...stream, end: 'closed' as const } };
    expect(await deliver(closed)).toBe('stream');
    expect(done).toEqual(['before update', 'update']);
  });

  it('is a new message in Web Chat if the last packet is refused, and nothing stays of the stream', async () => {
    refuse.packet = [refusal('unfit', undefined, 400)];
    expect(await deliver(inWebChat)).toBe('posted');
    expect(done).toEqual(['before final', 'final message', 'before post', 'final typing', 'post']);
  });

  it('holds the streamed text, and its card the rest', async () => {
    const withText = { ...inTeams, stream: { ...stream, hasText: true as const } };
    await deliver(withText, '42, as ever');
    const { text, attachments } = sent[0] as { text?: string; attachments?: unknown };
    expect(text).toBe('42, as ever');
    expect(JSON.stringify(attachments)).not.toContain('"TextRun","text":"42"');
    refuse.packet = [refusal('unfit', 'time-up')];
    sent = [];
    await deliver(withText, '42, as ever');
    expect(sent[1]).not.toHaveProperty('text');
    expect(JSON.stringify(sent[1])).toContain('"TextRun","text":"42"');
  });

  it('is a failure in the same ways', async () => {
    const question = makeQuestion({ ...inTeams, failure: { code: 'genie-timeout', errorId: 'e' } });
    expect(await courier.deliverFailure(question, undefined, beforeSending)).toBe('stream');
    expect(done).toEqual(['before final', 'final message']);
  });

  it('is a cancellation: in Teams it says so, in Web Chat nothing stays', async () => {
    const failure = { code: 'cancelled-by-asker', errorId: '' } as const;
    await courier.showCancelled(makeQuestion({ ...inTeams, failure }));
    await courier.showCancelled(makeQuestion({ ...inWebChat, failure }));
    expect(done).toEqual(['final message', 'final typing']);
  });

  it('leaves a stopped stream alone', async () => {
    const failure = { code: 'cancelled-by-asker', errorId: '' } as const;
    refuse.packet = [refusal('unfit', 'stopped')];
    await courier.showCancelled(makeQuestion({ ...inTeams, failure }));
    expect(done).toEqual(['final message']);
  });
});
