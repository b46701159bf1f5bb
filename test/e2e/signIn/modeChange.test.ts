import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, openAsPerson } from '../../support/openAsPerson.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { openLink } from '../../support/openLink.ts';
import { linksOf, readAloud } from '../../support/shownTo.ts';

const exports = { PUBLIC_BASE_URL: 'http://localhost:1' };

let first: AsPerson;
/** The instance that works now. */
let bot: InProcess;
beforeEach(async () => {
  first = await openAsPerson({ hasBotToken: true, env: exports });
  bot = first;
});
afterEach(async () => {
  await bot.close();
  await first.close();
});

/** The same bot, started again with another mode. */
async function restart(mode: 'bot' | 'person'): Promise<InProcess> {
  await bot.settled();
  await bot.stop();
  const env = { ...exports, GENIE_IDENTITY: mode, BOT_TOKEN_SERVICE_URL: first.tokens.url };
  bot = await openInProcess({ after: first, env });
  return bot;
}

/** The same person, who writes to another instance. */
function at(bot: InProcess): TeamsPerson {
  return aTeamsPerson({ ...first, ...bot }, ada);
}

const conversations = () => first.genie.messages().map(({ conversationId }) => conversationId);
const linkIn = (person: TeamsPerson) =>
  person
    .messages()
    .flatMap(linksOf)
    .findLast((url) => url.includes('/export')) ?? '';

describe('from asking as a person to asking as the bot', () => {
  it('a conversation is replaced, which the next answer says', async () => {
    const person = aTeamsPerson(first, ada);
    await person.signIn();
    await person.ask('Revenue by region');
    const later = at(await restart('bot'));
    const answer = await later.ask('Revenue by product');
    expect(readAloud(answer)).toMatch(/new conversation/i);
    expect(new Set(conversations()).size).toBe(2);
    expect(readAloud(await later.ask('Revenue by month'))).not.toMatch(/new conversation/i);
  });

  it('the bot doesn’t show, rate, continue or delete what a person asked', async () => {
    const person = aTeamsPerson(first, ada);
    await person.signIn();
    const answer = await person.ask('Revenue by product and month');
    await person.click(answer, { action: 'export' });
    const link = linkIn(person);
    await person.hear('reset');
    const history = await person.hear('history');
    const later = at(await restart('bot'));
    const before = first.genie.requests.length;
    const from = later.messages().length;
    await later.click(answer, { action: 'page' });
    await later.hear('show');
    await later.hear('sql');
    await later.click(history, { action: 'continue' });
    await later.click(history, { action: 'delete' });
    await later.react(answer, 'like');
    const { status, text } = await openLink(bot, link);
    await bot.settled();
    const used = first.genie.requests
      .slice(before)
      .filter(({ path }) => /conversations\//.test(path));
    expect(used).toEqual([]);
    const said = later.messages().slice(from).map(readAloud);
    expect(said.join('\n')).not.toMatch(/SELECT|20\d\d-\d\d/);
    expect(said.every((each) => /no longer|new|changed/i.test(each))).toBe(true);
    expect(status).toBe(404);
    expect(text).toMatch(/no longer available/);
  });
});

describe('from asking as the bot to asking as a person', () => {
  it('a conversation is replaced, which the next answer says, and the old answer’s buttons have words', async () => {
    const person = at(await restart('bot'));
    const answer = await person.ask('Revenue by product and month');
    await person.click(answer, { action: 'export' });
    const link = linkIn(person);
    const later = at(await restart('person'));
    await later.signIn();
    const before = first.genie.requests.length;
    const from = later.messages().length;
    await later.click(answer, { action: 'page' });
    await later.react(answer, 'like');
    expect(await openLink(bot, link)).toMatchObject({ status: 404 });
    const said = later.messages().slice(from).map(readAloud);
    expect(said.join('\n')).toMatch(/no longer|new|changed/i);
    expect(said.join('\n')).not.toMatch(/20\d\d-\d\d/);
    expect(first.genie.requests).toHaveLength(before);
    expect(readAloud(await later.ask('Revenue by region'))).toMatch(/new conversation/i);
    expect(first.callersOf(/./).at(-1)).toBe(ada.name);
  });
});
