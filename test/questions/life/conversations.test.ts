import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/common/errors.ts';
import { GenieError, type RefusalSubject } from '../../../src/genie/errors.ts';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { aPlace } from '../../support/aPlace.ts';
import { type Instance, startInstance } from './simulation/instance.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type Lists, type World } from './simulation/world.ts';

const minute = 60_000;

describe('a question', () => {
  let world: World;
  let instance: Instance;
  let count = 0;
  let posts = 0;

  function begin(lists?: Lists): void {
    posts = 0;
    world = createWorld(() => 1_000, lists && { lists });
    instance = startInstance(world);
    void instance.serveQueue();
  }
  beforeEach(() => begin());
  async function ask(text = 'How many?'): Promise<string> {
    const place = aPlace();
    const activityId = `activity-${++count}`;
    await settled(world, instance.accept({ place, activityId, text }));
    return questionIdOf(place, activityId);
  }
  const rowOf = async (id: string) => (await world.storage.questions.get(id))?.value;
  const shown = () => world.shown.map(({ what }) => what);

  /** Its first reply is lost, and then Genie has it. */
  function loseReply(): void {
    const { ask: real } = world.genie;
    let isLost = false;
    world.genie.ask = async (...args) => {
      const ids = await real(...args);
      if (isLost) return ids;
      isLost = true;
      throw new GenieError('genie-timeout', 'lost', { acted: 'maybe' });
    };
  }

  it('is not asked again while Genie’s list has no end, and its asker is told in the end', async () => {
    loseReply();
    world.genie.listConversations = async () => ({ items: [], nextPage: 'again' });
    const id = await ask();
    const tookMs = await play(world, [id], [instance]);
    expect(world.asked).toHaveLength(1);
    expect(shown()).toEqual(['genie-unavailable']);
    expect(tookMs).toBeLessThan(11 * minute);
  });

  it('is answered once Genie’s list has an end again', async () => {
    loseReply();
    const { listConversations } = world.genie;
    const backAt = world.clock.now() + 3 * minute;
    world.genie.listConversations = async (...args) =>
      world.clock.now() < backAt ? { items: [], nextPage: 'again' } : listConversations(...args);
    const id = await ask();
    await play(world, [id], [instance]);
    expect(world.asked).toHaveLength(1);
    expect(shown()).toEqual(['answer']);
  });

  const refusal = (code: ErrorCode, status: number, about?: RefusalSubject) =>
    new GenieError(code, `${status}`, { acted: 'no', status, ...(about && { about }) });
  const conversationsOf = () => world.asked.map(({ ids }) => ids.conversationId);

  /** From now on Genie refuses what is about the conversations that it has. */
  function refuseOld(
    calls: readonly ('ask' | 'listMessages' | 'watch')[],
    error: GenieError,
    isAlsoNew = false,
  ): void {
    const old = new Set(conversationsOf());
    const isOld = (conversation: string | undefined) =>
      conversation === undefined ? isAlsoNew : old.has(conversation);
    const { ask: realAsk, listMessages, watch } = world.genie;
    if (calls.includes('ask')) {
      world.genie.ask = async (...args) => {
        posts += 1;
        if (isOld(args[0].conversationId)) throw error;
        return realAsk(...args);
      };
    }
    if (calls.includes('listMessages')) {
      world.genie.listMessages = async (...args) => {
        if (isOld(args[1])) throw error;
        return listMessages(...args);
      };
    }
    if (calls.includes('watch')) {
      world.genie.watch = async (...args) => {
        if (isOld(args[0].conversationId)) throw error;
        return watch(...args);
      };
    }
  }
  it.each<[ErrorCode, number]>([
    ['genie-forbidden', 403],
    ['bad-request', 400],
    ['genie-declined', 422],
    ['conversation-gone', 404],
  ])('starts a new conversation if the old one refuses it with %s', async (code, status) => {
    const first = await ask();
    await play(world, [first], [instance]);
    refuseOld(['ask'], refusal(code, status));
    const second = await ask();
    await play(world, [second], [instance]);
    expect(shown()).toEqual(['answer', 'answer']);
    expect((await rowOf(second))?.startedAnew).toBe('conversation-gone');
    expect(posts).toBe(2);

    const third = await ask();
    await play(world, [third], [instance]);
    expect(new Set(conversationsOf().slice(1)).size).toBe(1);
    expect((await rowOf(third))?.startedAnew).toBeUndefined();
  });

  it('keeps its conversation if the new one is refused as well', async () => {
    const first = await ask();
    await play(world, [first], [instance]);
    const { ask: real } = world.genie;
    refuseOld(['ask'], refusal('genie-forbidden', 403), true);
    const second = await ask();
    const tookMs = await play(world, [second], [instance]);
    expect(shown()).toEqual(['answer', 'genie-forbidden']);
    expect(posts).toBe(2);
    expect(tookMs).toBeLessThan(minute);

    world.genie.ask = real;
    const third = await ask();
    await play(world, [third], [instance]);
    expect(new Set(conversationsOf()).size).toBe(1);
  });

  it.each<[ErrorCode, number, RefusalSubject]>([
    ['genie-forbidden', 403, 'bot'],
    ['genie-inactive', 400, 'bot'],
    ['genie-sign-in', 302, 'bot'],
    ['genie-declined', 400, 'question'],
  ])('is told %s at once, in its old conversation', async (code, status, about) => {
    const first = await ask();
    await play(world, [first], [instance]);
    const { ask: real } = world.genie;
    refuseOld(['ask'], refusal(code, status, about));
    const second = await ask();
    await play(world, [second], [instance], 5_000);
    expect(shown()).toEqual(['answer', code]);
    expect(posts).toBe(1);

    world.genie.ask = real;
    const third = await ask();
    await play(world, [third], [instance]);
    expect(new Set(conversationsOf()).size).toBe(1);
  });

  it('starts a new conversation if the old one can’t be searched for its lost reply', async () => {
    const first = await ask();
    await play(world, [first], [instance]);
    loseReply();
    refuseOld(['listMessages'], refusal('conversation-closed', 403, 'conversation'));
    const second = await ask();
    await play(world, [second], [instance], minute);
    expect(shown()).toEqual(['answer', 'answer']);
    expect((await rowOf(second))?.startedAnew).toBe('conversation-gone');
  });

  it('starts a new conversation, once, if the old one gets another owner while Genie works', async () => {
    const first = await ask();
    await play(world, [first], [instance]);
    refuseOld(['watch'], refusal('conversation-closed', 403, 'conversation'));
    const second = await ask();
    await play(world, [second], [instance], minute);
    expect(shown()).toEqual(['answer', 'answer']);
    expect((await rowOf(second))?.startedAnew).toBe('conversation-gone');
    expect(new Set(conversationsOf()).size).toBe(2);
  });

  it('starts a new conversation once, even if that can’t be read either', async () => {
    const first = await ask();
    await play(world, [first], [instance]);
    world.genie.watch = async () => {
      throw refusal('conversation-closed', 403, 'conversation');
    };
    const second = await ask();
    await play(world, [second], [instance], minute);
    expect(shown()).toEqual(['answer', 'conversation-closed']);
    expect(world.asked).toHaveLength(3);
  });

  it.each(['listMessages', 'watch'] as const)(
    'is not asked again if Genie may have it, and %s is refused without naming the conversation',
    async (call) => {
      const first = await ask();
      await play(world, [first], [instance]);
      if (call === 'listMessages') loseReply();
      refuseOld([call], refusal('genie-declined', 400));
      const second = await ask();
      await play(world, [second], [instance], minute);
      expect(shown()).toEqual(['answer', 'genie-declined']);
      expect(world.asked).toHaveLength(2);
    },
  );

  it('forgets a conversation whose refusal names it, even if the new one is refused as well', async () => {
    const first = await ask();
    await play(world, [first], [instance]);
    const { ask: real } = world.genie;
    refuseOld(['ask'], refusal('conversation-closed', 403, 'conversation'), true);
    const second = await ask();
    await play(world, [second], [instance]);
    expect(shown()).toEqual(['answer', 'conversation-closed']);

    world.genie.ask = real;
    const third = await ask();
    await play(world, [third], [instance]);
    expect(new Set(conversationsOf()).size).toBe(2);
  });

  it('is found beside a conversation that is another’s', async () => {
    begin({ order: 'oldest-first', pageSize: 1, timed: true, older: 0 });
    await world.genie.ask({
      spaceId: 'space',
      conversationId: undefined,
      content: 'another’s',
    });
    refuseOld(['listMessages'], refusal('genie-forbidden', 403));
    loseReply();
    const id = await ask();
    await play(world, [id], [instance], minute);
    expect(shown()).toEqual(['answer']);
    expect(world.asked).toHaveLength(2);
  });

  it('isn’t asked again if its own new conversation can’t be read', async () => {
    world.genie.watch = async () => {
      throw refusal('genie-forbidden', 403);
    };
    const id = await ask();
    await play(world, [id], [instance], minute);
    expect(shown()).toEqual(['genie-forbidden']);
    expect(world.asked).toHaveLength(1);
  });

  it('finds its lost reply among the same words, even if Genie’s lists have no times', async () => {
    begin({ order: 'oldest-first', pageSize: 1, timed: false, older: 0 });
    const questions = [await ask('Again?')];
    await play(world, questions, [instance]);
    questions.push(await ask('Something else?'));
    await play(world, questions, [instance]);
    loseReply();
    questions.push(await ask('Again?'));
    await play(world, questions, [instance]);
    expect(world.asked).toHaveLength(3);
    const rows = await Promise.all(questions.map(rowOf));
    expect(rows.map((row) => row?.messageId)).toEqual(['message-0', 'message-1', 'message-2']);
  });
});
