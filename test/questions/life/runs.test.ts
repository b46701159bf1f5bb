import { beforeEach, describe, expect, it } from 'vitest';
import { GenieError } from '../../../src/genie/errors.ts';
import { asAsker } from '../../../src/questions/deps.ts';
import { sessionIdOf } from '../../../src/questions/ids.ts';
import { cancelQuestions } from '../../../src/questions/life/cancelQuestions.ts';
import type { Place } from '../../../src/questions/place.ts';
import { changeSession, startingAnew } from '../../../src/questions/sessions/changeSession.ts';
import { openStage, type Stage } from './simulation/stage.ts';
import { aQuietPlace, startRun } from './simulation/startRun.ts';

const second = 1_000;
const minute = 60_000;

describe('a run', () => {
  let stage: Stage;
  /** When what left for the channel left (ms since the beginning). */
  let sent: { what: string; at: number }[];
  /** When rows were read. */
  let readAt: number[];

  function open(answerMs = 5 * second, settings = {}): void {
    sent = [];
    readAt = [];
    stage = openStage(answerMs, {
      settings: { streams: true, subscriptions: { mostOfOne: 10 }, ...settings },
      prepare({ courier, genie, clock }) {
        const begun = clock.now();
        for (const name of Object.keys(courier) as (keyof typeof courier)[]) {
          const real = courier[name] as (...args: unknown[]) => Promise<never>;
          courier[name] = ((...args: unknown[]) => {
            sent.push({ what: name, at: clock.now() - begun });
            return real(...args);
          }) as never;
        }
        const { readAnswer } = genie;
        genie.readAnswer = (...args) => {
          readAt.push(clock.now() - begun);
          return readAnswer(...args);
        };
      },
    });
  }
  beforeEach(() => open());
  const outcomes = () => sent.filter(({ what }) => what !== 'endProgress');
  const sessionOf = async (place: Place) =>
    (await stage.world.storage.sessions.get(sessionIdOf(place)))?.value;

  it('shows nothing but its answer, however long that takes', async () => {
    open(3 * minute);
    const id = await startRun(stage.world);
    await stage.pass(4 * minute);
    expect(outcomes().map(({ what }) => what)).toEqual(['deliverAnswer']);
    expect(await stage.rowOf(id)).toMatchObject({ state: 'delivered' });
  });

  it('shows nothing of trouble with Genie, nor of waiting for its budget', async () => {
    open(5 * second, { questionsPerMinute: 2, genieTimeoutMs: 2 * minute });
    const { ask } = stage.world.genie;
    const backAt = stage.world.clock.now() + minute;
    stage.world.genie.probe = async () => {
      if (stage.world.clock.now() < backAt) throw new Error('away');
    };
    stage.world.genie.ask = async (...args) => {
      if (stage.world.clock.now() < backAt) await stage.world.clock.sleep(40 * second);
      return ask(...args);
    };
    for (let count = 0; count < 4; count += 1) await startRun(stage.world);
    await stage.pass(6 * minute);
    expect(outcomes().map(({ what }) => what)).toEqual(Array(4).fill('deliverAnswer'));
  });

  it('keeps its answer until it is due, reads the rows then, and looks at nothing before', async () => {
    const id = await startRun(stage.world, { dueInMs: 10 * minute });
    await stage.pass(minute);
    expect(await stage.rowOf(id)).toMatchObject({ state: 'answered' });
    const { get } = stage.world.storage.questions;
    let reads = 0;
    stage.world.storage.questions.get = (...args) => {
      reads += 1;
      return get(...args);
    };
    await stage.pass(8.5 * minute);
    expect({ reads, readAt, sent }).toEqual({ reads: 0, readAt: [], sent: [] });
    await stage.pass(minute);
    expect(readAt).toEqual([10 * minute]);
    expect(outcomes()).toEqual([{ what: 'deliverAnswer', at: 10 * minute }]);
  });

  it('keeps a failure until it is due, too', async () => {
    stage.world.genie.ask = async () => {
      throw new GenieError('genie-unauthorized', '401', { acted: 'no' });
    };
    const id = await startRun(stage.world, { dueInMs: 10 * minute });
    await stage.pass(9 * minute);
    expect(sent).toEqual([]);
    await stage.pass(1.5 * minute);
    expect(outcomes()).toEqual([{ what: 'deliverFailure', at: 10 * minute }]);
    expect(await stage.rowOf(id)).toMatchObject({ state: 'failed' });
  });

  it('waits for nobody’s turn, and nobody waits for its', async () => {
    open(minute);
    const place = aQuietPlace();
    const mine = await stage.ask(place);
    const run = await startRun(stage.world);
    const next = await stage.ask(place);
    await stage.pass(5 * second);
    expect(stage.world.asked).toHaveLength(2);
    await stage.pass(3 * minute);
    expect(stage.world.overlaps).toBe(0);
    const rows = await Promise.all([mine, run, next].map(stage.rowOf));
    expect(rows.map((row) => row?.state)).toEqual(['delivered', 'delivered', 'delivered']);
    const [one, other, third] = rows.map((row) => row?.conversationId);
    expect(other).not.toBe(one);
    expect(third).toBe(one);
  });

  it('gets no turn that a question passes on, while it waits for Genie’s budget', async () => {
    open(20 * second, { questionsPerMinute: 2 });
    const place = aQuietPlace();
    await stage.ask(place);
    const run = await startRun(stage.world);
    await startRun(stage.world);
    const next = await stage.ask(place);
    await stage.pass(5 * minute);
    expect((await stage.rowOf(next))?.state).toBe('delivered');
    expect((await stage.rowOf(run))?.state).toBe('delivered');
    expect((await sessionOf(place))?.activeQuestionId).toBeUndefined();
  });

  it('doesn’t count among the questions that one may have open in a place', async () => {
    open(10 * minute);
    const place = aQuietPlace();
    for (let count = 0; count < 6; count += 1) await startRun(stage.world);
    const ids = [await stage.ask(place), await stage.ask(place)];
    expect(await Promise.all(ids.map(stage.rowOf))).not.toContain(undefined);
  });

  it('isn’t cancelled with what its asker has asked', async () => {
    open(minute);
    const place = aQuietPlace();
    const mine = await stage.ask(place);
    const run = await startRun(stage.world);
    await stage.pass(5 * second);
    const { cancelled, tooLate } = await cancelQuestions(
      place,
      asAsker(place, stage.instance.deps),
    );
    expect({ ids: cancelled.map(({ id }) => id), tooLate }).toEqual({ ids: [mine], tooLate: 0 });
    await stage.pass(2 * minute);
    expect((await stage.rowOf(run))?.state).toBe('delivered');
  });

  describe('that has been shown', () => {
    const place = aQuietPlace();
    const conversationOf = async (id: string) => (await stage.rowOf(id))?.conversationId;

    it('is what its asker’s next question goes on from', async () => {
      const run = await startRun(stage.world);
      await stage.pass(10 * second);
      const next = await stage.ask(place);
      await stage.pass(10 * second);
      expect(await conversationOf(next)).toBe(await conversationOf(run));
    });

    it('says that it took the place of another conversation', async () => {
      await stage.ask(place);
      await stage.pass(10 * second);
      const run = await startRun(stage.world);
      await stage.pass(10 * second);
      const next = await stage.ask(place);
      await stage.pass(10 * second);
      expect((await stage.rowOf(run))?.run).toMatchObject({ tookOver: true });
      expect(await conversationOf(next)).toBe(await conversationOf(run));
    });

    it('says nothing of a conversation that idled out, or that was ended', async () => {
      await stage.ask(place);
      await stage.pass(10 * second);
      await changeSession(place, stage.instance.deps, startingAnew);
      const run = await startRun(stage.world);
      await stage.pass(10 * second);
      expect((await stage.rowOf(run))?.run?.tookOver).toBeUndefined();
    });

    it('goes on after a reset that came before it was shown', async () => {
      const run = await startRun(stage.world, { dueInMs: 2 * minute });
      await stage.pass(minute);
      await changeSession(place, stage.instance.deps, startingAnew);
      await stage.pass(1.5 * minute);
      const next = await stage.ask(place);
      await stage.pass(10 * second);
      expect(await conversationOf(next)).toBe(await conversationOf(run));
    });

    it('leaves a question alone that is being answered, and the conversation of that', async () => {
      open(30 * second);
      const run = await startRun(stage.world);
      await stage.pass(20 * second);
      const mine = await stage.ask(place);
      await stage.pass(minute);
      const next = await stage.ask(place);
      await stage.pass(minute);
      expect(await conversationOf(next)).toBe(await conversationOf(mine));
      expect(await conversationOf(next)).not.toBe(await conversationOf(run));
      expect((await stage.rowOf(run))?.run?.tookOver).toBeUndefined();
    });

    it('begins a thread where it’s shown in a channel, which goes on from it', async () => {
      const conversation = { id: '19:c@thread.tacv2', conversationType: 'channel' };
      const channel = aQuietPlace({ channelId: 'msteams', conversation });
      const run = await startRun(stage.world, { place: channel });
      await stage.pass(10 * second);
      const { answerActivityId } = (await stage.rowOf(run)) ?? {};
      const thread = { ...conversation, id: `${conversation.id};messageid=${answerActivityId}` };
      const next = await stage.ask({ ...channel, conversation: thread });
      await stage.pass(10 * second);
      expect(await conversationOf(next)).toBe(await conversationOf(run));
    });
  });
});
