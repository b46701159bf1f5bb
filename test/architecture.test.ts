import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, readImports, root } from './support/readImports.ts';

const sources = globSync('{functions,src,local}/**/*.ts', { cwd: root });
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const imports = sources.flatMap(readImports);

/** A room is a folder: `questions/life`. The files directly in `src` put the app together: `app`. */
function roomOf(path: string): string {
  const folder = dirname(path);
  return folder === 'src' ? 'app' : folder.replace(/^src\//, '');
}

interface Rule {
  /** Rooms, or single files of them, whose values a room may use; their types as well. */
  uses?: string[];
  /** Rooms, or single files of them, of which it may know the types only. */
  knows?: string[];
  /** Packages of npm, even if for their types alone; Node's own modules are open to all. */
  packages?: string[];
}

/** Bot rooms build on these; none of them knows the Bot Framework SDK. */
const botBase = [
  'bot',
  'cards/parts',
  'cards/signIn',
  'common',
  'questions',
  'questions/answered',
  'questions/chats',
];

/** The texts of a language that are kept beside the same texts of the others. */
const languageParts = [
  'texts',
  'texts/guide',
  'texts/pageErrors',
  'texts/schedules',
  'texts/subscriptions',
  'texts/transcript',
];

const rules: Record<string, Rule> = {
  common: { packages: ['p-retry'] },

  genie: { uses: ['common', 'genie/http', 'genie/wire'], packages: ['zod'] },
  'genie/http': {
    uses: ['common', 'genie/errors.ts', 'genie/missingAccess.ts', 'genie/wire/omitUndefined.ts'],
    knows: ['genie/tokenSource.ts'],
    packages: ['zod'],
  },
  'genie/wire': { uses: ['genie/errors.ts'], knows: ['genie/types.ts'], packages: ['zod'] },

  'genie/agent': {
    uses: ['common', 'genie/errors.ts', 'genie/http', 'genie/wire'],
    knows: ['genie/types.ts'],
    packages: ['zod'],
  },

  secrets: {
    uses: ['common', 'genie/errors.ts', 'genie/http'],
    knows: ['genie/tokenSource.ts'],
    packages: ['@azure/identity', '@azure/keyvault-secrets', 'zod'],
  },

  signIn: {
    uses: [
      'common',
      'genie/errors.ts',
      'genie/http/parseHost.ts',
      'questions',
      'questions/signIns',
      'secrets/fetchOAuthJson.ts',
    ],
    knows: ['genie/tokenSource.ts'],
    packages: ['zod'],
  },

  texts: {
    uses: [
      'common',
      'texts/de',
      'texts/en',
      'texts/es',
      'texts/fr',
      'texts/ja',
      'texts/personPhrases',
      'texts/ptBr',
      'texts/schedulePhrases',
      'texts/zhHans',
    ],
  },
  'texts/de': { uses: languageParts },
  'texts/en': {
    uses: languageParts,
    knows: ['answers/missingRows.ts', 'common', 'genie'],
  },
  'texts/es': { uses: languageParts },
  'texts/fr': { uses: languageParts },
  'texts/guide': {},
  'texts/ja': { uses: languageParts },
  'texts/pageErrors': { uses: ['texts'] },
  'texts/personPhrases': { uses: ['texts'] },
  'texts/ptBr': { uses: languageParts },
  'texts/schedulePhrases': { uses: ['texts'] },
  'texts/schedules': { uses: ['texts'] },
  'texts/subscriptions': { uses: ['texts'] },
  'texts/transcript': {},
  'texts/zhHans': { uses: languageParts },

  markdown: { uses: ['common'], packages: ['marked'] },

  answers: {
    uses: ['answers/cells', 'answers/names', 'answers/sources', 'answers/text', 'common'],
    knows: ['genie/types.ts'],
  },
  'answers/text': { uses: ['markdown'], knows: ['answers/answer.ts'], packages: ['marked'] },
  'answers/cells': { knows: ['answers/answer.ts'] },
  'answers/figures': { uses: ['answers', 'answers/text', 'common'] },
  'answers/names': { uses: ['common'] },
  'answers/sources': { knows: ['answers/answer.ts'] },
  charts: { uses: ['answers', 'common'], packages: ['echarts'] },

  schedule: { uses: ['common', 'schedule/words', 'texts'] },
  'schedule/words': { uses: ['common'], knows: ['schedule', 'texts'] },

  questions: {
    uses: ['common'],
    knows: ['answers', 'answers/figures', 'genie/types.ts', 'schedule'],
  },
  'questions/answered': {
    uses: ['common', 'questions', 'questions/ownChat'],
    knows: ['genie/types.ts'],
  },
  'questions/ownChat': { uses: ['common', 'questions'], knows: ['questions/ownership'] },
  'questions/pace': { uses: ['common', 'questions', 'questions/sessions'] },
  'questions/sessions': { uses: ['common', 'questions', 'questions/answered'] },
  'questions/signIns': { uses: ['questions', 'questions/ownership'] },
  'questions/ownership': { uses: ['common', 'questions', 'questions/sessions'] },
  'questions/subscriptions': {
    uses: [
      'answers/figures',
      'common',
      'questions',
      'questions/chats',
      'questions/ownership',
      'questions/subscriptions/outcomes',
      'schedule',
    ],
    knows: ['answers'],
  },
  'questions/subscriptions/outcomes': { uses: ['questions', 'schedule'], knows: ['common'] },
  'questions/steps': {
    uses: ['common', 'genie/errors.ts', 'questions', 'questions/ownership', 'questions/pace'],
    knows: ['genie/types.ts'],
  },
  'questions/life': {
    uses: [
      'common',
      'genie/errors.ts',
      'questions',
      'questions/ownChat',
      'questions/ownership',
      'questions/pace',
      'questions/sessions',
      'questions/signIns',
      'questions/steps',
      'questions/subscriptions',
      'schedule',
    ],
    knows: ['answers', 'genie/types.ts'],
  },
  'questions/chats': {
    uses: ['common', 'questions', 'questions/answered', 'questions/sessions'],
    knows: ['answers'],
  },
  'questions/deletedChats': {
    uses: [
      'common',
      'questions',
      'questions/answered',
      'questions/chats',
      'questions/life',
      'questions/sessions',
      'questions/subscriptions',
    ],
  },
  'questions/upkeep': {
    uses: ['questions', 'questions/deletedChats', 'questions/pace', 'questions/subscriptions'],
  },

  serving: {
    uses: [
      'common',
      'genie/errors.ts',
      'genie/http',
      'genie/wire/omitUndefined.ts',
      'serving/reply',
    ],
    knows: ['answers', 'genie/tokenSource.ts', 'genie/types.ts', 'questions/ports.ts'],
    packages: ['zod'],
  },
  'serving/reply': {
    knows: ['answers', 'questions/ports.ts', 'serving/types.ts'],
    packages: ['zod'],
  },

  gateway: {
    uses: ['answers', 'answers/text/ownRows.ts', 'common', 'genie', 'genie/http', 'questions'],
    knows: ['exports/wholeTable.ts', 'genie/wire', 'serving'],
    packages: ['csv-parse', 'zod'],
  },

  'gateway/agent': {
    uses: [
      'answers',
      'answers/sources',
      'answers/text',
      'common',
      'gateway',
      'genie',
      'genie/agent',
    ],
    knows: ['questions/ports.ts'],
  },

  storage: {
    uses: ['common', 'questions', 'secrets/managedIdentity.ts', 'storage/rows'],
    packages: ['@azure/data-tables', '@azure/storage-queue', 'zod'],
  },
  'storage/rows': {
    uses: ['common'],
    knows: ['questions/ports.ts'],
    packages: ['@azure/data-tables'],
  },

  exports: {
    uses: ['answers', 'answers/text', 'common', 'questions', 'questions/pace'],
    knows: ['genie/types.ts', 'texts'],
    packages: ['@azure/functions', 'fflate'],
  },

  'cards/parts': {
    uses: ['common'],
    knows: ['answers', 'genie/types.ts', 'texts'],
    packages: ['zod'],
  },
  'cards/markdown': { uses: ['cards/parts', 'markdown'], knows: ['texts'], packages: ['marked'] },
  'cards/chart': { uses: ['answers', 'answers/names', 'cards/parts', 'common'], knows: ['texts'] },
  'cards/source': { uses: ['cards/markdown', 'cards/parts'], knows: ['answers'] },
  'cards/tools': { uses: ['cards/parts', 'common'], knows: ['texts'] },
  'cards/table': { uses: ['answers', 'answers/cells', 'cards/parts'] },
  'cards/answer': {
    uses: [
      'answers',
      'answers/cells',
      'answers/names',
      'answers/text/ownRows.ts',
      'cards/chart',
      'cards/markdown',
      'cards/parts',
      'cards/source',
      'cards/subscriptions',
      'cards/table',
      'cards/tools',
      'common',
    ],
    knows: ['genie/types.ts', 'questions', 'texts'],
  },
  'cards/signIn': { uses: ['cards/parts'], knows: ['common', 'texts'] },
  'cards/subscriptions': {
    uses: ['answers/figures', 'answers/names', 'cards/parts', 'cards/tools', 'schedule'],
    knows: ['answers', 'questions', 'texts'],
  },
  'cards/talk': {
    uses: [
      'cards/markdown',
      'cards/parts',
      'cards/signIn',
      'cards/subscriptions',
      'cards/tools',
      'schedule',
    ],
    knows: ['common', 'genie', 'questions', 'questions/upkeep', 'texts'],
  },

  config: {
    uses: ['common', 'genie/http/parseHost.ts'],
    knows: ['questions/deps.ts', 'secrets/databricksAuth.ts', 'storage/openStorage.ts'],
  },

  bot: {
    uses: ['common', 'questions', 'texts'],
    knows: [
      'bot/visitors',
      'cards/parts',
      'config',
      'exports/exportLinks.ts',
      'signIn',
      'storage/handledStore.ts',
    ],
    packages: ['zod'],
  },
  'bot/framework': {
    uses: ['bot/packet.ts', 'common', 'genie/http/redact.ts', 'questions', 'signIn'],
    knows: ['bot', 'config'],
    packages: ['@azure/functions', 'botbuilder', 'botframework-connector', 'zod'],
  },
  'bot/people': {
    uses: [
      ...botBase,
      'questions/life',
      'questions/pace',
      'questions/sessions',
      'questions/subscriptions',
      'signIn',
      'texts',
    ],
  },
  'bot/signIn': {
    uses: [
      ...botBase,
      'bot/people',
      'bot/sending',
      'cards/signIn',
      'questions/pace',
      'questions/signIns',
      'signIn',
      'texts',
    ],
    packages: ['zod'],
  },
  'bot/messages': {
    uses: [
      ...botBase,
      'answers',
      'cards/answer',
      'cards/signIn',
      'cards/talk',
      'charts',
      'questions/sessions',
      'signIn',
    ],
    knows: [
      'cards/chart',
      'cards/subscriptions',
      'exports/exportLinks.ts',
      'genie/types.ts',
      'texts',
    ],
  },
  'bot/gate': {
    uses: [...botBase, 'bot/people', 'questions/sessions'],
    knows: ['bot/framework/serviceUrl.ts', 'config'],
    packages: ['jose', 'zod'],
  },
  'bot/sending': {
    uses: [...botBase, 'bot/messages', 'bot/people', 'cards/subscriptions', 'cards/talk'],
    knows: ['answers', 'texts'],
  },
  'bot/endpoints': {
    uses: [...botBase, 'bot/gate', 'questions/pace'],
    packages: ['@azure/functions', 'zod'],
  },
  'bot/commands': {
    uses: [
      ...botBase,
      'answers',
      'bot/messages',
      'bot/people',
      'bot/sending',
      'bot/signIn',
      'bot/subscriptions',
      'bot/text',
      'cards/chart',
      'cards/talk',
      'questions/life',
      'questions/sessions',
      'questions/signIns',
      'questions/upkeep',
      'signIn',
      'texts',
      'texts/en',
    ],
  },
  'bot/clicks': {
    uses: [
      ...botBase,
      'bot/messages',
      'bot/people',
      'bot/sending',
      'bot/signIn',
      'bot/subscriptions',
      'cards/answer',
      'cards/talk',
      'questions/life',
      'questions/sessions',
    ],
    knows: ['answers', 'exports', 'texts'],
    packages: ['zod'],
  },
  'bot/subscriptions': {
    uses: [
      ...botBase,
      'answers/figures',
      'bot/gate',
      'bot/messages',
      'bot/people',
      'bot/sending',
      'cards/subscriptions',
      'questions/life',
      'questions/sessions',
      'questions/subscriptions',
      'schedule',
    ],
    knows: ['bot/clicks', 'bot/commands', 'config'],
  },
  'bot/visitors': { uses: [...botBase, 'bot/signIn', 'signIn'] },
  'bot/activities': {
    uses: [
      ...botBase,
      'bot/clicks',
      'bot/commands',
      'bot/gate',
      'bot/messages',
      'bot/people',
      'bot/sending',
      'bot/signIn',
      'bot/subscriptions',
      'bot/text',
      'cards/talk',
      'questions/ownChat',
      'questions/sessions',
      'schedule',
    ],
  },
  'bot/text': { uses: ['bot', 'common'] },

  /** The chat page: each part of it gives routes. */
  page: {
    uses: [
      'bot/endpoints/readJson.ts',
      'bot/endpoints/refusalLog.ts',
      'common',
      'page/document/escapeHtml.ts',
      'questions/ids.ts',
    ],
    knows: ['texts'],
    packages: ['@azure/functions', 'zod'],
  },
  'page/document': {
    uses: ['cards/parts', 'exports/escapeXml.ts', 'markdown'],
    packages: ['marked'],
  },
  'page/transcript': {
    uses: [
      'answers',
      'answers/cells',
      'answers/names',
      'cards/answer',
      'cards/parts',
      'cards/source',
      'exports',
      'page/document',
      'schedule',
    ],
    knows: ['cards/chart'],
  },
  'page/guide': {
    uses: ['cards/parts', 'page', 'page/document', 'exports'],
    knows: ['texts'],
    packages: ['@azure/functions'],
  },
  'page/gate': {
    uses: [
      'bot/cleanText.ts',
      'bot/gate/personRules.ts',
      'common',
      'page',
      'questions/ids.ts',
      'questions/pace',
      'signIn/isToken.ts',
    ],
    knows: ['config', 'questions'],
    packages: ['@azure/functions', 'zod'],
  },
  'page/token': {
    uses: ['common', 'page', 'questions', 'questions/chats/findChat.ts'],
    knows: ['config'],
    packages: ['@azure/functions', 'zod'],
  },
  'page/chats': {
    uses: [
      'bot',
      'bot/messages',
      'cards/parts',
      'common',
      'exports',
      'page',
      'page/transcript',
      'questions',
      'questions/answered/askedAt.ts',
      'questions/chats',
      'questions/deletedChats',
      'questions/sessions',
    ],
    knows: ['page/guide'],
    packages: ['zod'],
  },
  'page/files': { uses: ['page'] },

  app: {
    uses: [
      'answers/text/ownRows.ts',
      'bot',
      'bot/activities',
      'bot/endpoints',
      'bot/framework',
      'bot/gate',
      'bot/sending',
      'bot/subscriptions',
      'bot/visitors',
      'common',
      'exports',
      'gateway',
      'gateway/agent',
      'genie',
      'page',
      'page/chats',
      'page/files',
      'page/gate',
      'page/guide',
      'page/token',
      'questions/answered',
      'questions/life',
      'questions/ownership',
      'questions/subscriptions',
      'questions/upkeep',
      'secrets',
      'serving',
      'signIn',
      'storage',
      'texts',
    ],
    knows: ['config', 'questions'],
    packages: ['@azure/functions'],
  },
  functions: {
    uses: [
      'app',
      'common',
      'config',
      'exports/exportResponse.ts',
      'questions/ids.ts',
      'storage/workMessage.ts',
    ],
    packages: ['@azure/functions'],
  },
};

const ownImports = imports.filter(({ isPackage, to }) => !isPackage && to.startsWith('src/'));
const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;

function isNamed(path: string, names: readonly string[] = []): boolean {
  return names.includes(roomOf(path)) || names.includes(path.replace(/^src\//, ''));
}

/** Every way from a file back to itself, be it through types alone. */
function findCircles(): string[] {
  const next = Map.groupBy(ownImports, ({ from }) => from);
  const settled = new Set<string>();
  const circles: string[] = [];
  const follow = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (way.includes(path) || settled.has(path)) return;
    for (const { to } of next.get(path) ?? []) follow(to, [...way, path]);
    settled.add(path);
  };
  for (const path of next.keys()) follow(path, []);
  return circles;
}

describe('the rooms', () => {
  it('are all in the table, and the table names no other', () => {
    const deployed = new Set(sources.filter((path) => !path.startsWith('local/')).map(roomOf));
    expect([...deployed].sort()).toEqual(Object.keys(rules).sort());
  });

  it.each(Object.keys(rules))('%s uses only what it may', (room) => {
    const { uses, knows } = rules[room] ?? {};
    const strays = ownImports
      .filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room)
      .filter(({ to, typeOnly }) => !isNamed(to, uses) && !(typeOnly && isNamed(to, knows)));
    expect(strays).toEqual([]);
  });

  it.each(Object.keys(rules))('%s knows no packages but its own', (room) => {
    const foreign = imports
      .filter(({ from, isPackage }) => isPackage && roomOf(from) === room)
      .filter(({ to }) => !rules[room]?.packages?.includes(packageOf(to)));
    expect(foreign).toEqual([]);
  });

  it.each(Object.entries(rules))('%s is allowed nothing that it does not use', (room, rule) => {
    const used = ownImports.filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room);
    const idle = (names: readonly string[] = [], found: readonly Import[]) =>
      names.filter((name) => !found.some(({ to }) => isNamed(to, [name])));
    const shared = new Set(botBase);
    expect(idle(rule.uses, used).filter((name) => !shared.has(name))).toEqual([]);
    expect(idle(rule.knows, used)).toEqual([]);
    const packages = imports
      .filter(({ from, isPackage }) => isPackage && roomOf(from) === room)
      .map(({ to }) => packageOf(to));
    expect(rule.packages?.filter((name) => !packages.includes(name)) ?? []).toEqual([]);
  });

  it('hold no more than some twenty files each', () => {
    const sizes = Map.groupBy(sources, dirname);
    const crowded = [...sizes].filter(([, files]) => files.length > 21).map(([folder]) => folder);
    expect(crowded).toEqual([]);
  });
});

describe('the imports', () => {
  it('never lead in a circle', () => {
    expect(findCircles()).toEqual([]);
  });

  it('bring in the Bot Framework in bot/framework alone, even its types', () => {
    const users = imports.filter(({ to }) => /^(botbuilder|botframework-)/.test(to));
    expect(users.length).toBeGreaterThan(0);
    const strays = users.map(({ from }) => from).filter((from) => roomOf(from) !== 'bot/framework');
    expect(strays).toEqual([]);
  });

  it('load the library that draws only where there is something to draw', () => {
    const eager = sources.filter(
      (path) =>
        !/^(?:src\/charts|local)\//.test(path) &&
        /from '(?:echarts[^']*|[^']*\/charts\/[^']*)'/.test(read(path)),
    );
    expect(eager).toEqual([]);
  });

  it('never lead from what is deployed to what is not', () => {
    const strays = imports.filter(
      ({ from, to }) => !from.startsWith('local/') && to.startsWith('local/'),
    );
    expect(strays).toEqual([]);
  });
});

describe('the channels', () => {
  it.each(["'msteams'", "'directline'"])('%s stands once, beside what it can do', (id) => {
    const users = sources
      .filter((path) => !path.startsWith('local/'))
      .flatMap((path) =>
        read(path)
          .split(id)
          .slice(1)
          .map(() => path),
      );
    expect(users).toEqual(['src/questions/place.ts']);
  });
});

describe('the environment', () => {
  it('is read only by the settings and by what runs on a laptop', () => {
    const readers = sources.filter((path) => read(path).includes('process.env'));
    expect(
      readers.filter((path) => path !== 'src/config/config.ts' && !path.startsWith('local/')),
    ).toEqual([]);
  });
});
