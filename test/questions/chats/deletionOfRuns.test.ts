import { beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/questions/chat.ts';
import { deleteChat } from '../../../src/questions/deletedChats/deleteChat.ts';
import { purgeNow } from '../../../src/questions/deletedChats/purgeNow.ts';
import { restoreChat } from '../../../src/questions/deletedChats/restoreChat.ts';
import { ownerOfChat } from '../../../src/questions/ids.ts';
import { startInstance } from '../life/simulation/instance.ts';
import { settled } from '../life/simulation/play.ts';
import { openStage, type Stage } from '../life/simulation/stage.ts';
import { aQuietPlace, startRun } from '../life/simulation/startRun.ts';

const owner = 'a'.repeat(32);
const chatId = `${owner}-${'b'.repeat(32)}`;
const otherChatId = `${owner}-${'c'.repeat(32)}`;
const minute = 60_000;

describe('the deletion of a chat with subscriptions', () => {
  let stage: Stage;
  const open = async (answerMs: number) => {
    stage = openStage(answerMs, { settings: { subscriptions: { mostOfOne: 10 } } });
    const now = stage.world.clock.now();
    for (const id of [chatId, otherChatId]) {
      const times = { createdAt: now, openedAt: now, expiresAt: now + 600 * minute };
      const chat: Chat = { id, conversationId: `conversation of ${id}`, ...times };
      await stage.world.storage.chats.insert(chat);
    }
  };
  beforeEach(() => open(1_000));

  const placeIn = (id: string) => aQuietPlace({ visitor: { chatId: id } });
  const begin = (id: string, dueInMs: number) =>
    startRun(stage.world, { place: placeIn(id), dueInMs });
  const subscribed = async () => {
    const all = await stage.world.storage.subscriptions.listAll(owner);
    return all.map(({ place }) => place.visitor?.chatId);
  };
  const purge = async () => {
    const { deps } = startInstance(stage.world);
    return settled(stage.world, purgeNow(chatId, ownerOfChat(chatId) ?? '', deps));
  };

  it('ends them, and no other chat’s', async () => {
    await begin(chatId, 0);
    await begin(otherChatId, 0);
    await stage.pass(minute);
    expect(await purge()).toEqual({ result: 'done' });
    expect(await subscribed()).toEqual([otherChatId]);
  });

  it('is done at once while an answer is kept for its time, which nobody sees', async () => {
    const id = await begin(chatId, 10 * minute);
    await stage.pass(minute);
    expect(await stage.rowOf(id)).toMatchObject({ state: 'answered' });
    expect(await purge()).toEqual({ result: 'done' });
    await stage.pass(15 * minute);
    expect(await stage.rowOf(id)).toMatchObject({
      state: 'failed',
      run: { silent: 'over' },
      conversationDeleted: true,
    });
    expect((await stage.rowOf(id))?.answerActivityId).toBeUndefined();
    expect(stage.world.deleted.size).toBe(1);
  });

  it('is done once Genie is left alone, while it’s being asked', async () => {
    await open(5 * minute);
    const id = await begin(chatId, 0);
    await stage.pass(minute);
    expect(await purge()).toEqual({ result: 'done' });
    await stage.pass(10 * minute);
    expect(await stage.rowOf(id)).toMatchObject({ state: 'failed', run: { silent: 'over' } });
  });

  it('leaves them there if it’s undone', async () => {
    await begin(chatId, 0);
    await stage.pass(minute);
    const { deps } = startInstance(stage.world);
    await settled(stage.world, deleteChat(chatId, owner, deps));
    await settled(stage.world, restoreChat(chatId, owner, deps));
    await stage.pass(minute);
    expect(await subscribed()).toEqual([chatId]);
  });
});
