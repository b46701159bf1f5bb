import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';

const channels = ['msteams', 'webchat'] as const;

/** The chart of an answer: a Teams element, or a picture. */
function chartsOf(activity: Activity): string[] {
  const found = JSON.stringify(activity).matchAll(/"type":"(Chart\.\w+|Image)"/g);
  return [...found].map(([, type]) => type ?? '');
}

/** What is visible at first: the chart or the rows of the first table. */
function firstShown(activity: Activity): string | undefined {
  return /"id":"(chart|rows)0","isVisible":true/.exec(JSON.stringify(activity))?.[1];
}

describe.each(channels)('an answer with a chart in %s', (channelId) => {
  const [line, bars, donut] =
    channelId === 'msteams'
      ? ['Chart.Line', 'Chart.HorizontalBar', 'Chart.Donut']
      : ['Image', 'Image', 'Image'];
  let bot: InProcess;
  beforeAll(async () => {
    bot = await openInProcess({ connector: { channel: channelId } });
  });
  afterAll(() => bot.close());

  it('shows a line chart for data over time', async () => {
    const answer = await aPersonAt(bot, 'line', { channelId }).ask('Show me revenue by month');
    expect(chartsOf(answer)).toEqual([line]);
    expect(firstShown(answer)).toBe('chart');
    // The answer's text says figures, so those of the chart aren't shown; screen readers have them.
    expect(JSON.stringify(answer)).toMatch(
      /"(?:title|altText)":"[^"]*Highest: [\d,.]+ \(\w+ \d{4}\)/,
    );
  });

  it('is shown as another chart if its asker types so, without asking Genie', async () => {
    const ada = aPersonAt(bot, 'wish', { channelId });
    const first = await ada.ask('Revenue by region');
    expect(chartsOf(first)).toEqual([bars]);
    const asked = bot.genie.messages().length;

    expect(chartsOf(await ada.ask('as a pie chart'))).toEqual([donut]);
    expect(firstShown(await ada.ask('As a table.'))).toBe('rows');
    expect(chartsOf(await ada.ask('as a line chart'))).toEqual([line]);
    expect(bot.genie.messages()).toHaveLength(asked);
    expect(ada.messages()).toContain(first);
  });

  it('can’t be shown as a chart that its data doesn’t fit, and the bot says so', async () => {
    const ada = aPersonAt(bot, 'unfit', { channelId });
    await ada.ask('How many orders are there?');
    const { text } = await ada.hear('as a bar chart');
    expect(text).toMatch(/can’t show your last answer as a bar chart/);
  });

  it('belongs to its asker: the same words from someone else are a question', async () => {
    await aPersonAt(bot, 'shared', { channelId }).ask('Revenue by region');
    const asked = bot.genie.messages().length;
    const from = { id: channelId === 'msteams' ? '29:someone-else' : 'dl_someone_else' };
    await aPersonAt(bot, 'shared', { channelId, from }).write('as a table');
    await bot.connector.waitFor(() => bot.genie.messages().length > asked);
  });
});

it('with charts off, an answer has only its table, and “as a pie” is a question', async () => {
  const bot = await openInProcess({ env: { ENABLE_CHARTS: 'false' } });
  const ada = aPersonAt(bot, 'off');
  expect(chartsOf(await ada.ask('Revenue by region'))).toEqual([]);
  await ada.write('as a pie');
  await bot.connector.waitFor(() => bot.genie.messages().length === 2);
  await bot.settled();
  await bot.close();
});
