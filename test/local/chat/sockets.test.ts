import { mkdtempSync, rmSync } from 'node:fs';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import type { Activity } from '../../../local/chat/activity.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../../support/chatWithFakeBot.ts';
import { createFakeClock } from '../../support/fakeClock.ts';

const userId = 'dl_0123456789abcdef';
const closers: (() => Promise<void> | void)[] = [];
let chat: ChatWithFakeBot;

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(options?: Parameters<typeof startChatWithFakeBot>[1]) {
  chat = await startChatWithFakeBot(() => [], options);
  closers.push(() => chat.close());
}

interface Grant {
  conversationId: string;
  token: string;
  streamUrl: string;
}

async function call<T>(method: string, path: string, token?: string, body?: unknown): Promise<T> {
  const response = await fetch(chat.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

/** A new conversation, as a page opens it. */
async function enter(): Promise<Grant> {
  const { token } = await chat.grant(userId);
  return call('POST', '/directline/conversations', token);
}

const rejoin = ({ conversationId, token }: Grant, watermark: string) =>
  call<Grant>('GET', `/directline/conversations/${conversationId}?watermark=${watermark}`, token);

const say = ({ conversationId }: Grant, activity: Partial<Activity>) =>
  chat.say(
    {
      type: 'message',
      serviceUrl: `${chat.url}/connector`,
      conversation: { id: conversationId },
    },
    activity,
  );

interface Line {
  sets: { activities: Activity[]; watermark: string }[];
  texts(): (string | undefined)[];
  /** Keep-alive messages. */
  empty: number;
  socket: WebSocket;
  /** What the reader stops reading. */
  wire: Readable;
}

/** Opens a socket, as a page of the chat's own origin. */
async function open(streamUrl: string, headers: Record<string, string> = {}): Promise<Line> {
  const { host } = new URL(streamUrl);
  const socket = new WebSocket(streamUrl, { headers: { origin: `http://${host}`, ...headers } });
  closers.push(() => socket.terminate());
  const line = {
    sets: [] as Line['sets'],
    texts: () => line.sets.flatMap(({ activities }) => activities.map(({ text }) => text)),
    empty: 0,
    socket,
  };
  socket.on('message', (data) => {
    if (String(data) === '') line.empty += 1;
    else line.sets.push(JSON.parse(String(data)));
  });
  const wire = new Promise<Readable>((resolve, reject) => {
    socket.on('upgrade', (response: IncomingMessage) => resolve(response.socket));
    socket.on('error', reject);
  });
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return Object.assign(line, { wire: await wire });
}

/** The status with which a socket is refused; 101 if it isn't. */
async function statusOf(streamUrl: string, headers: Record<string, string> = {}): Promise<number> {
  const socket = new WebSocket(streamUrl, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_: ClientRequest, response: IncomingMessage) =>
      resolve(response.statusCode ?? 0),
    );
    socket.on('error', () => resolve(0));
  }).finally(() => {
    socket.on('error', () => undefined);
    socket.terminate();
  }) as Promise<number>;
}

const packet = (text: string, streamSequence: number, streamId?: string): Partial<Activity> => {
  const channelData = {
    streamType: 'streaming',
    streamSequence,
    ...(streamId !== undefined && { streamId }),
  };
  return {
    type: 'typing',
    text,
    channelData,
    entities: [{ type: 'streaminfo', ...channelData }],
  };
};

describe('a socket of the local Direct Line', () => {
  it('gets what was said before, and then what is said', async () => {
    await start();
    const grant = await enter();
    await say(grant, { text: 'one' });
    const line = await open(grant.streamUrl);
    await say(grant, { text: 'two' });
    await expect.poll(line.texts).toEqual(['one', 'two']);
    expect(line.sets[0]).toEqual({
      activities: [expect.objectContaining({ type: 'message', text: 'one' })],
      watermark: expect.stringMatching(/^\d+$/),
    });
  });

  it('gets the packets of a stream and its end in order, as the bot sent them', async () => {
    await start();
    const grant = await enter();
    const line = await open(grant.streamUrl);
    const streamId = await say(grant, packet('A', 1));
    await say(grant, packet('A B', 2, streamId));
    const final = { streamType: 'final', streamId };
    await say(grant, { text: 'A B C', channelData: final });
    await expect.poll(line.texts).toEqual(['A', 'A B', 'A B C']);

    const activities = line.sets.flatMap((set) => set.activities);
    expect(activities[0]).toMatchObject({ id: streamId, ...packet('A', 1) });
    expect(activities[1]).toMatchObject(packet('A B', 2, streamId));
    expect(activities[2]).toMatchObject({ type: 'message', channelData: final });
  });

  it('is alone in getting typing: polling and coming back bring only what stays', async () => {
    await start();
    const grant = await enter();
    const streamId = await say(grant, packet('A', 1));
    await say(grant, { text: 'A B', channelData: { streamType: 'final', streamId } });
    const path = `/directline/conversations/${grant.conversationId}/activities`;
    const polled = await call<{ activities: Activity[] }>('GET', path, grant.token);
    expect(polled.activities.map(({ text }) => text)).toEqual(['A B']);

    const line = await open(grant.streamUrl);
    await say(grant, { text: 'end' });
    await expect.poll(line.texts).toEqual(['A B', 'end']);
  });

  it('loses nothing and gets nothing twice, however often it comes back', async () => {
    await start();
    const grant = await enter();
    const got: (string | undefined)[] = [];
    let { streamUrl } = grant;
    for (const round of [1, 2, 3]) {
      await say(grant, { text: `before ${round}` });
      const line = await open(streamUrl);
      await say(grant, { text: `after ${round}` });
      await expect.poll(line.texts).toHaveLength(2);
      got.push(...line.texts());
      line.socket.terminate();
      ({ streamUrl } = await rejoin(grant, line.sets.at(-1)?.watermark ?? ''));
    }
    expect(got).toEqual([1, 2, 3].flatMap((round) => [`before ${round}`, `after ${round}`]));
  });

  it('goes on after a restart of the server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'));
    closers.push(() => rmSync(folder, { recursive: true }));
    const dataFile = join(folder, 'chat.json');
    await start({ dataFile });
    const grant = await enter();
    await say(grant, { text: 'one' });
    const line = await open(grant.streamUrl);
    await expect.poll(line.texts).toEqual(['one']);
    const ended = vi.fn<() => void>();
    line.socket.on('close', ended);
    const port = Number(new URL(chat.url).port);
    await chat.close();
    closers.splice(1, 1);
    await expect.poll(() => ended.mock.calls.length).toBe(1);

    await start({ dataFile, port });
    await say(grant, { text: 'two' });
    const again = await open((await rejoin(grant, line.sets[0]?.watermark ?? '')).streamUrl);
    await say(grant, { text: 'three' });
    await expect.poll(again.texts).toEqual(['two', 'three']);
  });

  it('is told the same as those of other tabs', async () => {
    await start();
    const grant = await enter();
    const lines = [await open(grant.streamUrl), await open((await rejoin(grant, '0')).streamUrl)];
    await say(grant, packet('A', 1));
    for (const line of lines) await expect.poll(line.texts).toEqual(['A']);
  });

  it('hears nothing of other conversations', async () => {
    await start();
    const [mine, other] = [await enter(), await enter()];
    const line = await open(mine.streamUrl);
    await say(other, { text: 'secret' });
    await say(other, packet('secret', 1));
    await say(mine, { text: 'mine' });
    await expect.poll(line.texts).toEqual(['mine']);
  });

  it('is kept open by empty messages', async () => {
    const clock = createFakeClock();
    await start({ clock });
    const line = await open((await enter()).streamUrl);
    await clock.whenSleeping();
    await clock.advance(15_000);
    await expect.poll(() => line.empty).toBe(1);
    await clock.advance(15_000);
    await expect.poll(() => line.empty).toBe(2);
    line.socket.terminate();
    await expect.poll(() => clock.sleeping).toBe(0);
  });

  it('gets all in order but the oldest typing if its reader is slow', async () => {
    await start();
    const grant = await enter();
    const line = await open(grant.streamUrl);
    line.wire.pause();
    // More than the system holds for it.
    for (let count = 0; count < 30; count++) await say(grant, { text: 'x'.repeat(400_000) });
    const numbers = Array.from({ length: 80 }, (_, index) => index + 1);
    for (const number of numbers) {
      await say(grant, packet(`packet ${number}`, number));
      await say(grant, { text: `message ${number}` });
    }
    expect(line.sets).toEqual([]);

    line.wire.resume();
    await expect.poll(() => line.texts().at(-1), { timeout: 5000 }).toBe('message 80');
    const small = line.texts().filter((text = '') => text.length < 20);
    expect(small).toEqual([
      ...numbers.slice(0, 30).map((number) => `message ${number}`),
      ...numbers.slice(30).flatMap((number) => [`packet ${number}`, `message ${number}`]),
    ]);
    expect(Math.max(...line.sets.map(({ activities }) => activities.length))).toBe(10);
  });

  it('is closed if its reader takes nothing for half a minute', async () => {
    const clock = createFakeClock();
    await start({ clock });
    const grant = await enter();
    const line = await open(grant.streamUrl);
    line.wire.pause();
    const big = 'x'.repeat(400_000);
    for (let index = 1; index <= 30; index++) await say(grant, { text: big });
    // Its keep-alive, and what is on its way.
    await clock.whenSleeping(2);
    await clock.advance(30_000);
    await expect.poll(() => clock.sleeping).toBe(0);
  });

  it('is closed if it sends more than the little that clients send', async () => {
    await start();
    const line = await open((await enter()).streamUrl);
    const code = new Promise((resolve) => line.socket.on('close', resolve));
    line.socket.send('');
    line.socket.send('x'.repeat(2000));
    expect(await code).toBe(1009);
  });
});

describe('an address of a socket', () => {
  it('is good for a minute', async () => {
    const clock = createFakeClock();
    await start({ clock });
    const { streamUrl } = await enter();
    await clock.advance(60_000);
    expect(await statusOf(streamUrl)).toBe(101);
    await clock.advance(1);
    expect(await statusOf(streamUrl)).toBe(403);
  });

  it('is good for its own conversation, and the ticket for nothing else', async () => {
    await start();
    const [mine, other] = [await enter(), await enter()];
    const ticket = new URL(mine.streamUrl).searchParams.get('t') ?? '';
    const swap = (t: string) => {
      const url = new URL(other.streamUrl);
      url.searchParams.set('t', t);
      return url.href;
    };
    for (const t of [ticket, mine.token, other.token, '', 'x', 'x.y.z']) {
      expect(await statusOf(swap(t))).toBe(403);
    }
    const path = `/directline/conversations/${mine.conversationId}/activities`;
    const response = await fetch(chat.url + path, {
      headers: { authorization: `Bearer ${ticket}` },
    });
    expect(response.status).toBe(403);
  });

  it('opens nothing under another name, nor for the pages of another origin', async () => {
    await start();
    const { streamUrl } = await enter();
    const { host } = new URL(streamUrl);
    expect(await statusOf(streamUrl, { host, origin: `http://${host}` })).toBe(101);
    expect(await statusOf(streamUrl)).toBe(101);
    for (const headers of [
      { host: 'evil.example' },
      { host: 'evil.example', origin: 'http://evil.example' },
      { host: 'localhost.evil.example' },
      { host: 'localhost@evil.example' },
      { host, origin: 'https://evil.example' },
      { host, origin: `https://${host}` },
      { host, origin: 'http://localhost:1' },
      { host, origin: 'null' },
    ]) {
      expect(await statusOf(streamUrl, headers)).toBe(403);
    }
  });

  it('opens ten sockets of a conversation, and the next once one of them is closed', async () => {
    await start();
    const { streamUrl } = await enter();
    const lines = await Promise.all(Array.from({ length: 10 }, () => open(streamUrl)));
    expect(await statusOf(streamUrl)).toBe(503);
    lines[0]?.socket.close();
    await expect.poll(() => statusOf(streamUrl)).toBe(101);
  });

  it.each(['/directline/conversations', '/directline/nowhere', '/directline/%ff/stream'])(
    'isn’t %s',
    async (path) => {
      await start();
      expect(await statusOf(`${chat.url.replace('http', 'ws')}${path}`)).toBe(403);
    },
  );

  it('leaves other requests to upgrade to those who serve the path', async () => {
    await start();
    expect(await statusOf(`${chat.url.replace('http', 'ws')}/api/chat/token`)).toBe(405);
    const { streamUrl } = await enter();
    expect((await fetch(streamUrl.replace('ws', 'http'))).status).toBe(404);
  });
});
