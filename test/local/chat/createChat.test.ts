import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import {
  type ChatWithFakeBot,
  type Script,
  startChatWithFakeBot,
} from '../../support/chatWithFakeBot.ts';
import { requestAs } from '../../support/requestAs.ts';

const userId = 'dl_0123456789abcdef';
const silent: Script = () => [];
const closers: (() => Promise<void> | void)[] = [];
let chat: ChatWithFakeBot;

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(script: Script = silent, options?: { port?: number; dataFile?: string }) {
  chat = await startChatWithFakeBot(script, options);
  closers.push(chat.close);
}

interface Grant {
  conversationId: string;
  token: string;
}

async function call<T>(method: string, path: string, token?: string, body?: unknown) {
  const response = await fetch(chat.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

async function openConversation(): Promise<Grant> {
  return chat.grant(userId);
}

const activitiesPath = ({ conversationId }: Grant) =>
  `/directline/conversations/${conversationId}/activities`;

const post = (grant: Grant, activity: Partial<Activity>) =>
  call<{ id: string }>('POST', activitiesPath(grant), grant.token, {
    type: 'message',
    ...activity,
  });

async function read(grant: Grant, watermark = '') {
  const path = `${activitiesPath(grant)}?watermark=${watermark}`;
  const { body } = await call<{ activities: Activity[]; watermark: string }>(
    'GET',
    path,
    grant.token,
  );
  return body;
}

const texts = (activities: Activity[]) => activities.map((activity) => activity.text);

describe('Direct Line', () => {
  test('a message reaches the bot as Web Chat would send it', async () => {
    await start();
    const grant = await openConversation();
    await post(grant, { text: 'Hello', locale: 'de-DE', channelData: { clientActivityID: 'c1' } });
    expect(chat.received).toEqual([
      expect.objectContaining({
        type: 'message',
        text: 'Hello',
        locale: 'de-DE',
        id: expect.stringContaining(grant.conversationId),
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        channelId: 'webchat',
        serviceUrl: `${chat.url}/connector`,
        conversation: { id: grant.conversationId },
        from: expect.objectContaining({ id: userId }),
        recipient: expect.objectContaining({ id: 'bot' }),
        channelData: { clientActivityID: 'c1' },
      }),
    ]);
  });

  test('the token says who is talking, not the page', async () => {
    await start();
    await post(await openConversation(), { text: 'Hello', from: { id: 'someone-else' } });
    expect(chat.received[0]?.from?.id).toBe(userId);
  });

  test('the bot learns once that it and the person are in the conversation', async () => {
    await start();
    const grant = await openConversation();
    await call('POST', '/directline/conversations', grant.token);
    await expect.poll(() => chat.received.length).toBe(2);
    await call('GET', `/directline/conversations/${grant.conversationId}`, grant.token);
    await post(grant, { text: 'Hello' });
    const added = chat.received.flatMap(({ membersAdded }) => membersAdded ?? []);
    expect(added.map(({ id }) => id)).toEqual(['bot', userId]);
  });

  test('replies come after the watermark, with what they reply to', async () => {
    await start(({ text }) => [{ text: `You said ${text}`, from: { id: 'anyone' } }]);
    const grant = await openConversation();
    await post(grant, { text: 'one' });
    const first = await read(grant);
    await post(grant, { text: 'two' });
    const second = await read(grant, first.watermark);

    expect(texts(first.activities)).toEqual(['You said one', 'one']);
    expect(texts(second.activities)).toEqual(['You said two', 'two']);
    expect(second.activities[0]?.from).toMatchObject({ id: 'bot', role: 'bot' });
    expect((await read(grant, second.watermark)).activities).toEqual([]);
  });

  test.each([500, 401])(
    'a message that the bot answers %i is 502 and not in the history',
    async (status) => {
      await start(() => status);
      const grant = await openConversation();
      expect((await post(grant, { text: 'Hello' })).status).toBe(502);
      expect((await read(grant)).activities).toEqual([]);
    },
  );

  test('a token is good for its own conversation only, and a changed token for none', async () => {
    await start();
    const [mine, other] = [await openConversation(), await openConversation()];
    const [header, , signature] = mine.token.split('.');
    const claims = Buffer.from(JSON.stringify({ conv: other.conversationId, user: userId }));
    const forged = [header, claims.toString('base64url'), signature].join('.');
    for (const token of [mine.token, forged, 'x', '', undefined]) {
      expect((await call('GET', activitiesPath(other), token)).status).toBe(403);
    }
  });

  test('a generated token starts a conversation of its own', async () => {
    await start();
    const { body } = await call<Grant>('POST', '/directline/tokens/generate', chat.secret, {
      user: { id: userId },
    });
    const started = await call<Grant>('POST', '/directline/conversations', body.token);
    expect(started).toMatchObject({ status: 201, body: { conversationId: body.conversationId } });
    const refreshed = await call<Grant>('POST', '/directline/tokens/refresh', body.token);
    expect(refreshed.body.conversationId).toBe(body.conversationId);
  });

  test('only who has the secret gets tokens for new conversations, and for any that there is', async () => {
    await start();
    const user = { user: { id: userId } };
    const grant = await openConversation();
    for (const secret of [undefined, '', 'wrong', grant.token, chat.secret.toUpperCase()]) {
      const { status } = await call('POST', '/directline/tokens/generate', secret, user);
      expect(status).toBe(403);
    }
    const path = `/directline/conversations/${grant.conversationId}`;
    expect(await call('GET', path, 'wrong')).toMatchObject({ status: 403 });
    const again = await call<Grant>('GET', path, chat.secret);
    expect(again).toMatchObject({ status: 200, body: { conversationId: grant.conversationId } });
    expect(await post({ ...grant, token: again.body.token }, { text: 'Hello' })).toMatchObject({
      status: 200,
    });
    expect(await call('GET', '/directline/conversations/unknown', chat.secret)).toMatchObject({
      status: 404,
    });
  });

  test.each([
    ['no JSON', '{', 400],
    ['no activity', '{}', 400],
    ['too much', JSON.stringify({ type: 'message', text: 'x'.repeat(600_000) }), 413],
  ])('a body that is %s is refused', async (_, body, status) => {
    await start();
    const grant = await openConversation();
    const headers = { authorization: `Bearer ${grant.token}` };
    const response = await fetch(chat.url + activitiesPath(grant), {
      method: 'POST',
      headers,
      body,
    });
    expect(response.status).toBe(status);
    expect(chat.received).toEqual([]);
  });
});

describe('the connector', () => {
  test('keeps the activity that a reply is for', async () => {
    await start();
    const grant = await openConversation();
    const path = `/connector/v3/conversations/${grant.conversationId}/activities/q%7C1`;
    const { status, body } = await call<{ id: string }>('POST', path, undefined, {
      type: 'message',
      text: 'Answer',
    });
    expect(status).toBe(200);
    expect((await read(grant)).activities).toMatchObject([{ id: body.id, replyToId: 'q|1' }]);
  });

  test.each(['PUT', 'DELETE'])('refuses %s as Web Chat does', async (method) => {
    await start();
    const { conversationId } = await openConversation();
    const path = `/connector/v3/conversations/${conversationId}/activities/1`;
    expect(await call(method, path)).toEqual({
      status: 405,
      body: {
        error: {
          code: 'BadArgument',
          message: 'This channel does not support this operation',
        },
      },
    });
  });

  test('knows no conversation but its own', async () => {
    await start();
    const path = '/connector/v3/conversations/unknown/activities';
    expect((await call('POST', path, undefined, { type: 'message' })).status).toBe(404);
  });
});

test('after a restart the conversation goes on where it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const dataFile = join(folder, 'chat.json');
  await start(silent, { dataFile });
  const grant = await openConversation();
  await post(grant, { text: 'Question' });
  const question = chat.received[0];
  await chat.close();
  closers.pop();

  await start(silent, { dataFile });
  await chat.say({ ...question, serviceUrl: `${chat.url}/connector` } as Activity, {
    text: 'Answer',
  });
  expect(texts((await read(grant)).activities)).toEqual(['Question', 'Answer']);
  const again = await chat.grant(userId, grant.conversationId);
  expect(again.conversationId).toBe(grant.conversationId);
});

describe('the page', () => {
  test("another person's conversation is not resumed", async () => {
    await start();
    const { conversationId } = await openConversation();
    const other = await chat.grant('dl_fedcba9876543210', conversationId);
    expect(other.conversationId).not.toBe(conversationId);
  });

  async function statusOf(path: string, headers: Record<string, string>) {
    const init = { method: 'POST', body: '{}' };
    return (await requestAs(`${chat.url}${path}`, headers, init)).status;
  }

  test.each(['/api/chat/token', '/directline/tokens/generate'])(
    'requests to %s under another name, or from the pages of another origin, are refused',
    async (path) => {
      await start();
      const { host } = new URL(chat.url);
      const authorization = `Bearer ${chat.secret}`;
      const origin = `http://${host}`;
      expect(await statusOf(path, { authorization, host, origin })).toBe(200);
      expect(await statusOf(path, { authorization, host: '127.0.0.1:1' })).toBe(200);
      expect(await statusOf(path, { authorization, host: '[::1]' })).toBe(200);
      for (const headers of [
        { host: 'evil.example' },
        { host: 'localhost.evil.example' },
        { host: 'localhost@evil.example' },
        { host, origin: 'https://evil.example' },
        { host, origin: 'http://localhost:1' },
        { host, origin: 'null' },
      ]) {
        expect(await statusOf(path, { authorization, ...headers })).toBe(403);
      }
    },
  );
});
