import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { cancelQuestions } from '../../../src/questions/life/cancelQuestions.ts';
import type { Place } from '../../../src/questions/place.ts';
import type { Said } from '../../../src/questions/ports.ts';
import { endStates, type Question } from '../../../src/questions/question.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createStreamRules } from '../../support/streamRules.ts';
import { type Chat, openChat, type Trouble } from './simulation/chat.ts';
import { type Mishap, startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld } from './simulation/world.ts';

const hour = 3_600_000;
const channels = ['msteams', 'webchat'] as const;
type ChannelId = (typeof channels)[number];

/** With its button, or as a text for a channel that took no card. */
const isAnswer = (text: string) => /"action":"again"|42 is the answer.*accept the card/.test(text);
const isOffer = (text: string) => text.includes('"action":"show"') || /Error ID/.test(text);

interface Scene {
  channel: ChannelId;
  /** How long Genie takes. */
  answerMs: number;
  /** How long its rows take. */
  rowsMs?: number;
  pollMs?: number;
  /** Whether the text grows meanwhile. */
  speaks?: boolean;
  troubles?: readonly Trouble[];
  mishaps?: ReadonlyMap<number, Mishap>;
  /** When the asker presses Stop, if there is something to stop. */
  stopAtMs?: number | undefined;
}

/** Asks one question, and waits until it has ended. */
async function ask({
  channel,
  answerMs,
  rowsMs = 0,
  pollMs = 1_000,
  speaks = false,
  troubles = [],
  mishaps = new Map(),
  stopAtMs,
}: Scene) {
  let now = () => 0;
  const rules = createStreamRules(channel, { isPaced: true });
  const chat = openChat(troubles, { rules, now: () => now() });
  const said = (content: string, elapsedMs: number): Said | undefined => {
    const whole = `42 is the answer to ${content}.`;
    const length = Math.floor((whole.length * elapsedMs) / answerMs);
    return speaks && length > 0 ? { text: whole.slice(0, length) } : undefined;
  };
  const world = createWorld(() => answerMs, { chat, said, rowsMs: () => rowsMs, pollMs });
  now = world.clock.now;
  const cancelled: string[] = [];
  world.genie.cancel = async ({ messageId }) => void cancelled.push(messageId);
  const known = new Set<string>();
  const { replace } = world.storage.questions;
  world.storage.questions.replace = (current, next: Question) => {
    if (next.stream?.id) known.add(next.stream.id);
    return replace(current, next);
  };
  const settings = { streams: true };
  const instance = startInstance(world, mishaps, settings);
  void instance.serveQueue();
  const place: Place = aPlace({
    channelId: channel,
    conversation: { id: 'chat', ...(channel === 'msteams' && { conversationType: 'personal' }) },
  });
  const question = { place, activityId: 'one', text: 'How many?' };
  let stoppedAt: number | undefined;
  if (stopAtMs !== undefined) {
    void world.clock.sleep(stopAtMs).then(() => {
      if (rules.stop('chat', now())) stoppedAt = now();
    });
  }
  void instance.accept(question).catch(() => {});
  await world.clock.advance(2_000);
  // The channel delivers until an instance takes the question.
  const next = startInstance(world, new Map(), settings);
  await settled(world, next.accept(question));
  const id = questionIdOf(place, 'one');
  await play(world, [id], [instance], hour);
  const row = (await world.storage.questions.get(id))?.value;
  expect(endStates.has(row?.state ?? 'received')).toBe(true);
  // What is left to be ended is ended.
  const tidy = startInstance(world, new Map(), settings);
  void tidy.serveQueue();
  const leftOpen = async () => rules.open(now()).filter((each) => known.has(each));
  const atEnd = await leftOpen();
  for (let step = 0; step < 40; step += 1) await world.clock.advance(1_000);
  tidy.kill();
  next.kill();
  expect(world.asked.length).toBeLessThanOrEqual(1);
  return {
    told: toldIn(chat),
    chat,
    cancelled,
    world,
    row,
    instance,
    rules,
    atEnd,
    leftOpen: await leftOpen(),
    stoppedAt,
  };
}

/** What the asker sees, and ever saw. */
function toldIn(chat: Chat) {
  const messages = chat.messages().map((versions) => versions.at(-1) ?? '');
  return {
    messages,
    answers: messages.filter(isAnswer),
    everAnswers: chat.messages().filter((versions) => versions.some(isAnswer)).length,
    offers: messages.filter((text) => !isAnswer(text) && isOffer(text)),
  };
}

const inChannel = fc.constantFrom(...channels);
/** Fast, as usual, longer than a stream, with slow rows. */
const paces = fc.constantFrom(
  { answerMs: 1_500 },
  { answerMs: 12_000 },
  { answerMs: 40_000, rowsMs: 15_000 },
  { answerMs: 150_000 },
);

describe.each(channels)('a question in %s', (channel) => {
  it.each([1_500, 12_000, 60_000])(
    'is answered in its stream: Genie takes %i ms',
    async (answerMs) => {
      const { told, rules, leftOpen, world, row } = await ask({ channel, answerMs });
      expect(told.messages).toHaveLength(1);
      expect(told.answers).toHaveLength(1);
      expect(told.answers[0]).toContain('"streamType":"final"');
      expect(rules.faults).toEqual([]);
      expect(leftOpen).toEqual([]);
      expect(world.asked).toHaveLength(1);
      expect(row).toMatchObject({ state: 'delivered' });
      expect(row?.stream).toBeUndefined();
    },
  );

  it('shows the answer while it grows, and all of it at the end, once', async () => {
    const { told, rules, leftOpen } = await ask({ channel, answerMs: 15_000, speaks: true });
    expect(told.messages).toHaveLength(1);
    const { text, attachments } = JSON.parse(told.answers[0] ?? '{}');
    expect(text).toMatch(/^42 is the answer to .* How many\?\.$/);
    expect(JSON.stringify(attachments[0].content.body)).not.toContain('42 is');
    expect(rules.faults).toEqual([]);
    expect(leftOpen).toEqual([]);
  });
});

it('is shown as it grows, and keeps to the pace of the channel, however fast it goes', async () => {
  for (const answerMs of [4_100, 4_400, 4_700, 5_000]) {
    const scene = { channel: 'msteams' as const, answerMs, pollMs: 100, speaks: true };
    const { chat, told, rules } = await ask(scene);
    expect(rules.faults).toEqual([]);
    expect(told.answers).toHaveLength(1);
    expect(chat.messages()[0]?.length).toBeGreaterThanOrEqual(4);
  }
});

describe('a question whose stream is open for too long', () => {
  it('goes on in the same message in Teams', async () => {
    const { chat, told, rules } = await ask({ channel: 'msteams', answerMs: 150_000 });
    expect(told.messages).toHaveLength(1);
    expect(told.answers).toHaveLength(1);
    expect(chat.messages()[0]?.some((text) => text.includes('"streamType":"final"'))).toBe(true);
    expect(told.answers[0]).not.toContain('streamType');
    expect(rules.faults).toEqual([]);
  });

  it('is answered in a new message in Web Chat', async () => {
    const { told, rules, leftOpen } = await ask({ channel: 'webchat', answerMs: 150_000 });
    expect(told.messages).toHaveLength(1);
    expect(told.answers[0]).not.toContain('streamType');
    expect(leftOpen).toEqual([]);
    expect(rules.faults).toEqual([]);
  });
});

describe.each(channels)(
  'a question in %s that crashes all who tell why it has no answer',
  (channel) => {
    it('leaves no stream open', async () => {
      let now = () => 0;
      const rules = createStreamRules(channel, { isPaced: true });
      const chat = openChat([], { rules, now: () => now() });
      const world = createWorld(() => 40_000, { chat });
      now = world.clock.now;
      const place = aPlace({
        channelId: channel,
        conversation: { id: 'chat', conversationType: 'personal' },
      });
      const [first, last] = [0, 1].map(() => startInstance(world, new Map(), { streams: true }));
      await settled(
        world,
        first?.accept({ place, activityId: 'one', text: 'How many?' }) ?? Promise.resolve(),
      );
      first?.kill();
      expect(rules.open(now())).toHaveLength(1);
      await world.clock.advance(2_000);
      const id = questionIdOf(place, 'one');
      const row = await world.storage.questions.get(id);
      if (!row || !last) throw new Error('no row');
      await world.storage.questions.replace(row, {
        ...row.value,
        state: 'failing',
        failure: { code: 'internal', errorId: 'E-1' },
        unfinished: 20,
      });
      void last.serveQueue();
      await play(world, [id], [last]);
      expect((await world.storage.questions.get(id))?.value.state).toBe('failed');
      expect(rules.open(now())).toEqual([]);
      expect(rules.faults).toEqual([]);
    });
  },
);

describe('a question that is cancelled by a word', () => {
  it('ends its stream in Teams, even right after a packet', async () => {
    let now = () => 0;
    const rules = createStreamRules('msteams', { isPaced: true });
    const chat = openChat([], { rules, now: () => now() });
    const world = createWorld(() => 40_000, { chat });
    now = world.clock.now;
    const place = aPlace({
      channelId: 'msteams',
      conversation: { id: 'chat', conversationType: 'personal' },
    });
    const instance = startInstance(world, new Map(), { streams: true });
    await settled(world, instance.accept({ place, activityId: 'one', text: 'How many?' }));
    await settled(world, cancelQuestions(place, instance.deps));
    expect(rules.open(now())).toEqual([]);
    expect(toldIn(chat).messages).toEqual([expect.stringContaining('You cancelled')]);
  });
});

describe('a stream that its asker stops', () => {
  it.each([2_500, 9_000, 30_000])(
    'ends the question, and nothing is posted: after %i ms',
    async (stopAtMs) => {
      const scene = { channel: 'msteams' as const, answerMs: 40_000, stopAtMs };
      const { told, row, chat, stoppedAt, cancelled } = await ask(scene);
      expect(cancelled).toEqual([row?.messageId]);
      expect(row).toMatchObject({ state: 'failed', failure: { code: 'cancelled-by-asker' } });
      expect(told.answers).toEqual([]);
      expect(told.offers).toEqual([]);
      expect(told.messages).toHaveLength(1);
      expect(stoppedAt).toBeDefined();
      expect(chat.changedAt).toBeLessThanOrEqual(stoppedAt ?? 0);
      expect((row?.endedAt ?? 0) - (stoppedAt ?? 0)).toBeLessThan(16_000);
    },
  );

  it('while its rows are being read, has no answer', async () => {
    const scene = {
      channel: 'msteams' as const,
      answerMs: 3_000,
      rowsMs: 20_000,
      stopAtMs: 12_000,
    };
    const { told, row } = await ask(scene);
    expect(row).toMatchObject({ failure: { code: 'cancelled-by-asker' } });
    expect(told.answers).toEqual([]);
  });
});

describe('a first packet that the channel refuses', () => {
  it.each([400, 403, 405, 404, 429, 503])('%i: the question goes the plain way', async (status) => {
    for (const channel of channels) {
      const troubles: Trouble[] = [{ verb: 'first packet', status, times: 1 }];
      const { told, rules } = await ask({ channel, answerMs: 12_000, troubles });
      expect(told.answers).toHaveLength(1);
      expect(told.answers[0]).not.toContain('streamType');
      expect(rules.open(0)).toEqual([]);
    }
  });
});

const mishapsAt = someMishaps(60, 3).map(toMap);

const trouble = fc.record(
  {
    verb: fc.constantFrom(
      'packet' as const,
      'first packet' as const,
      'post' as const,
      'update' as const,
    ),
    status: fc.constantFrom(400, 403, 405, 413, 429, 503),
    code: fc.constantFrom('ServiceError', 'ContentStreamNotAllowed'),
    times: fc.integer({ min: 1, max: 2 }),
  },
  { requiredKeys: ['verb', 'status', 'times'] },
);
const unsure = fc.record({
  verb: fc.constantFrom(
    'packet' as const,
    'first packet' as const,
    'post' as const,
    'update' as const,
  ),
  status: fc.constantFrom(408, 500),
  carriedOut: fc.constant(true as const),
  times: fc.integer({ min: 1, max: 2 }),
});
const troubles = fc.array(fc.oneof(trouble, unsure), { maxLength: 3 });

describe('whatever happens to a question with a stream', () => {
  it('is asked once, and answered once or offered, whatever is killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        inChannel,
        paces,
        fc.boolean(),
        mishapsAt,
        async (channel, pace, speaks, mishaps) => {
          const { told, atEnd, leftOpen, rules, world } = await ask({
            channel,
            ...pace,
            speaks,
            mishaps,
          });
          expect(world.asked).toHaveLength(1);
          expect(told.everAnswers).toBeLessThanOrEqual(1);
          expect(told.answers.length + told.offers.length).toBeGreaterThan(0);
          expect(rules.faults).toEqual([]);
          // A text that an earlier owner began can't be ended as it has to be: Teams does that itself.
          if (!speaks) expect(atEnd).toEqual([]);
          expect(leftOpen.length === 0 || speaks).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  }, 180_000);

  it('is answered once or offered, whatever the channel refuses as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        inChannel,
        paces,
        fc.boolean(),
        mishapsAt,
        troubles,
        async (channel, pace, speaks, mishaps, met) => {
          const { told, world } = await ask({ channel, ...pace, speaks, mishaps, troubles: met });
          expect(world.asked).toHaveLength(1);
          expect(told.everAnswers).toBeLessThanOrEqual(1);
          expect(told.answers.length + told.offers.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  }, 180_000);

  it('ends without a word when it is stopped, whatever is killed', async () => {
    const when = fc.integer({ min: 100, max: 45_000 });
    await fc.assert(
      fc.asyncProperty(paces, mishapsAt, when, async (pace, mishaps, stopAtMs) => {
        const scene = { channel: 'msteams' as const, ...pace, mishaps, stopAtMs };
        const { told, row, chat, stoppedAt, rules } = await ask(scene);
        expect(rules.faults).toEqual([]);
        expect(told.everAnswers).toBeLessThanOrEqual(1);
        const wasKnown = stoppedAt !== undefined && row?.stream?.end === 'stopped';
        if (!wasKnown) return;
        expect(chat.changedAt).toBeLessThanOrEqual(stoppedAt);
        expect(told.answers).toEqual([]);
        expect(row).toMatchObject({ failure: { code: 'cancelled-by-asker' } });
      }),
      { numRuns: 200 },
    );
  }, 180_000);

  it.each(
    channels.flatMap((channel) => [
      { channel, speaks: false },
      { channel, speaks: true },
    ]),
  )(
    'is answered once, whichever call the only instance is killed at: $channel, its text grows: $speaks',
    async ({ channel, speaks }) => {
      for (let call = 0; ; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const mishaps = new Map([[call, kill]]);
          const scene = await ask({ channel, answerMs: 6_000, speaks, mishaps });
          const { told, instance, leftOpen, rules } = scene;
          const where = `${kill} at call ${call}`;
          expect(told.everAnswers, where).toBeLessThanOrEqual(1);
          expect(told.answers.length + told.offers.length, where).toBeGreaterThan(0);
          expect(leftOpen, where).toEqual([]);
          expect(rules.faults, where).toEqual([]);
          // Where the answer may be there, a second end of its stream might take its place.
          const offers = channel === 'webchat' ? told.offers.join() : '';
          expect(offers, where).not.toContain('streamType');
          if (instance.isAlive) {
            expect(call).toBeGreaterThan(20);
            return;
          }
        }
      }
    },
    60_000,
  );
});
