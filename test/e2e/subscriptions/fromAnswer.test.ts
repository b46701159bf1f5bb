import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { aCardSubmit } from '../../support/activities.ts';
import { endedRuns, press, subscriptionsIn } from '../../support/aSubscriber.ts';
import { closeAfterEach } from '../../support/closeAfterEach.ts';
import { openAt, type Timed } from '../../support/openAt.ts';
import type { InProcessOptions } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

/** A Friday; nine o’clock in Berlin is 8:00 in UTC. */
const before = '2026-11-27T07:30:00Z';
const due = '2026-11-27T08:00:01Z';
const nextDue = '2026-11-30T08:00:01Z';

const closing = closeAfterEach();

async function open(options: InProcessOptions = {}): Promise<Timed> {
  return closing(await openAt(before, options));
}

interface Choice {
  title: string;
  value: string;
}

/** The choices of a field in a form. */
function choicesOf(form: Activity, id: string): Choice[] {
  const text = JSON.stringify(form.attachments);
  const at = text.indexOf(`"id":"${id}"`);
  if (at < 0) return [];
  const find = (value: unknown): Choice[] | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const { id: found, choices } = value as { id?: string; choices?: Choice[] };
    if (found === id) return choices;
    return Object.values(value)
      .map(find)
      .find((each) => each !== undefined);
  };
  return find(form.attachments) ?? [];
}

/** Asks, and opens the form to subscribe to the answer. */
async function openForm(bot: Timed, question = 'Revenue by region') {
  const ada = aPersonAt(bot, 'a:ada');
  const answer = await ada.ask(question);
  const form = await press(bot, ada, answer, { action: 'subscribe-form' });
  const figureFor = (row: string) =>
    choicesOf(form, 'figure').find(({ title }) => title.includes(row))?.value;
  return { ada, answer, form, figureFor };
}

const weekdays = { action: 'subscribe', every: 'weekday', time: '09:00' };

describe('subscribing to an answer', () => {
  it('takes its question, and says when it comes next', async () => {
    const bot = await open();
    const { ada, form } = await openForm(bot);
    expect(readAloud(form)).toContain('Revenue by region');
    const confirmed = await press(bot, ada, form, { ...weekdays, only: 'always' });
    expect(readAloud(confirmed)).toContain('You’re subscribed');
    expect(readAloud(confirmed)).toMatch(/Next: Friday,? 27 November 2026 at 0?9:00/);
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => ada.answers()[1]);
    expect(readAloud(answer)).toContain('Europe');
  });

  it.each([
    [{ every: 'day', time: '18:45' }, /Every day.* 18:45/],
    [{ every: '1', time: '8:00' }, /Every Monday.* 0?8:00/],
    [{ every: 'month', time: '07:30:00' }, /Every 1st.* 0?7:30/],
    [{ every: 'last', time: '00:00' }, /Every last day.* 0?0:00/],
  ])('at %j is %s', async (fields, words) => {
    const bot = await open();
    const { ada, form } = await openForm(bot);
    const said = await press(bot, ada, form, { action: 'subscribe', ...fields });
    expect(readAloud(said)).toMatch(words);
  });

  it.each([
    [{ every: 'day', time: 'noon' }, 'I don’t know the time “noon”'],
    [{ every: 'day', time: '24:00' }, 'I don’t know the time “24:00”'],
    [{ every: 'day' }, 'Please choose a time'],
    [{ every: 'sometimes', time: '9:00' }, '“sometimes”'],
    [{ ...weekdays, only: 'above', amount: '5' }, 'Please choose the figure'],
    [{ ...weekdays, only: 'above', figure: 'made-up', amount: '5' }, 'Please choose the figure'],
    [{ ...weekdays, only: 'sometimes' }, 'Please choose'],
  ])('refuses %j', async (fields, words) => {
    const bot = await open();
    const { ada, form } = await openForm(bot);
    const refused = await press(bot, ada, form, { action: 'subscribe', ...fields });
    expect(readAloud(refused)).toContain(words);
    expect(readAloud(await ada.hear('subscriptions'))).toContain('You have no subscriptions');
  });

  it.each([
    ['above', undefined, 'Please type the amount as a number'],
    ['above', 'many', 'Please type the amount as a number'],
    ['below', '1,000', 'Please type the amount as a number'],
    ['moved', '0', 'a number above 0'],
    ['moved-percent', '-5', 'a number above 0'],
    ['moved', '1e3', 'a number above 0'],
  ])('refuses a figure that is %s %s', async (only, amount, words) => {
    const bot = await open();
    const { ada, form, figureFor } = await openForm(bot);
    const fields = { ...weekdays, only, figure: figureFor('Europe'), amount };
    expect(readAloud(await press(bot, ada, form, fields))).toContain(words);
  });

  it('is for its asker alone', async () => {
    const bot = await open();
    const place = '19:g@thread.v2';
    const ada = aPersonAt(bot, place, { scene: 'group' });
    const from = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b' };
    const bobs = aPersonAt(bot, place, { scene: 'group', from });
    const answer = await ada.ask('Revenue by region');
    const refused = await press(bot, bobs, answer, { action: 'subscribe-form' });
    expect(readAloud(refused)).toContain('Only the person who asked');
  });
});

describe('a condition', () => {
  it('that is met brings the answer, with the figure in words', async () => {
    const bot = await open();
    const { ada, form, figureFor } = await openForm(bot);
    const fields = { ...weekdays, only: 'above', figure: figureFor('Europe'), amount: '1000' };
    const confirmed = await press(bot, ada, form, fields);
    expect(readAloud(confirmed)).toMatch(/Only if .*“Europe”.* is above .*1,000/);
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => ada.answers()[1]);
    expect(readAloud(answer)).toMatch(/“Europe” is .*1,396,933.*, which is above .*1,000/);
  });

  it.each([
    ['below', '1000'],
    ['above', '99999999'],
    // Compared with the answer that was subscribed to.
    ['moved', '1'],
    ['moved-percent', '0.1'],
  ])('that isn’t met brings nothing: %s %s', async (only, amount) => {
    const bot = await open();
    const { ada, form, figureFor } = await openForm(bot);
    await press(bot, ada, form, { ...weekdays, only, figure: figureFor('Europe'), amount });
    const count = bot.connector.activities('a:ada').length;
    bot.goTo(due);
    await endedRuns(bot, 1);
    bot.goTo(nextDue);
    await endedRuns(bot, 2);
    expect(bot.connector.activities('a:ada')).toHaveLength(count);
    expect(bot.genie.messages()).toHaveLength(3);
    expect(readAloud(await ada.hear('show'))).toContain('Revenue by region');
  });

  it('is told apart from a table of another shape', async () => {
    const bot = await open();
    const { ada, form, figureFor } = await openForm(bot);
    const fields = { ...weekdays, only: 'above', figure: figureFor('Europe'), amount: '1' };
    await press(bot, ada, form, fields);
    bot.genie.faults.script('Revenue by region', {
      attachments: [{ text: { content: 'Nothing was sold.' } }],
    });
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => ada.answers()[1]);
    expect(readAloud(answer)).toContain('Nothing was sold.');
    expect(readAloud(answer)).toContain('couldn’t check your condition');
  });

  it('can be changed, and taken away', async () => {
    const bot = await open();
    const { ada, form, figureFor } = await openForm(bot);
    const fields = { ...weekdays, only: 'above', figure: figureFor('Europe'), amount: '99999999' };
    const confirmed = await press(bot, ada, form, fields);
    const change = await press(bot, ada, confirmed, { action: 'change-form' });
    const below = { action: 'change', only: 'below', figure: 'keep', amount: '99999999' };
    expect(readAloud(await press(bot, ada, change, below))).toMatch(/“Europe”.* is below/);
    const always = { action: 'change', only: 'always' };
    expect(readAloud(await press(bot, ada, change, always))).not.toContain('Only if');
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => ada.answers()[1]);
    expect(subscriptionsIn(answer)).toEqual(subscriptionsIn(confirmed));
  });
});

describe('what is suggested below an answer of a subscription', () => {
  it('goes on in its conversation, whatever its owner talks about meanwhile', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear('subscribe every weekday at 9:00: Revenue by region');
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => ada.answers()[0]);
    await endedRuns(bot, 1);
    await bot.settled();
    await ada.write('reset');
    await ada.ask('Orders by month');
    await ada.click(answer, { action: 'follow' });
    await bot.connector.waitFor(() => ada.answers()[2]);
    const [run, other, followed] = bot.genie
      .messages()
      .toSorted((one, two) => one.createdAt - two.createdAt);
    expect(followed?.conversationId).toBe(run?.conversationId);
    expect(other?.conversationId).not.toBe(run?.conversationId);
  });

  it('is a question of their own for everyone else who reads it', async () => {
    const bot = await open();
    const group = '19:group@thread.v2';
    const ada = aPersonAt(bot, group, { scene: 'group' });
    await ada.hear('subscribe every weekday at 9:00: Revenue by region');
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => ada.answers()[0]);
    await endedRuns(bot, 1);
    const from = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b00000-0000-4000-8000-000000000001' };
    const bob = aPersonAt(bot, group, { scene: 'group', from });
    await bob.click(answer, { action: 'follow' });
    await bot.connector.waitFor(() => ada.answers()[1]);
    const conversations = bot.genie.messages().map(({ conversationId }) => conversationId);
    expect(new Set(conversations).size).toBe(2);
  });

  it('has the limit of what is typed, whatever answer a click names', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    for (let click = 0; click < 40; click += 1) {
      await bot.post(
        aCardSubmit({
          conversation: { id: 'a:ada', conversationType: 'personal' },
          value: { action: 'follow', answer: 'forged', question: `Orders ${click}` },
        }),
      );
    }
    await bot.settled();
    expect(bot.genie.messages().length).toBeLessThanOrEqual(20);
    expect(ada.messages().length).toBeLessThan(40);
  });

  it('is asked once, however often the click is delivered', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    await ada.hear('subscribe every weekday at 9:00: Revenue by region');
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => ada.answers()[0]);
    await endedRuns(bot, 1);
    const value = submitsOf(answer).find((data) => isFollow(data));
    const activity = aCardSubmit({
      conversation: { id: 'a:ada', conversationType: 'personal' },
      value,
    });
    await Promise.all([bot.post(activity), bot.post(activity)]);
    await bot.connector.waitFor(() => ada.answers()[1]);
    await bot.settled();
    await ada.write('reset');
    await bot.post(activity);
    await bot.settled();
    expect(ada.answers()).toHaveLength(2);
    // Nor does it bring back what its owner has left since.
    await ada.ask('Orders by month');
    const asked = bot.genie.messages();
    expect(asked).toHaveLength(3);
    const other = asked.find(({ content }) => content.endsWith('Orders by month'));
    const conversations = asked.filter((each) => each !== other);
    expect(conversations.map((each) => each.conversationId)).not.toContain(other?.conversationId);
  });
});

function isFollow(data: unknown): boolean {
  return (data as { action: string }).action === 'follow';
}
