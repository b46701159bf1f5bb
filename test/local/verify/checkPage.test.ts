import { describe, expect, it } from 'vitest';
import { checkPage } from '../../../local/verify/page/checkPage.ts';
import { pageDeployment } from '../../../local/verify/page/pageDeployment.ts';
import { aTrial } from '../../support/azure/aTrial.ts';

const url = 'https://func-try.azurewebsites.net';

interface Seen {
  method: string;
  path: string;
  isForged: boolean;
}

/** Checks a bot that answers like this, `at` being how often it was looked at before. */
async function check(answer: (seen: Seen, at: number) => number) {
  const seen: Seen[] = [];
  const looks = new Map<string, number>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const isForged = new Headers(init?.headers).has('x-ms-client-principal');
    const request = {
      method: init?.method ?? 'GET',
      path: new URL(String(input)).pathname,
      isForged,
    };
    const key = JSON.stringify(request);
    const at = looks.get(key) ?? 0;
    looks.set(key, at + 1);
    seen.push(request);
    return new Response('', { status: answer(request, at) });
  };
  const done = await checkPage(aTrial({ fetch }), url);
  return { done, seen };
}

const bots: Record<string, number> = { '/api/health': 200, '/api/messages': 400 };
const shut = ({ path }: Seen) => bots[path] ?? 401;

describe('the look at the chat page in a trial', () => {
  it('asks for the page and a token, with forged headers and without', async () => {
    const { seen } = await check(shut);
    expect(seen).toEqual([
      { method: 'GET', path: '/api/chat', isForged: false },
      { method: 'POST', path: '/api/chat/token', isForged: false },
      { method: 'GET', path: '/api/chat', isForged: true },
      { method: 'POST', path: '/api/chat/token', isForged: true },
      { method: 'POST', path: '/api/messages', isForged: false },
      { method: 'GET', path: '/api/health', isForged: false },
    ]);
  });

  it('waits for the settings and the sign-in to be there', async () => {
    const { seen } = await check((request, at) => (at < 3 ? 403 : shut(request)));
    expect(seen).toHaveLength(24);
  });

  it.each<[string, (seen: Seen) => number, string]>([
    [
      'forged headers get through',
      (seen) => (seen.isForged ? 200 : shut(seen)),
      'the page, forged 200 instead of 401, a token, forged 200 instead of 401',
    ],
    [
      'forged headers get as far as Direct Line',
      (seen) => (seen.isForged && seen.method === 'POST' ? 503 : shut(seen)),
      'a token, forged 503 instead of 401',
    ],
    [
      'the page is open',
      (seen) => (seen.path === '/api/chat' ? 200 : shut(seen)),
      'the page 200 instead of 401, the page, forged 200 instead of 401',
    ],
    ['the sign-in is before everything', () => 401, 'health 401 instead of 200'],
    [
      'the sign-in refuses the Bot Framework’s token before the bot sees it',
      (seen) => (seen.path === '/api/messages' ? 401 : shut(seen)),
      'a message that is none 401 instead of 400',
    ],
    ['the page isn’t there', (seen) => bots[seen.path] ?? 404, 'the page 404'],
  ])('fails where %s', async (_what, answer, words) => {
    await expect(check(answer)).rejects.toThrow(words);
  });

  it('fails with the reason where nothing answers', async () => {
    await expect(checkPage(aTrial(), url)).rejects.toThrow('the page Nothing is there.');
  });
});

it('The deployment with the page differs from the one before in nothing else', () => {
  const bot = { name: 'try', parameters: 'main.bicepparam', env: { CHAT_PAGE: 'false', A: 'b' } };
  const { env, ...rest } = pageDeployment(bot);
  expect({ ...rest, env: {} }).toEqual({ ...bot, env: {} });
  expect(env).toEqual({ A: 'b', CHAT_PAGE: 'true', CHAT_PAGE_CLIENT_ID: expect.any(String) });
});
