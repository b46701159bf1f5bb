import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConversationUpdate, aMessage, teamsUser, webChatUser } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

const greetingsIn = (place: string) => messagesIn(bot.connector, place);

describe.each(['personal', 'webchat', 'channel'] as const)('the welcome in %s', (scene) => {
  const opened = (id: string, more = {}) =>
    bot.post(aConversationUpdate({ scene, conversation: { id }, ...more }));

  it('says what to ask about, suggests the space’s questions, and mentions the help', async () => {
    const place = `welcome-${scene}`;
    expect((await opened(place)).status).toBe(200);
    const [greeting] = greetingsIn(place);
    const read = readAloud(greeting ?? { type: '' });
    expect(read).toMatch(/^Hi!\nAsk me about “Sales”/);
    expect(read).toContain('Which products generate the highest total sales value?');
    expect(read).toContain('“help”');
    expect(read.split('\n').length).toBeLessThan(12);
    expect(submitsOf(greeting ?? { type: '' }).length).toBeGreaterThan(2);
  });

  it('comes once to a person in a place, however often it is opened or delivered', async () => {
    const place = `once-${scene}`;
    await Promise.all([opened(place), opened(place)]);
    await opened(place);
    expect(greetingsIn(place)).toHaveLength(1);
  });

  it('doesn’t greet when someone else joins or leaves', async () => {
    const place = `others-${scene}`;
    await opened(place, { membersAdded: [{ id: 'someone' }] });
    await opened(place, { membersAdded: undefined, membersRemoved: [{ id: 'someone' }] });
    expect(greetingsIn(place)).toEqual([]);
  });
});

describe('where Teams tells the bot only of messages that mention it', () => {
  it.each(['group', 'channel'] as const)('the greeting and the help say so: %s', async (scene) => {
    const id = `mention-${scene}`;
    const conversationType = scene === 'group' ? 'groupChat' : 'channel';
    const conversation = { id, conversationType, isGroup: true };
    await bot.post(aConversationUpdate({ scene, conversation }));
    await bot.post(aMessage({ scene, text: 'help', conversation }));
    const said = greetingsIn(id).map(readAloud);
    expect(said).toHaveLength(2);
    for (const words of said) expect(words).toMatch(/Begin each message with @Genie\./);
  });

  it.each(['personal', 'webchat'] as const)('and nowhere else: %s', async (scene) => {
    const conversation = { id: `mention-${scene}` };
    await bot.post(aConversationUpdate({ scene, conversation }));
    await bot.post(aMessage({ scene, text: 'help', conversation }));
    const said = greetingsIn(`mention-${scene}`).map(readAloud).join('\n');
    expect(said).not.toMatch(/Begin each message/);
  });
});

describe('when the bot is installed', () => {
  // One person can't have that much done in a minute.
  const added = (id: string) =>
    aConversationUpdate({ conversation: { id }, from: { id: `29:${id}` } });
  const installed = (id: string, action = 'add') => ({
    ...added(id),
    type: 'installationUpdate',
    membersAdded: undefined as never,
    action,
  });

  it.each([
    ['the installation alone', [installed]],
    ['the installation first', [installed, added]],
    ['the installation last', [added, installed]],
    ['everything twice', [installed, added, added, installed]],
  ])('people are greeted once: %s', async (name, activities) => {
    const id = encodeURIComponent(name);
    for (const activity of activities) await bot.post(activity(id));
    expect(greetingsIn(id)).toHaveLength(1);
    const together = `${id}-together`;
    await Promise.all(activities.map((activity) => bot.post(activity(together))));
    expect(greetingsIn(together)).toHaveLength(1);
  });

  it('people are greeted once though the two activities name the person differently', async () => {
    const from = { id: '29:named', name: 'Ada' };
    await bot.post({ ...installed('named'), from });
    await bot.post({ ...added('named'), from: { ...from, aadObjectId: 'ada' } });
    expect(greetingsIn('named')).toHaveLength(1);
  });

  it('people are greeted again after another person removed the bot', async () => {
    await bot.post(added('removed-by-bob'));
    await bot.post({ ...installed('removed-by-bob', 'remove'), from: { id: '29:bob-removes' } });
    await bot.post(added('removed-by-bob'));
    expect(greetingsIn('removed-by-bob')).toHaveLength(2);
  });

  it('again, the installation alone is enough', async () => {
    await bot.post(added('reinstalled'));
    await bot.post(installed('reinstalled', 'remove'));
    await bot.post(installed('reinstalled'));
    expect(greetingsIn('reinstalled')).toHaveLength(2);
  });

  it.each(['add-upgrade', 'remove', 'remove-upgrade', 'other', ''])(
    'nobody is greeted by the action %j',
    async (action) => {
      await bot.post(installed(`installed-${action}`, action));
      expect(greetingsIn(`installed-${action}`)).toEqual([]);
    },
  );
});

it('greets each of two people who open the same place', async () => {
  const at = { scene: 'webchat', conversation: { id: 'both' } } as const;
  await bot.post(aConversationUpdate({ ...at, from: webChatUser }));
  await bot.post(aConversationUpdate({ ...at, from: { id: 'dl_other' } }));
  expect(greetingsIn('both')).toHaveLength(2);
});

it('greets again after the bot was removed and reinstalled, but not after an upgrade', async () => {
  const at = { scene: 'personal', conversation: { id: 'back' }, from: teamsUser } as const;
  const opened = () => bot.post(aConversationUpdate(at));
  const installation = (action: string) =>
    bot.post(
      aConversationUpdate({
        ...at,
        type: 'installationUpdate',
        membersAdded: undefined as never,
        action,
      } as never),
    );
  await opened();
  expect((await installation('remove-upgrade')).status).toBe(200);
  expect((await installation('add-upgrade')).status).toBe(200);
  await opened();
  expect(greetingsIn('back')).toHaveLength(1);
  await installation('remove');
  await installation('add');
  await opened();
  expect(greetingsIn('back')).toHaveLength(2);
});

it('greets with the questions from the settings while Genie can’t be reached', async () => {
  const alone = await openInProcess({
    env: { DATABRICKS_HOST: 'http://127.0.0.1:9', SAMPLE_QUESTIONS: 'How is business?' },
  });
  await alone.post(aConversationUpdate({ conversation: { id: 'alone' } }));
  const [greeting] = messagesIn(alone.connector, 'alone');
  expect(readAloud(greeting ?? { type: '' })).toContain('How is business?');
  await alone.close();
});
