import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { aCardSubmit, aMessage, anInvoke } from '../support/activities.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';

const topProducts = 'Which products generate the highest total sales value?';

describe.each(['msteams', 'webchat'] as const)('a question from %s', (channelId) => {
  let stage: Stage;
  let bot: Bot;
  beforeAll(async () => {
    stage = await openStage({ connector: { channel: channelId } });
    bot = await stage.startBot();
  });
  afterAll(() => stage.close());

  const from = (text: string, place: string) =>
    aMessage({ channelId, text, serviceUrl: stage.connector.url, conversation: { id: place } });

  /** A click on the card's thumb; Teams has thumbs of its own. */
  const aThumbUp = (answer: Activity, place: string) => {
    const { url: serviceUrl } = stage.connector;
    const at = { channelId, serviceUrl, conversation: { id: place } };
    const replyToId = stage.connector
      .activities(place)
      .find(({ activity }) => activity === answer)?.id;
    if (channelId === 'msteams') {
      const value = { actionName: 'feedback', actionValue: { reaction: 'like' } };
      return anInvoke({
        ...at,
        name: 'message/submitAction',
        value,
        ...(replyToId && { replyToId }),
      });
    }
    const value = submitsOf(answer).find((data) => JSON.stringify(data).includes('POSITIVE'));
    return aCardSubmit({ ...at, value });
  };

  it('is answered with a table, its SQL, suggestions and thumbs', async () => {
    expect(await bot.post(from(topProducts, 'table'))).toBe(200);
    const answer = await stage.connector.waitFor(() => answersIn(stage.connector, 'table')[0]);
    const read = readAloud(answer);
    expect(read).toContain('Quinoa & Kale Bowl');
    expect(read).toMatch(/SELECT .*GROUP BY/s);
    expect(read).toMatch(/\d,\d{3}\.\d\d/);
    expect(submitsOf(answer).length).toBeGreaterThanOrEqual(4);
  });

  it('continues the conversation of the one before', async () => {
    await bot.post(from('Revenue by region', 'follow-up'));
    await stage.connector.waitFor(() => answersIn(stage.connector, 'follow-up')[0]);
    await bot.post(from('only the top 3', 'follow-up'));
    const answer = await stage.connector.waitFor(() => answersIn(stage.connector, 'follow-up')[1]);
    expect(readAloud(answer)).toMatch(/LIMIT 3/);
  });

  it('can be rated, and the thumb reaches Genie for that exact message', async () => {
    await bot.post(from('How many orders are there?', 'thumbs'));
    const answer = await stage.connector.waitFor(() => answersIn(stage.connector, 'thumbs')[0]);
    await bot.post(aThumbUp(answer, 'thumbs'));
    await stage.connector.waitFor(() => stage.genie.messages().some(({ feedback }) => feedback));
    const rated = stage.genie.messages().filter(({ feedback }) => feedback?.rating === 'POSITIVE');
    expect(rated.map(({ content }) => content)).toEqual([
      expect.stringContaining('How many orders are there?'),
    ]);
  });

  it('is asked under the asker’s email address only if the channel vouches for it', async () => {
    const contents = stage.genie.messages().map(({ content }) => content);
    for (const content of contents) {
      if (channelId === 'msteams') expect(content).toMatch(/^\[\S+@\S+\] /);
      else expect(content).not.toContain('@');
    }
  });

  it('stays in its conversation after a restart', async () => {
    await bot.post(from('Revenue by category', 'restart'));
    await stage.connector.waitFor(() => answersIn(stage.connector, 'restart')[0]);
    expect(await bot.stop()).toBe(0);
    bot = await stage.startBot();
    await bot.post(from('only the top 2', 'restart'));
    const answer = await stage.connector.waitFor(() => answersIn(stage.connector, 'restart')[1]);
    expect(readAloud(answer)).toMatch(/LIMIT 2/);
  });

  it('starts a new conversation after a reset', async () => {
    await bot.post(from('Revenue by month', 'reset'));
    await stage.connector.waitFor(() => answersIn(stage.connector, 'reset')[0]);
    await bot.post(from('Reset.', 'reset'));
    await bot.post(from('Revenue by year', 'reset'));
    await stage.connector.waitFor(() => answersIn(stage.connector, 'reset')[1]);
    const starts = stage.genie.requests.filter(({ body }) =>
      /Revenue by (month|year)/.test(JSON.stringify(body)),
    );
    expect(starts.map(({ path }) => path.split('/').at(-1))).toEqual([
      'start-conversation',
      'start-conversation',
    ]);
  });

  it.each([
    ['help', /How to ask/],
    ['INFO', /Answers come from/],
    ['whoami', channelId === 'msteams' ? /Ada Lovelace/ : /You are/],
  ])('isn’t confused with the command %s', async (command, words) => {
    const asked = stage.genie.messages().length;
    await bot.post(from(command, `command-${command}`));
    await stage.connector.waitFor(() =>
      messagesIn(stage.connector, `command-${command}`).some((shown) =>
        words.test(readAloud(shown)),
      ),
    );
    expect(stage.genie.messages()).toHaveLength(asked);
  });
});
