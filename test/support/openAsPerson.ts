import { type DemoPerson, people } from '../../local/demo/people.ts';
import { createPersonTokens } from '../../local/demo/personTokens.ts';
import { type InProcess, type InProcessOptions, openInProcess } from './openInProcess.ts';
import { startTokenService, type TokenServiceDouble } from './tokenServiceDouble.ts';

/** The bot in this process, asking Genie as each person. */
export interface AsPerson extends InProcess {
  tokens: TokenServiceDouble;
  /** The `Authorization` headers that Genie was sent for a path, as the names of their people. */
  callersOf(path: RegExp): string[];
}

const tenant = 'c0ffee00-0000-4000-8000-000000000000';

const [adaInDemo, erikInDemo] = people as [DemoPerson, DemoPerson];

/** Sees everything. */
export const ada = { ...adaInDemo, tid: tenant };
/** Sees Europe alone. */
export const erik = { ...erikInDemo, tid: tenant };

export const databricks = 'databricks';

export async function openAsPerson(options: InProcessOptions = {}): Promise<AsPerson> {
  const made = createPersonTokens();
  const names = new Map<string, string>();
  const tokens = await startTokenService({
    people: [ada, erik],
    tokenFor: (person, times) => {
      const token = made.issue(person, times);
      names.set(`Bearer ${token}`, person.name);
      return token;
    },
  });
  const bot = await openInProcess({
    ...options,
    genie: { ...options.genie, readPersonToken: made.read },
    env: {
      GENIE_IDENTITY: 'person',
      BOT_TOKEN_SERVICE_URL: tokens.url,
      DATABRICKS_TOKEN: '',
      ...options.env,
    },
  });
  return {
    ...bot,
    tokens,
    callersOf: (path) =>
      bot.genie.requests
        .filter((request) => path.test(request.path))
        .map(({ authorization = '' }) => names.get(authorization) ?? authorization),
    async close() {
      await bot.close();
      await tokens.close();
    },
  };
}
