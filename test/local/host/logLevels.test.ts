import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { CoreLogLevel } from '../../../local/host/coreTypes.ts';
import { readHostSettings } from '../../../local/host/hostSettings.ts';
import { filterLog } from '../../../local/host/logLevels.ts';
import { overrideSettings } from '../../../local/host/overrideSettings.ts';
import { root } from '../../support/readImports.ts';

const hostJson = JSON.parse(readFileSync(join(root, 'host.json'), 'utf8'));
const levels: CoreLogLevel[] = ['trace', 'debug', 'information', 'warning', 'error', 'critical'];

/** Which levels of a category get through. */
function passing(category: string, settings: unknown, env: Record<string, string> = {}) {
  const { logLevels } = readHostSettings(overrideSettings(settings, env));
  const passed: CoreLogLevel[] = [];
  const log = filterLog(({ level }) => passed.push(level), logLevels);
  for (const level of levels) log({ level, category, source: 'host', message: '' });
  return passed;
}

const from = (level: CoreLogLevel) => levels.slice(levels.indexOf(level));
const withRules = (logLevel: Record<string, string>) => ({ logging: { logLevel } });

test('without any rule, lines of level information and above are logged', () => {
  expect(passing('Function.work.User', {})).toEqual(from('information'));
});

test.each([
  ['default alone', { default: 'Warning' }, 'warning'],
  ['default in another letter case', { Default: 'Error' }, 'error'],
  [
    'the longest name',
    { default: 'Error', Function: 'Warning', 'Function.work': 'Debug' },
    'debug',
  ],
  ['a name in another letter case', { 'FUNCTION.Work': 'trace' }, 'trace'],
  ['the category alone', { 'Function.work.User': 'Critical', Function: 'Debug' }, 'critical'],
  ['no name that only begins like it', { 'Function.work.Users': 'Debug' }, 'information'],
] as const)('%s decides', (_, rules, lowest) => {
  expect(passing('Function.work.User', withRules(rules))).toEqual(from(lowest));
});

test('None lets nothing through', () => {
  expect(passing('Function.work', withRules({ Function: 'None' }))).toEqual([]);
});

test('a level that doesn’t exist is refused', () => {
  expect(() => passing('Function', withRules({ Function: 'Loud' }))).toThrow('logLevel.Function');
});

describe('an app setting', () => {
  const settings = withRules({ Function: 'Warning', 'Function.work.User': 'Information' });
  const prefix = 'AzureFunctionsJobHost__logging__logLevel';

  it.each([`${prefix}__Function`, `${prefix}__function`, `${prefix.toUpperCase()}__FUNCTION`])(
    '%s overrides the rule in host.json',
    (name) => {
      expect(passing('Function.work', settings, { [name]: 'Debug' })).toEqual(from('debug'));
      expect(passing('Function.work.User', settings, { [name]: 'Debug' })).toEqual(
        from('information'),
      );
    },
  );

  it('can name a category with dots, or one that host.json lacks', () => {
    const env = { [`${prefix}__Function.work.User`]: 'Error', [`${prefix}__Host`]: 'None' };
    expect(passing('Function.work.User', settings, env)).toEqual(from('error'));
    expect(passing('Host.Results', settings, env)).toEqual([]);
  });

  it('overrides other parts of host.json as well, and changes nothing of what it was read from', () => {
    const before = { extensions: { queues: { batchSize: 2 } } };
    const after = overrideSettings(before, {
      AzureFunctionsJobHost__extensions__queues__batchSize: '9',
      AzureFunctionsJobHost: 'no path',
      OTHER__extensions__queues__batchSize: '7',
    });
    expect(readHostSettings(after).queues.batchSize).toBe(9);
    expect(before.extensions.queues.batchSize).toBe(2);
  });
});

describe('the bot’s own host.json', () => {
  it('lets through whatever the bot writes: LOG_LEVEL decides', () => {
    expect(passing('Function.messages.User', hostJson)).toEqual(from('debug'));
  });

  it('drops what the host says of a run that succeeds, and keeps that it failed', () => {
    expect(passing('Function.messages', hostJson)).toEqual(from('warning'));
    expect(passing('Host.Results', hostJson)).toEqual(from('information'));
  });
});
