import { ada, createDemoPeople, erik, grace } from './demoPeople.ts';
import { type InProcess, type InProcessOptions, openInProcess } from './openInProcess.ts';
import { startTokenService, type TokenServiceDouble } from './tokenServiceDouble.ts';

export { ada, erik, grace };

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

export const databricks = 'databricks';

export async function openAsPerson(options: AsPersonOptions = {}): Promise<AsPerson> {
  const { hasBotToken = false, ...rest } = options;
  const { now } = options.clock ?? { now: Date.now };
  const people = createDemoPeople(now);
  const tokens = await startTokenService({
    people: [ada, erik, grace],
    ...(options.clock && { clock: options.clock }),
    tokenFor: people.tokenFor,
  });
  const bot = await openInProcess({
    ...rest,
    genie: { readPersonToken: people.readPersonToken, now, ...options.genie },
    env: {
      GENIE_IDENTITY: 'person',
      BOT_TOKEN_SERVICE_URL: tokens.url,
      ...(hasBotToken ? {} : { DATABRICKS_TOKEN: '' }),
      ...options.env,
    },
  });
  const whose = (authorization: string | undefined) =>
    authorization === `Bearer ${bot.genie.token}` ? 'the bot' : people.nameOf(authorization);
  return {
    ...bot,
    tokens,
    issue: (person) => people.tokenFor(person, { issuedAt: now(), expiresAt: now() + 3_600_000 }),
    callersOf: (path) =>
      bot.genie.requests
        .filter((request) => path.test(request.path))
        .map(({ authorization }) => whose(authorization)),
    secretsInLog: (...words) => {
      const text = JSON.stringify(bot.log);
      return [...people.issued(), ...words].filter((word) => text.includes(word));
    },
    async close() {
      await bot.close();
      await tokens.close();
    },
  };
}
