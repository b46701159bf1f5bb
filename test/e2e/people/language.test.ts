import { afterEach, describe, expect, it } from 'vitest';
import { aTeamsPerson } from '../../support/aTeamsPerson.ts';
import { aWebVisitor } from '../../support/aWebVisitor.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';

let bot: InProcess;
afterEach(() => bot.close());

/** The channel is told in which language a message is. */
const languageOfLast = (person: { messages(): { locale?: string }[] }) =>
  person.messages().at(-1)?.locale;
const german = { locale: 'de-DE' };

/** Only what people type says in which language they read. */
function withSilentClients<T extends InProcess>(opened: T): T {
  return {
    ...opened,
    post: ({ locale, localTimezone, entities: _client, ...activity }) =>
      opened.post({
        ...activity,
        ...(activity.text && {
          ...(locale && { locale }),
          ...(localTimezone && { localTimezone }),
        }),
      }),
  };
}

describe('a sign-in', () => {
  const open = async () => {
    const opened = withSilentClients(await openAsPerson({ hasBotToken: true }));
    bot = opened;
    return opened;
  };
  const saysSignedIn = (person: { messages(): { text?: string }[] }) => () =>
    person.messages().find(({ text = '' }) => /Sie sind als .+ angemeldet/.test(text));

  it.each<[string, (bot: AsPerson, person: ReturnType<typeof aTeamsPerson>) => unknown]>([
    ['a code', (_, person) => person.verify(person.pressButton())],
    ['a failure in Teams', (_, person) => person.invoke('signin/failure', { code: 'x' })],
    ['another account', (_, person) => person.exchange(erik)],
  ])('that ends with: %s is answered in the language of the question', async (_, end) => {
    const opened = await open();
    const person = aTeamsPerson(opened, ada);
    await person.write('Revenue by region', german);
    await person.card();
    const before = person.messages().length;
    await end(opened, person);
    await bot.connector.waitFor(() => person.messages()[before]);
    expect(person.messages()[before]).toMatchObject(german);
  });

  it('that began in a channel goes on in the language of the question there', async () => {
    const opened = await open();
    const place = '19:3b5d1c7e9f2a4b6c8d0e@thread.tacv2;messageid=1763712000000';
    const person = aTeamsPerson(opened, ada, { scene: 'channel', place });
    await person.write('Revenue by region', german);
    await person.card();
    await person.verify(person.pressButton());
    const own = aTeamsPerson(opened, ada);
    const said = await bot.connector.waitFor(saysSignedIn(own));
    expect(said).toMatchObject(german);
  });

  it('that the page’s own event ends is answered in the language of the question', async () => {
    const opened = await open();
    const visitor = aWebVisitor(opened, 'dl_ada');
    await visitor.write('Revenue by region', german);
    await visitor.card();
    visitor.signInOnBoundPage(ada);
    await visitor.sendEvent();
    const said = await bot.connector.waitFor(saysSignedIn(visitor));
    expect(said).toMatchObject(german);
  });
});

describe('what isn’t a message', () => {
  it('is answered in the language of the latest question', async () => {
    bot = withSilentClients(await openInProcess());
    const person = aPersonAt(bot, 'thumbs');
    await person.write('Umsatz nach Region', { locale: 'fr-FR' });
    await bot.connector.waitFor(() => person.answers()[0]);
    await bot.settled();
    await person.write('Umsatz nach Region', german);
    const answer = await bot.connector.waitFor(() => person.answers()[1]);
    await bot.settled();
    bot.genie.faults.next({ path: /feedback$/ }, { status: 403, body: {} });
    await person.react(answer, 'like');
    expect(person.last()).toMatch(/konnte nicht an Genie gesendet werden/);
    expect(languageOfLast(person)).toBe('de-DE');
    await person.react({ type: 'message' }, 'like');
    expect(person.last()).toMatch(/^Das kann nur die Person, die gefragt hat/);
    expect(languageOfLast(person)).toBe('de-DE');
  });

  it('is answered all the same where nothing is known', async () => {
    bot = withSilentClients(await openInProcess());
    const person = aPersonAt(bot, 'nothing');
    await person.react({ type: 'message' }, 'like');
    expect(person.messages()).toHaveLength(1);
    expect(languageOfLast(person)).toBeUndefined();
  });
});

it('a click without a language is answered in that of its question', async () => {
  bot = withSilentClients(await openInProcess());
  const person = aPersonAt(bot, 'click', { scene: 'webchat' });
  await person.write('Revenue by region', german);
  const answer = await bot.connector.waitFor(() => person.answers()[0]);
  await bot.settled();
  await person.click(answer, { action: 'rate', rating: 'POSITIVE' });
  expect(languageOfLast(person)).toBe('de-DE');
});
