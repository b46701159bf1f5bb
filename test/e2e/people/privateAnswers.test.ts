import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import type { QuestionState } from '../../../src/questions/question.ts';
import { aCardSubmit, aConversationUpdate, aMessage } from '../../support/activities.ts';
import { ownChatOf } from '../../support/connectorDouble.ts';
import { hasty, type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';

const minute = 60_000;
let ahead = 0;
const clock = { ...hasty, now: () => Date.now() + ahead };

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({
    clock,
    env: {
      CHANNEL_ANSWERS: 'private',
      USER_QUESTIONS_PER_MINUTE: '1000',
      PUBLIC_BASE_URL: 'http://localhost:1',
    },
  });
});
afterAll(() => bot.close());

const note = 'I’ll answer in our chat, where only you can see it.';

let made = 0;
/** Someone who has never chatted with the bot, in a thread of their own. */
function someone(scene: 'channel' | 'group' | 'personal' = 'channel') {
  made += 1;
  const from = { id: `29:person-${made}`, name: 'Grace', aadObjectId: `person-${made}` };
  const place = scene === 'channel' ? `19:c${made}@thread.tacv2;messageid=1` : `19:c${made}`;
  const own = ownChatOf(from.id);
  const here = aPersonAt(bot, place, { scene, from });
  const alone = aPersonAt(bot, own, { from });
  return {
    from,
    place,
    own,
    here,
    alone,
    /** Asks, and resolves with the answer in their own chat. */
    async ask(text: string, where = here): Promise<Activity> {
      const before = answersIn(bot.connector, own).length;
      await where.write(text);
      const answer = await bot.connector.waitFor(() => answersIn(bot.connector, own)[before]);
      await bot.settled();
      return answer;
    },
  };
}

const saidIn = (place: string) => messagesIn(bot.connector, place).map(readAloud);
const createdFor = (id: string) =>
  bot.connector.requests.filter(
    ({ path, body }) => path === '/v3/conversations' && JSON.stringify(body).includes(id),
  );

describe('a question asked where others read', () => {
  it.each([
    ['channel', 'thread'],
    ['group', 'chat'],
  ] as const)(
    'in a %s is answered in the asker’s own chat, which a line says',
    async (scene, where) => {
      const grace = someone(scene);
      const answer = await grace.ask('Revenue by region');
      expect(saidIn(grace.place)).toEqual([note]);
      expect(readAloud(answer)).toContain('Europe');
      expect(readAloud(answer)).toContain(`You asked in the ${where}: “Revenue by region”`);
      expect(answersIn(bot.connector, grace.own)).toHaveLength(1);
    },
  );

  it('gets that line as a reply to it, in words alone', async () => {
    const grace = someone();
    const question = aMessage({
      scene: 'channel',
      from: grace.from,
      conversation: { id: grace.place, conversationType: 'channel', isGroup: true },
      text: 'Revenue by region',
    });
    await bot.post(question);
    await bot.connector.waitFor(() => answersIn(bot.connector, grace.own)[0]);
    const [line] = messagesIn(bot.connector, grace.place);
    expect(line).toMatchObject({ replyToId: question.id, text: note, textFormat: 'plain' });
    expect(line).not.toHaveProperty('attachments');
  });

  it('has the chat opened once, with the person and their tenant', async () => {
    const grace = someone();
    await grace.ask('Revenue by region');
    await grace.ask('only the top 3');
    expect(createdFor(grace.from.id).map(({ body }) => body)).toEqual([
      {
        isGroup: false,
        bot: expect.objectContaining({ id: expect.stringMatching(/^28:/) }),
        members: [expect.objectContaining({ id: grace.from.id })],
        tenantId: expect.any(String),
        channelData: { tenant: { id: expect.any(String) } },
      },
    ]);
    expect(saidIn(grace.place)).toEqual([note, note]);
  });

  it('is answered in the chat in which they have written, without one being opened', async () => {
    const grace = someone();
    const theirs = `a:their-own-${grace.from.id}`;
    await aPersonAt(bot, theirs, { from: grace.from }).hear('help');
    await grace.here.write('Revenue by region');
    await bot.connector.waitFor(() => answersIn(bot.connector, theirs)[0]);
    expect(createdFor(grace.from.id)).toEqual([]);
  });

  it('continues the conversation of the thread with the next question there', async () => {
    const grace = someone();
    await grace.ask('Revenue by region, thread');
    await grace.ask('How many orders are there?', grace.alone);
    await grace.ask('only the top 3, thread');
    const conversationOf = (text: string) =>
      bot.genie.messages().findLast(({ content }) => content.endsWith(text))?.conversationId;
    expect(conversationOf('top 3, thread')).toBe(conversationOf('region, thread'));
    expect(conversationOf('orders are there?')).not.toBe(conversationOf('region, thread'));
  });

  it('is asked, answered and noted once, if it is delivered again', async () => {
    const grace = someone();
    const question = aMessage({
      scene: 'channel',
      from: grace.from,
      conversation: { id: grace.place, conversationType: 'channel', isGroup: true },
      text: 'Revenue by region',
    });
    await Promise.all([bot.post(question), bot.post(question)]);
    await bot.connector.waitFor(() => answersIn(bot.connector, grace.own)[0]);
    await bot.post(question);
    await bot.settled();
    expect(saidIn(grace.place)).toEqual([note]);
    expect(answersIn(bot.connector, grace.own)).toHaveLength(1);
  });

  it('fails in the asker’s own chat, too', async () => {
    const grace = someone();
    bot.genie.faults.script('Refused question', {
      error: { type: 'SQL_EXECUTION_EXCEPTION', error: 'no' },
    });
    await grace.here.write('Refused question');
    await until(() => saidIn(grace.own).some((text) => /Error ID/.test(text)));
    expect(saidIn(grace.place)).toEqual([note]);
  });

  it('of a conversation whose kind nobody names is taken for one that others read', async () => {
    const grace = someone();
    const conversation = { id: grace.place };
    await bot.post(aMessage({ from: grace.from, conversation, text: 'Revenue by region' }));
    await bot.connector.waitFor(() => answersIn(bot.connector, grace.own)[0]);
    expect(saidIn(grace.place)).toEqual([note]);
  });
});

describe('a question asked elsewhere', () => {
  it('in a personal chat is answered there, without a line or a button to share', async () => {
    const grace = someone();
    const answer = await grace.ask('Revenue by region', grace.alone);
    expect(saidIn(grace.own)).toHaveLength(1);
    expect(submitsOf(answer)).not.toContainEqual(expect.objectContaining({ action: 'share' }));
    expect(createdFor(grace.from.id)).toEqual([]);
  });

  it('in Web Chat is answered there', async () => {
    const ada = aPersonAt(bot, 'web-private', { scene: 'webchat' });
    const answer = await ada.ask('Revenue by region');
    expect(readAloud(answer)).not.toContain('You asked');
  });
});

describe('what is done with a private answer in the asker’s own chat', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a download', { action: 'export' }, /CSV/],
    ['a page', { action: 'page' }, /Rows \d+/],
  ])('%s comes there', async (_what, data, seen) => {
    const grace = someone();
    const answer = await grace.ask('Revenue by product and month');
    await grace.alone.click(answer, data);
    expect(saidIn(grace.own).join('\n')).toMatch(seen);
    expect(saidIn(grace.place)).toEqual([note]);
  });

  it('asking again answers there, in the conversation of the thread, and tells nobody there', async () => {
    const grace = someone();
    const answer = await grace.ask('Revenue by region, again');
    await grace.alone.click(answer, { action: 'again' });
    const second = await bot.connector.waitFor(() => answersIn(bot.connector, grace.own)[1]);
    await bot.settled();
    expect(saidIn(grace.place)).toEqual([note]);
    const asked = bot.genie.messages().filter(({ content }) => content.endsWith('region, again'));
    expect(new Set(asked.map(({ conversationId }) => conversationId)).size).toBe(1);
    await grace.alone.click(second, { action: 'share' });
    expect(grace.here.messages()).toHaveLength(2);
  });

  it('“sql”, “as table”, “show” and “feedback” are about it', async () => {
    const grace = someone();
    await grace.ask('Revenue by region');
    expect(readAloud(await grace.alone.hear('sql'))).toMatch(/SELECT/i);
    for (const wish of ['as table', 'show']) {
      expect(readAloud(await grace.alone.hear(wish)), wish).toContain('Europe');
    }
    expect(readAloud(await grace.alone.hear('feedback'))).toContain('Revenue by region');
    expect(saidIn(grace.place)).toEqual([note]);
  });

  it('“cancel” stops it', async () => {
    const grace = someone();
    const statuses = [{ status: 'ASKING_AI', ms: 60_000 }];
    bot.genie.faults.script('Slow question', { statuses });
    await grace.here.write('Slow question');
    await grace.alone.write('cancel');
    expect(saidIn(grace.own)).toEqual([
      expect.stringContaining('You cancelled this question.'),
      expect.stringContaining('I’ve stopped waiting for your question.'),
    ]);
    expect(saidIn(grace.place)).toEqual([note]);
  });

  it('Teams’ own thumbs under it are the asker’s', async () => {
    const grace = someone();
    const answer = await grace.ask('Revenue by region, thumbs');
    await grace.alone.react(answer, 'like');
    const rated = bot.genie.messages().findLast(({ content }) => content.endsWith('thumbs'));
    expect(rated?.feedback).toEqual({ rating: 'POSITIVE' });
  });
});

describe('what would show a private answer to others', () => {
  it.each(['sql', 'as table', 'show', 'as a bar chart'])(
    'typed in the thread, “%s” only points to the chat',
    async (text) => {
      const grace = someone();
      await grace.ask('Revenue by region');
      expect(readAloud(await grace.here.hear(text))).toMatch(/is in our chat/);
    },
  );

  it.each(['show', 'again', 'share'])(
    '“%s”, sent from the thread, shows nothing',
    async (action) => {
      const grace = someone();
      const answer = await grace.ask('Revenue by region');
      const click = submitsOf(answer).find(
        (data) => (data as { action: string }).action === 'again',
      );
      const value = { ...(click as object), action };
      await bot.post(
        aCardSubmit({
          scene: 'channel',
          from: grace.from,
          conversation: { id: grace.place, conversationType: 'channel' },
          value,
        }),
      );
      await bot.settled();
      expect(saidIn(grace.place).join('\n')).toMatch(/is in our chat/);
      expect(saidIn(grace.place).join('\n')).not.toContain('Europe');
    },
  );
});

describe('sharing a private answer', () => {
  const share = { action: 'share' };
  const shareButton = (message: Activity) =>
    JSON.stringify(message).match(/Share in the (\w+)/)?.[1];

  it('posts it below the question, once, for everyone to read', async () => {
    const grace = someone();
    const answer = await grace.ask('Revenue by product and month');
    expect(shareButton(answer)).toBe('thread');
    await grace.alone.click(answer, share);
    expect(grace.alone.last()).toBe('Shared in the thread.');
    await grace.alone.click(answer, share);
    expect(grace.alone.last()).toBe('Already shared.');
    const [line, shared, ...others] = grace.here.messages();
    expect(others).toEqual([]);
    expect(shared?.['replyToId']).toBe(line?.['replyToId']);
    expect(readAloud(shared as Activity)).toMatch(/\d/);
    expect(readAloud(shared as Activity)).not.toContain('You asked');
    const actions = submitsOf(shared as Activity).map(
      (data) => (data as { action?: string }).action,
    );
    expect(actions.filter((action) => action !== undefined)).toEqual([]);
  });

  it.each([
    ['group', 'chat'],
    ['channel', 'thread'],
  ] as const)('from a %s is called so', async (scene, where) => {
    const answer = await someone(scene).ask('Revenue by region');
    expect(shareButton(answer)).toBe(where);
  });

  it('twice at the same time posts it once', async () => {
    const grace = someone();
    const answer = await grace.ask('Revenue by region');
    await Promise.all([grace.alone.click(answer, share), grace.alone.click(answer, share)]);
    expect(grace.here.messages()).toHaveLength(2);
    expect(saidIn(grace.own).at(-1)).toMatch(/shared/i);
  });

  it('is nothing that anyone else can do, whatever their client sends', async () => {
    const [grace, mallory] = [someone(), someone()];
    const answer = await grace.ask('Revenue by region');
    const value = submitsOf(answer).find((data) => (data as { action: string }).action === 'share');
    for (const place of [mallory.own, grace.own, grace.place]) {
      const conversation = {
        id: place,
        conversationType: place.startsWith('a:') ? 'personal' : 'channel',
      };
      await bot.post(aCardSubmit({ from: mallory.from, conversation, value }));
    }
    expect(saidIn(grace.place)).toEqual([note, expect.stringMatching(/Only the person who asked/)]);
    expect(saidIn(mallory.own)).toEqual([expect.stringMatching(/Only the person who asked/)]);
  });

  it('is not repeated if nobody knows what became of it', async () => {
    const grace = someone();
    const answer = await grace.ask('Revenue by region');
    bot.connector.faults.next(
      { method: 'POST', path: encodeURIComponent(grace.place) },
      {
        carriedOut: true,
        status: 500,
      },
    );
    await grace.alone.click(answer, share);
    expect(grace.alone.last()).toMatch(/might have shared/);
    await grace.alone.click(answer, share);
    expect(grace.alone.last()).toMatch(/might have shared/);
    expect(grace.here.messages()).toHaveLength(2);
  });

  it('can be tried again after a refusal', async () => {
    const grace = someone();
    const answer = await grace.ask('Revenue by region');
    bot.connector.faults.next(
      { method: 'POST', path: encodeURIComponent(grace.place) },
      {
        status: 403,
        body: { error: { code: 'BotNotInConversationRoster', message: 'gone' } },
      },
    );
    await grace.alone.click(answer, share);
    expect(grace.alone.last()).toMatch(/can’t post in the thread/);
    await grace.alone.click(answer, share);
    expect(grace.alone.last()).toBe('Shared in the thread.');
  });

  it('leaves rating to its asker, in the thread as well', async () => {
    const [grace, bob] = [someone(), someone()];
    const answer = await grace.ask('Revenue by region, shared');
    await grace.alone.click(answer, share);
    const shared = grace.here.messages()[1] as Activity;
    await aPersonAt(bot, grace.place, { scene: 'channel', from: bob.from }).react(shared, 'like');
    const feedback = () =>
      bot.genie.messages().findLast(({ content }) => content.endsWith('shared'))?.feedback;
    expect(feedback()).toBeNull();
    await grace.here.react(shared, 'dislike');
    expect(feedback()).toEqual({ rating: 'NEGATIVE' });
  });
});

describe('a chat that can’t be opened', () => {
  const refusals: [string, number, object?][] = [
    ['without the app', 403, { error: { code: 'ForbiddenOperationException', message: 'no' } }],
    ['without a reason', 403],
    ['of a stranger', 404, { error: { code: 'NotFound', message: 'no' } }],
    ['that is blocked', 403, { error: { code: 'ConversationBlockedByUser', message: 'no' } }],
    ['for a bad request', 400, { error: { code: 'BadSyntax', message: 'no' } }],
  ];
  const refuse = (status: number, body?: object, times = 1_000) => {
    bot.connector.faults.next(
      { method: 'POST', path: /^\/v3\/conversations$/ },
      { status, ...(body && { body }) },
      times,
    );
  };
  const untilIn = async (id: string, state: QuestionState) => {
    while ((await bot.storage.questions.get(id))?.value.state !== state) await wait(20);
  };
  /** The faults are used up for the next test. */
  const relent = async () => {
    const { url } = bot.connector;
    while ((await fetch(`${url}/v3/conversations`, { method: 'POST', body: '{}' })).status >= 400);
  };

  it.each(refusals)(
    '%s is asked for in the line, and the answer comes when it is open',
    async (_what, ...with_) => {
      const grace = someone();
      refuse(...with_, 3);
      await grace.here.write('Revenue by region');
      expect(saidIn(grace.place)).toEqual([expect.stringMatching(/Open a chat with me.*“show”/)]);
      await grace.alone.write('show');
      const answer = await bot.connector.waitFor(() => answersIn(bot.connector, grace.own)[0]);
      expect(readAloud(answer)).toContain('Europe');
      await bot.settled();
      await until(() => saidIn(grace.place)[0] === note);
      expect(answersIn(bot.connector, grace.own)).toHaveLength(1);
      await relent();
    },
  );

  it('is open once the app is installed there', async () => {
    const grace = someone();
    refuse(403, undefined, 3);
    await grace.here.write('Revenue by region');
    await bot.post(
      aConversationUpdate({
        type: 'installationUpdate',
        action: 'add',
        from: grace.from,
        conversation: { id: grace.own, conversationType: 'personal' },
      }),
    );
    await bot.connector.waitFor(() => answersIn(bot.connector, grace.own)[0]);
    await relent();
  });

  it('gives the answer to “show” after 15 minutes as well', async () => {
    const grace = someone();
    refuse(403, undefined, 1_000);
    await grace.here.write('Revenue by region');
    const row = bot.log.findLast(({ event }) => event === 'question.accepted');
    await untilIn(String(row?.['questionId']), 'answered');
    ahead += 16 * minute;
    await untilIn(String(row?.['questionId']), 'failed');
    expect(saidIn(grace.place).join('\n')).not.toContain('Europe');
    expect(readAloud(await grace.alone.hear('show'))).toContain('Europe');
    expect(saidIn(grace.place)).toHaveLength(1);
  }, 40_000);
});
