import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildFunctions } from '../../local/build/build.ts';
import type { TriggerInput } from '../../local/host/coreTypes.ts';
import type { FunctionsCore, RegisteredFunction } from '../../local/host/createFunctionsCore.ts';
import { findTrigger } from '../../local/host/findTrigger.ts';
import type { HostLogEntry } from '../../local/host/hostLog.ts';
import { readHostSettings } from '../../local/host/hostSettings.ts';
import { invokeFunction } from '../../local/host/invokeFunction.ts';
import { loadFunctionApp } from '../../local/host/loadFunctionApp.ts';
import { filterLog } from '../../local/host/logLevels.ts';
import { root } from '../support/readImports.ts';

const secret = 'dapi0123456789abcdef0123456789abcdef';
const names = [
  'answerQuestion',
  'chatPage',
  'exportAnswer',
  'feedback',
  'health',
  'lookAtSubscription',
  'messages',
  'ready',
  'rescueQuestion',
  'rescueSubscription',
  'sweep',
];

const outDir = mkdtempSync(join(tmpdir(), 'failures-'));
const logged: HostLogEntry[] = [];
let core: FunctionsCore;

beforeAll(async () => {
  const hostJson: unknown = JSON.parse(readFileSync(join(root, 'host.json'), 'utf8'));
  const log = filterLog((line) => logged.push(line), readHostSettings(hostJson).logLevels);
  core = await loadFunctionApp(await buildFunctions({ outDir }), log);
});
beforeEach(() => {
  logged.length = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(outDir, { recursive: true });
});

const messages: Record<string, string> = {
  questions: '{"kind":"go","questionId":"s-q"}',
  subscriptions: '{"kind":"due","subscriptionId":"o-s","look":1}',
};
const inputs: Record<string, TriggerInput> = {
  timerTrigger: { data: { json: '{}' } },
  httpTrigger: { data: { http: { method: 'POST', url: 'http://localhost/api', body: null } } },
};

function find(name: string): RegisteredFunction {
  const registered = core.functions.find(({ metadata }) => metadata.name === name);
  if (!registered) throw new Error(`There is no ${name}.`);
  return registered;
}

const run = (registered: RegisteredFunction) =>
  invokeFunction(core, registered, {
    why: 'a test',
    bind: () => inputOf(registered),
  });

/** What triggers it. */
function inputOf(registered: RegisteredFunction): TriggerInput {
  const queue = queueOf(registered);
  if (queue) return { data: { string: messages[queue] ?? '' } };
  return inputs[findTrigger(registered).type] ?? inputs['httpTrigger'] ?? { data: {} };
}

/** The queue that it listens to, or whose failed messages it gets. */
const queueOf = (registered: RegisteredFunction) => {
  const { queueName } = findTrigger(registered);
  return typeof queueName === 'string' ? queueName.replace(/-poison$/, '') : undefined;
};

const ofHost = () => logged.filter(({ source }) => source === 'host');
const lines = () =>
  logged
    .filter(({ category }) => category.endsWith('.User'))
    .map(({ message, ...entry }) => ({ ...entry, line: JSON.parse(message) }));

describe('a function that throws', () => {
  it('is each of them once in this test', () => {
    expect(core.functions.map(({ metadata }) => metadata.name).toSorted()).toEqual(names);
  });

  it.each(names)(
    'leaves a line of ours, and nothing of its error with the host: %s',
    async (name) => {
      const failing = {
        ...find(name),
        callback() {
          throw new Error(`ada@example.com ${secret}`, { cause: new Error('the cause') });
        },
      };
      await expect(run(failing)).rejects.toThrow(/^The line function\.failed with the error ID /);
      expect(lines()).toEqual([
        {
          level: 'error',
          source: 'function',
          functionName: name,
          category: `Function.${name}.User`,
          line: expect.objectContaining({
            event: 'function.failed',
            function: name,
            error: expect.objectContaining({
              cause: expect.objectContaining({ message: 'the cause' }),
            }),
          }),
        },
      ]);
      expect(ofHost().map(({ category }) => category)).toEqual([
        `Function.${name}`,
        'Host.Results',
      ]);
      expect(JSON.stringify(logged)).not.toMatch(/dapi0|ada@/);
      expect(JSON.stringify(ofHost())).not.toMatch(/the cause/);
    },
  );
});

describe('with bad settings', () => {
  beforeAll(() => {
    vi.stubEnv('AzureWebJobsStorage', 'UseDevelopmentStorage=true');
    vi.stubEnv('DATABRICKS_HOST', 'http://workspace.example');
    vi.stubEnv('DATABRICKS_TOKEN', secret);
    vi.stubEnv('LOG_LEVEL', 'loud');
  });

  it.each(names.filter((name) => name !== 'health' && name !== 'ready'))(
    'a run of %s fails, and the log says which of them',
    async (name) => {
      const registered = find(name);
      await expect(run(registered)).rejects.toThrow(/^The line function\.failed /);
      const [first] = lines();
      expect(first?.line).toMatchObject({
        event: 'function.failed',
        function: name,
        code: 'config',
        error: { message: expect.stringContaining('LOG_LEVEL') },
      });
      const queue = queueOf(registered);
      if (queue === 'questions') expect(first?.line).toMatchObject({ questionId: 's-q' });
      if (queue === 'subscriptions') expect(first?.line).toMatchObject({ subscriptionId: 'o-s' });
      expect(JSON.stringify(ofHost())).not.toContain('LOG_LEVEL');
    },
  );

  it.each(['health', 'ready'])('%s says so itself', async (name) => {
    expect((await run(find(name))).returnValue?.http?.statusCode).toBe('503');
  });
});
