import { type DemoPerson, people } from '../../local/demo/people.ts';
import { createPersonTokens } from '../../local/demo/personTokens.ts';
import type { Person } from '../../local/signIn/people.ts';
import { type InProcess, type InProcessOptions, openInProcess } from './openInProcess.ts';
import { startTokenService, type TokenServiceDouble } from './tokenServiceDouble.ts';

/** The bot in this process, asking Genie as each person. */
export interface AsPerson extends InProcess {
  tokens: TokenServiceDouble;
  /** Who Genie was called by for a path, in order: people's names, `the bot`, or the header itself. */
  callersOf(path: RegExp): string[];
  /** A token of a person that Databricks accepts. */
  issue(person: typeof ada): string;
  /** What must not be in the log but is: tokens that were issued, and any of these words. */
  secretsInLog(...words: string[]): string[];
}

export interface AsPersonOptions extends InProcessOptions {
  /** Whether the bot has a token of its own that Databricks accepts. By default it has none. */
  hasBotToken?: boolean;
}

const tenant = 'c0ffee00-0000-4000-8000-000000000000';

const [adaInDemo, erikInDemo] = people as [DemoPerson, DemoPerson];

/** Sees everything. */
export const ada = { ...adaInDemo, tid: tenant };
/** Sees Europe alone. */
export const erik = { ...erikInDemo, tid: tenant };
/** Sees Asia Pacific alone. */
export const grace: typeof ada = {
  oid: 'de300000-0000-4000-8000-0000000000c3',
  name: 'Grace Hopper',
  upn: 'grace@demo.example',
  rights: 'Asia Pacific only',
  caller: { ...erikInDemo.caller, userId: 4423871920553314, regions: ['Asia Pacific'] },
  tid: tenant,
};

export const databricks = 'databricks';

export async function openAsPerson(options: AsPersonOptions = {}): Promise<AsPerson> {
  const { hasBotToken = false, ...rest } = options;
  const { now } = options.clock ?? { now: Date.now };
  const made = createPersonTokens(now);
  const names = new Map<string, string>();
  const ends = new Map<string, number>();
  const issue = (person: Person, times: { issuedAt: number; expiresAt: number }) => {
    const token = made.issue(person, times);
    names.set(token, person.name);
    ends.set(token, times.expiresAt);
    return token;
  };
  const tokens = await startTokenService({
    people: [ada, erik, grace],
    ...(options.clock && { clock: options.clock }),
    tokenFor: issue,
  });
  const readPersonToken = (token: string) => {
    const isGraces = names.get(token) === grace.name && (ends.get(token) ?? 0) > now();
    return isGraces ? grace.caller : made.read(token);
  };
  const bot = await openInProcess({
    ...rest,
    genie: { readPersonToken, now, ...options.genie },
    env: {
      GENIE_IDENTITY: 'person',
      BOT_TOKEN_SERVICE_URL: tokens.url,
      ...(hasBotToken ? {} : { DATABRICKS_TOKEN: '' }),
      ...options.env,
    },
  });
  const whose = (authorization = '') => {
    const token = authorization.replace(/^Bearer /, '');
    return names.get(token) ?? (token === bot.genie.token ? 'the bot' : authorization);
  };
  return {
    ...bot,
    tokens,
    issue: (person) => issue(person, { issuedAt: now(), expiresAt: now() + 3_600_000 }),
    callersOf: (path) =>
      bot.genie.requests
        .filter((request) => path.test(request.path))
        .map(({ authorization }) => whose(authorization)),
    secretsInLog: (...words) => {
      const text = JSON.stringify(bot.log);
      return [...names.keys(), ...words].filter((word) => text.includes(word));
    },
    async close() {
      await bot.close();
      await tokens.close();
    },
  };
}
