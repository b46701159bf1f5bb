import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
  const statuses = [
    { status: 'ASKING_AI', ms: 600 },
    { status: 'COMPLETED', ms: 0 },
  ];
  bot.genie.faults.script(/slowly/, { statuses });
});
afterAll(() => bot.close());

/** The texts that were sent to a place, in order, each change of a message included. */
const sentTo = (place: string) =>
  bot.connector.requests
    .filter(({ method, path }) => method !== 'GET' && path.includes(`/${place}/`))
    .map(({ body }) => readAloud(body as Parameters<typeof readAloud>[0]))
    .filter((text) => text !== '');
const asked = (text: string) => bot.genie.messages().some(({ content }) => content.endsWith(text));

it.each(['personal', 'webchat'] as const)(
  'a question behind another says from the start that it waits, once, and then gets its answer: %s',
  async (scene) => {
    const place = `waits-${scene}`;
    const ada = aPersonAt(bot, place, { scene });
    await ada.write(`Revenue by region slowly ${scene}`);
    await until(() => asked(`slowly ${scene}`));
    const before = sentTo(place).length;
    await ada.write(`Revenue by month ${scene}`);
    await bot.connector.waitFor(() => ada.answers()[1]);
    const since = sentTo(place).slice(before);
    const waiting = since.filter((text) => /Waiting for your earlier question/.test(text));
    expect(waiting).toHaveLength(1);
    // Not before it is asked, which Genie's own statuses show.
    const sent = since.findIndex((text) => text.startsWith('Sent to Genie'));
    expect(sent === -1 || sent > since.indexOf(waiting[0] ?? '')).toBe(true);
    expect(since.filter((text) => text.startsWith('On it'))).toEqual([]);
  },
);

it('a question after another was answered begins without a word about that one', async () => {
  const ada = aPersonAt(bot, 'no-wait');
  await ada.ask('Revenue by region');
  await ada.ask('Revenue by month');
  const texts = sentTo('no-wait');
  expect(texts.filter((text) => text === 'On it …')).toHaveLength(2);
  expect(texts.filter((text) => /earlier question/.test(text))).toEqual([]);
});

it('if that couldn’t be said, it is said again', async () => {
  const ada = aPersonAt(bot, 'unsaid');
  await ada.write('Revenue by region slowly unsaid');
  await until(() => asked('slowly unsaid'));
  const match = { method: 'POST', path: 'unsaid' } as const;
  bot.connector.faults.next(match, { status: 502 });
  await ada.write('Revenue by month unsaid');
  await bot.connector.waitFor(
    () => sentTo('unsaid').filter((text) => /Waiting for your earlier question/.test(text))[1],
  );
  await bot.connector.waitFor(() => ada.answers()[1]);
});
