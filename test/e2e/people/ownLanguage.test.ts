import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGrammar } from '../../../src/texts/grammar.ts';
import { languages } from '../../../src/texts/languages.ts';
import {
  type ActivityOverrides,
  aConversationUpdate,
  teamsUser,
} from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';
import { walkTexts } from '../../texts/walkTexts.ts';

let bot: InProcess;
const statuses = [
  { status: 'ASKING_AI', ms: 1_200 },
  { status: 'COMPLETED', ms: 0 },
];

async function open(env: Record<string, string> = {}): Promise<InProcess> {
  const opened = await openInProcess({ env });
  opened.genie.faults.script(/slowly/, { statuses });
  opened.genie.faults.script(/badly/, {
    error: { type: 'SQL_EXECUTION_EXCEPTION', error: 'no such column' },
  });
  return opened;
}

/** How a client says how its person reads: by its own fields, or by the entity alone. */
const by: Record<string, (locale: string) => ActivityOverrides> = {
  fields: (locale: string): ActivityOverrides => ({ locale }),
  entity: (locale: string) => unsaid(locale) as unknown as ActivityOverrides,
};

/** An activity's own fields are left out of the JSON. */
const unsaid = (locale: string) => ({
  locale: undefined,
  localTimezone: undefined,
  entities: [{ type: 'clientInfo', locale, timezone: 'Europe/Berlin' }],
});

/** Whole sentences of ours that no other language has. */
const englishSentences = walkTexts(languages.en.texts(createGrammar('en', 'en')))
  .filter(({ shows, said }) => shows.length === 0 && said.split(' ').length > 3)
  .map(({ said }) => said);

/** Every text that left for a conversation, in whatever the bot sent: also what was replaced later. */
const sentTo = (place: string) =>
  bot.connector.requests
    .filter(({ path, body }) => path.includes(encodeURIComponent(place)) && body !== undefined)
    .map(({ body }) => readAloud(body as never))
    .join('\n');

const englishIn = (text: string) => englishSentences.filter((sentence) => text.includes(sentence));

describe.each(Object.keys(by))('a German asker, whose client says so by its %s', (way) => {
  const place = `german-${way}`;
  const reads = by[way]?.('de-DE') ?? {};
  const person = () => aPersonAt(bot, place, reads);
  beforeAll(async () => {
    bot = await open();
  });
  afterAll(() => bot.close());

  it('is welcomed, answered, told of failures, and served commands in German', async () => {
    await bot.post(aConversationUpdate({ conversation: { id: place }, ...reads }));
    expect(person().last()).toContain('„hilfe“');
    const answer = await person().ask('Revenue by region slowly');
    expect(readAloud(answer)).toMatch(/Zeilen?\b/);
    await person().write('Revenue badly');
    await bot.connector.waitFor(() => /Fehler-ID/.test(person().last()));
    await person().write('Orders slowly');
    await until(() =>
      bot.genie.messages().find(({ content }) => content.endsWith('Orders slowly')),
    );
    await person().write('abbrechen');
    await bot.connector.waitFor(() => /abgebrochen/i.test(sentTo(place)));
    await bot.settled();
    const commands = ['chatverlauf', 'Hilfe', 'antwort anzeigen', 'info', 'wer bin ich', 'spaces'];
    for (const command of commands) await person().hear(command);
    const german = sentTo(place);
    expect(german).toContain('chatverlauf');
    expect(englishIn(german)).toEqual([]);
    expect(german).not.toMatch(/\d rows\b|Ask next|Ask again|Show SQL|Powered by|Working on it/);
  });

  it('can type the commands in English', async () => {
    const before = sentTo(place).length;
    for (const command of ['history', 'help', 'who am i']) await person().hear(command);
    const said = sentTo(place).slice(before);
    expect(said).toContain('chatverlauf');
    expect(englishIn(said)).toEqual([]);
  });
});

describe('in one channel', () => {
  beforeAll(async () => {
    bot = await open();
  });
  afterAll(() => bot.close());

  it('two people each read their own language', async () => {
    const place = '19:3b5d1c7e9f2a4b6c8d0e@thread.tacv2;messageid=1763712000000';
    const as = (name: string, locale: string) =>
      aPersonAt(bot, place, {
        scene: 'channel',
        locale,
        from: { ...teamsUser, id: `29:${name}`, name },
      });
    const help = async (name: string, locale: string) =>
      readAloud(await as(name, locale).hear('help'));
    expect(await help('Grete', 'de-DE')).toContain('diese Hilfe anzeigen');
    expect(await help('Gaston', 'fr-FR')).toContain('afficher cette aide');
    expect(await help('Grete', 'de-DE')).toContain('diese Hilfe anzeigen');
    const german = await as('Grete', 'de-DE').ask('Revenue by region');
    const french = await as('Gaston', 'fr-FR').ask('Revenue by category');
    expect(readAloud(german)).toMatch(/Zeilen/);
    expect(readAloud(french)).toMatch(/lignes/);
  });
});

describe('where the default is French', () => {
  beforeAll(async () => {
    bot = await open({ DEFAULT_LOCALE: 'fr' });
  });
  afterAll(() => bot.close());

  const helps = {
    fr: 'afficher cette aide',
    pt: 'mostrar esta ajuda',
    en: 'show this help',
    zh: '显示此帮助',
    de: 'diese Hilfe anzeigen',
  };

  it.each<[string | undefined, keyof typeof helps]>([
    [undefined, 'fr'],
    ['', 'fr'],
    ['xx-XX', 'fr'],
    ['it-IT', 'fr'],
    ['zh-TW', 'fr'],
    ['zh-Hant', 'fr'],
    ['zh-HK', 'fr'],
    ['zh-CN', 'zh'],
    ['zh', 'zh'],
    ['zh-Hans-HK', 'zh'],
    ['pt-PT', 'pt'],
    ['pt', 'pt'],
    ['en-IN', 'en'],
    ['en_US', 'en'],
    ['de-u-nu-arab', 'de'],
    ['gsw-CH', 'fr'],
  ])('a client with the locale %j gets %s', async (locale, language) => {
    const person = aPersonAt(bot, `default-${locale}`, { locale, entities: [] } as never);
    expect(readAloud(await person.hear('help'))).toContain(helps[language]);
  });
});
