import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { readAloud } from '../support/shownTo.ts';

const agentMode = {
  GENIE_MODE: 'agent',
  USER_QUESTIONS_PER_MINUTE: '1000',
  PUBLIC_BASE_URL: 'https://bot.example',
};
const refused = {
  off: { status: 404, body: { error_code: 'FEATURE_DISABLED', message: 'Preview is disabled.' } },
  absent: { status: 404, body: { error_code: 'ENDPOINT_NOT_FOUND', message: 'No API found' } },
  forbidden: { status: 403, body: { error_code: 'PERMISSION_DENIED', message: 'Denied.' } },
  unnamed: { status: 404, body: { error_code: 'NOT_FOUND', message: 'Not found.' } },
};

let bot: InProcess;
beforeEach(async () => {
  bot = await openInProcess({ env: agentMode });
});
afterEach(() => bot.close());

const agents = /genie\/agents\/[^/]+\/responses$/;
const chat = /start-conversation$|\/messages$/;
const posts = (path: RegExp, of = bot) =>
  of.genie.requests.filter((request) => request.method === 'POST' && path.test(request.path));
const asked = (of = bot) => ({ agents: posts(agents, of).length, chat: posts(chat, of).length });
const modeOff = () => bot.log.filter(({ event }) => event === 'genie.agentModeOff');
const rowOf = async (text: string) => {
  for await (const page of bot.storage.questions.listSince(0)) {
    const found = page.find((question) => question.text === text);
    if (found) return found;
  }
  return undefined;
};

describe('a question in agent mode', () => {
  it.each(['personal', 'webchat'] as const)(
    'is answered by the report, with its rows, its SQL and its file, in the scene %s',
    async (scene) => {
      const ada = aPersonAt(bot, `report-${scene}`, { scene });
      const answer = await ada.ask('Revenue by region');
      const text = readAloud(answer);
      expect(text).toContain('Europe');
      expect(text).toContain('1,396,9');
      expect(text).not.toContain(':citation');
      expect(JSON.stringify(answer)).toMatch(/SELECT/i);
      expect(JSON.stringify(answer)).toContain('"action":"export"');
      expect(asked()).toEqual({ agents: 1, chat: 0 });
    },
  );

  it('sends the documented request, and nothing else', async () => {
    await aPersonAt(bot, 'request').ask('Revenue by region');
    const [request] = posts(agents);
    expect(request?.body).toEqual({
      input: [
        {
          type: 'message',
          role: 'user',
          content: [{ type: 'input_text', text: expect.stringContaining('Revenue by region') }],
        },
      ],
    });
  });

  it('is continued in its conversation', async () => {
    const ada = aPersonAt(bot, 'follow-up');
    await ada.ask('Revenue by region');
    const second = await ada.ask('and by month');
    expect(readAloud(second)).not.toContain('new conversation');
    const [first, next] = posts(agents).map(({ body }) => body as Record<string, unknown>);
    expect(first).not.toHaveProperty('conversation_id');
    expect(next).toHaveProperty('conversation_id', bot.genie.messages()[0]?.conversationId);
    expect(asked()).toEqual({ agents: 2, chat: 0 });
  });

  it('says what the agent is doing', async () => {
    bot.genie.faults.script('Revenue', {
      statuses: [
        { status: 'ASKING_AI', ms: 300 },
        { status: 'EXECUTING_QUERY', ms: 300 },
        { status: 'COMPLETED', ms: 0 },
      ],
    });
    await aPersonAt(bot, 'steps').ask('Revenue by region');
    const row = await rowOf('Revenue by region');
    expect(Object.keys(row?.msByStatus ?? {})).toEqual(
      expect.arrayContaining(['ASKING_AI', 'EXECUTING_QUERY']),
    );
  });

  it.each([1, 2, 3, 4])(
    'is answered from its items if the stream breaks after %i events',
    async (events) => {
      bot.genie.faults.cutAfterEvents = events;
      const answer = await aPersonAt(bot, 'cut').ask('Revenue by region');
      expect(readAloud(answer)).toContain('Europe');
      expect(asked()).toEqual({ agents: 1, chat: 0 });
    },
  );

  it('is found, not asked again, if the stream breaks before it says anything', async () => {
    bot.genie.faults.cutAfterEvents = 0;
    const answer = await aPersonAt(bot, 'lost').ask('Revenue by region');
    expect(readAloud(answer)).toContain('Europe');
    expect(asked()).toEqual({ agents: 1, chat: 0 });
  });

  it('is found, not asked again, if the connection breaks before an answer', async () => {
    bot.genie.faults.next({ path: '/responses' }, 'drop-after');
    const ada = aPersonAt(bot, 'dropped');
    expect(readAloud(await ada.ask('Revenue by region'))).toContain('Europe');
    expect(readAloud(await ada.ask('and by month'))).not.toContain('new conversation');
    expect(asked()).toEqual({ agents: 2, chat: 0 });
  });

  it('is asked later if Genie has too much to do', async () => {
    bot.genie.faults.next({ path: '/responses' }, { status: 429, headers: { 'Retry-After': '1' } });
    const answer = await aPersonAt(bot, 'throttled').ask('Revenue by region');
    expect(readAloud(answer)).toContain('Europe');
    expect(asked()).toEqual({ agents: 2, chat: 0 });
  });

  it.each([undefined, 2])('that fails says why, with a stream cut after %s events', async (cut) => {
    bot.genie.faults.cutAfterEvents = cut;
    bot.genie.faults.script('Revenue', {
      error: { type: 'WAREHOUSE_NOT_FOUND_EXCEPTION', error: 'The warehouse was not found.' },
    });
    const ada = aPersonAt(bot, 'failing');
    await ada.write('Revenue by region');
    await bot.connector.waitFor(() => (/warehouse/i.test(ada.last()) ? true : undefined));
    expect((await rowOf('Revenue by region'))?.failure).toMatchObject({ code: 'genie-failed' });
  });

  it('can be shown again, and its file has its rows', async () => {
    const ada = aPersonAt(bot, 'again');
    await ada.ask('Revenue by region');
    const row = await rowOf('Revenue by region');
    expect(row?.conversationId).toMatch(/^agent:/);
    expect(bot.genie.requests.some(({ path }) => /\/spaces\/.*\/messages\//.test(path))).toBe(
      false,
    );
  });

  it('is cancelled in Genie with its asker’s “cancel”, and the next one starts over', async () => {
    bot.genie.faults.script('Revenue', {
      statuses: [
        { status: 'ASKING_AI', ms: 60_000 },
        { status: 'COMPLETED', ms: 0 },
      ],
    });
    const ada = aPersonAt(bot, 'cancel');
    await ada.write('Revenue by region');
    await bot.connector.waitFor(async () => (await rowOf('Revenue by region'))?.messageId);
    await ada.hear('cancel');
    await bot.connector.waitFor(() => posts(/\/cancel$/)[0]);
    expect(bot.genie.messages()[0]?.timeline).toEqual([{ status: 'CANCELLED', ms: 0 }]);
    expect(readAloud(await ada.ask('Orders by month'))).toContain('rders');
    expect(posts(agents).at(-1)?.body).not.toHaveProperty('conversation_id');
  });

  it('keeps its rating, which no API takes', async () => {
    const ada = aPersonAt(bot, 'rating');
    const answer = await ada.ask('Revenue by region');
    await ada.react(answer, 'like');
    await bot.connector.waitFor(async () => (await rowOf('Revenue by region'))?.rating);
    expect(posts(/feedback/)).toEqual([]);
  });
});

describe('a workspace that refuses agent mode', () => {
  it.each(Object.entries(refused))(
    'is asked in chat mode at once, and once: %s',
    async (_, refusal) => {
      bot.genie.faults.next({ path: '/genie/agents/', times: 1_000 }, refusal);
      const ada = aPersonAt(bot, 'refused');
      const answer = await ada.ask('Revenue by region');
      expect(readAloud(answer)).toContain('Europe');
      expect(readAloud(await ada.ask('and by month'))).not.toContain('new conversation');
      expect(asked()).toEqual({ agents: 1, chat: 2 });
      expect(modeOff()).toHaveLength(1);
      const budget = await bot.storage.budgets.get(new URL(bot.genie.url).host);
      expect(budget?.value.starts).toHaveLength(2);
    },
  );

  it('has a conversation of agent mode followed by a new one, which says so', async () => {
    const ada = aPersonAt(bot, 'switched-off');
    await ada.ask('Revenue by region');
    bot.genie.faults.next({ path: '/genie/agents/', times: 1_000 }, refused.off);
    const second = await ada.ask('Orders by month');
    expect(readAloud(second)).toContain('Genie works in another mode now');
    expect(asked()).toEqual({ agents: 2, chat: 1 });
  });

  it('isn’t one where the space is unknown: that is said as ever', async () => {
    const space = { status: 404, body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'gone' } };
    bot.genie.faults.next({ path: '/genie/agents/', times: 1_000 }, space);
    bot.genie.faults.next({ method: 'GET', path: /\/genie\/spaces\/[^/?]+$/, times: 1_000 }, space);
    const ada = aPersonAt(bot, 'no-space');
    await ada.write('Revenue by region');
    await bot.connector.waitFor(async () => (await rowOf('Revenue by region'))?.failure);
    expect((await rowOf('Revenue by region'))?.failure?.code).toBe('genie-not-found');
    expect(asked()).toEqual({ agents: 1, chat: 0 });
    expect(modeOff()).toEqual([]);
  });

  it('isn’t one that keeps the bot out by a right that it names', async () => {
    const message = 'User does not have CAN RUN permission on the Genie space.';
    const denied = { status: 403, body: { error_code: 'PERMISSION_DENIED', message } };
    bot.genie.faults.next({ path: '/genie/agents/', times: 1_000 }, denied);
    await aPersonAt(bot, 'denied').write('Revenue by region');
    await bot.connector.waitFor(async () => (await rowOf('Revenue by region'))?.failure);
    expect((await rowOf('Revenue by region'))?.failure?.code).toBe('genie-forbidden');
    expect(asked()).toEqual({ agents: 1, chat: 0 });
    expect(modeOff()).toEqual([]);
  });
});

describe('a change of GENIE_MODE', () => {
  const change = async (mode: string) => {
    await bot.stop();
    const { storage, genie, connector } = bot;
    return openInProcess({
      env: { ...agentMode, GENIE_MODE: mode },
      after: { storage, genie, connector },
    });
  };

  it('to chat starts a new conversation, which says so, and leaves the old one readable', async () => {
    await aPersonAt(bot, 'to-chat').ask('Revenue by region');
    const next = await change('chat');
    const answer = await aPersonAt(next, 'to-chat').ask('Orders by month');
    expect(readAloud(answer)).toContain('Genie works in another mode now');
    expect(asked()).toEqual({ agents: 1, chat: 1 });
    await aPersonAt(next, 'to-chat').hear('history');
    await next.stop();
  });

  it('to agent starts a new conversation, which says so', async () => {
    const before = await change('chat');
    await aPersonAt(before, 'to-agent').ask('Revenue by region');
    await before.stop();
    const next = await change('agent');
    const answer = await aPersonAt(next, 'to-agent').ask('Orders by month');
    expect(readAloud(answer)).toContain('Genie works in another mode now');
    expect(asked()).toEqual({ agents: 1, chat: 1 });
    await next.stop();
  });

  it('to agent leaves a conversation as it is where the workspace refuses agent mode', async () => {
    const before = await change('chat');
    await aPersonAt(before, 'stays').ask('Revenue by region');
    await before.stop();
    bot.genie.faults.next({ path: '/genie/agents/', times: 1_000 }, refused.off);
    const next = await change('agent');
    const answer = await aPersonAt(next, 'stays').ask('and by month');
    expect(readAloud(answer)).not.toContain('another mode');
    expect(asked()).toEqual({ agents: 0, chat: 2 });
    await next.stop();
  });
});
