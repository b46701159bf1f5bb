import { afterEach, expect, it } from 'vitest';
import type { Scene } from '../../../local/channel/activities.ts';
import { listenForReplies } from '../../../local/channel/listenForReplies.ts';
import type { Activity } from '../../../local/chat/activity.ts';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function open(scene: Scene) {
  const shown: [string, string | undefined][] = [];
  const replies = await listenForReplies(scene, (id, { text }) => shown.push([id, text]));
  close = replies.close;
  const say = async (activity: Partial<Activity>) => {
    const response = await fetch(`${replies.url}/v3/conversations/1/activities`, {
      method: 'POST',
      body: JSON.stringify(activity),
    });
    return { status: response.status, body: await response.json() };
  };
  return { shown, say };
}

const part = (streamType: string, text: string, streamId?: string): Partial<Activity> => ({
  type: streamType === 'final' ? 'message' : 'typing',
  text,
  entities: [{ type: 'streaminfo', streamType, ...(streamId !== undefined && { streamId }) }],
});

it('shows a stream under one ID in a personal chat, where nothing follows its end', async () => {
  const { shown, say } = await open('personal');
  expect(await say(part('informative', 'Reading …'))).toEqual({ status: 201, body: { id: '1' } });
  expect(await say(part('streaming', 'A', '1'))).toEqual({ status: 202, body: {} });
  expect(await say(part('final', 'A B', '1'))).toEqual({ status: 202, body: {} });
  expect(await say(part('final', 'A B', '1'))).toMatchObject({
    status: 403,
    body: {
      error: {
        code: 'ContentStreamNotAllowed',
        message: expect.stringContaining('already completed'),
      },
    },
  });
  expect((await say(part('streaming', 'A', 'unknown'))).status).toBe(404);
  expect(shown).toEqual([
    ['1', 'Reading …'],
    ['1', 'A'],
    ['1', 'A B'],
  ]);
});

it('gives each part of a stream its own ID in Web Chat, which takes them all', async () => {
  const { shown, say } = await open('webchat');
  const channelData = { streamType: 'informative' };
  expect(await say({ type: 'typing', text: 'Reading …', channelData })).toEqual({
    status: 200,
    body: { id: '1' },
  });
  expect(await say(part('final', 'A', '1'))).toEqual({ status: 200, body: { id: '2' } });
  expect(await say(part('final', 'A', '1'))).toEqual({ status: 200, body: { id: '3' } });
  expect(shown.map(([id]) => id)).toEqual(['1', '1', '1']);
});

it.each(['group', 'channel'] as const)('refuses streams in a Teams %s', async (scene) => {
  const { shown, say } = await open(scene);
  expect(await say(part('informative', 'Reading …'))).toMatchObject({
    status: 400,
    body: { error: { code: 'BadArgument', message: expect.stringContaining('not enabled') } },
  });
  expect((await say({ type: 'typing' })).status).toBe(201);
  expect(shown).toEqual([['1', undefined]]);
});
