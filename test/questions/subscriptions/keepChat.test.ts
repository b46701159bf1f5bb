import { beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/questions/chat.ts';
import { createSubscription } from '../../../src/questions/subscriptions/createSubscription.ts';
import { openStage, type Stage } from '../life/simulation/stage.ts';
import { aQuietPlace } from '../life/simulation/startRun.ts';

const owner = 'a'.repeat(32);
const chatId = `${owner}-${'b'.repeat(32)}`;
const day = 24 * 3_600_000;

describe('a chat to which a subscription’s answers go', () => {
  let stage: Stage;
  let begun: number;
  beforeEach(() => {
    stage = openStage(1_000, {
      settings: { subscriptions: { mostOfOne: 10 }, keepQuestionsMs: day },
      prepare(world) {
        world.spansDays = true;
      },
    });
    begun = stage.world.clock.now();
  });

  async function openChat(id: string, changes: Partial<Chat> = {}): Promise<void> {
    const times = { createdAt: begun, openedAt: begun, expiresAt: begun + day };
    await stage.world.storage.chats.insert({ id, conversationId: id, ...times, ...changes });
  }
  async function subscribe(id = chatId): Promise<number> {
    const made = await createSubscription(
      {
        place: aQuietPlace({ visitor: { chatId: id } }),
        activityId: 'subscribe',
        text: 'Revenue',
        schedule: { every: 'month', day: 'last', at: { hour: 9, minute: 0 } },
        timeZone: 'UTC',
        user: { knownBy: 'unknown' } as never,
      },
      stage.instance.deps,
    );
    return 'subscription' in made ? made.subscription.dueAt : 0;
  }
  const chatOf = async (id = chatId) => (await stage.world.storage.chats.get(id))?.value;

  it('is there when the next one is due, and for as long as that is kept', async () => {
    await openChat(chatId);
    const dueAt = await subscribe();
    expect(dueAt).toBeGreaterThan(begun + 2 * day);
    expect((await chatOf())?.expiresAt).toBe(dueAt + day);
  });

  it('is kept on by each answer, also if its owner writes in another chat', async () => {
    await openChat(chatId, { openedAt: begun - 200 * day });
    await openChat(`${owner}-${'c'.repeat(32)}`, { expiresAt: begun + 400 * day });
    const dueAt = await subscribe();
    await stage.world.clock.advance(dueAt - stage.world.clock.now() + 60_000);
    expect((await chatOf())?.expiresAt).toBeGreaterThan(dueAt + 27 * day);
  });

  it('expires once its owner hasn’t opened the page for three months', async () => {
    await openChat(chatId, { openedAt: begun - 93 * day });
    await subscribe();
    expect((await chatOf())?.expiresAt).toBe(begun + day);
  });

  it('isn’t brought back by it, nor shortened', async () => {
    await openChat(chatId, { expiresAt: begun + 400 * day });
    await subscribe();
    expect((await chatOf())?.expiresAt).toBe(begun + 400 * day);
    const gone = `${owner}-${'d'.repeat(32)}`;
    await subscribe(gone);
    expect(await chatOf(gone)).toBeUndefined();
  });
});
