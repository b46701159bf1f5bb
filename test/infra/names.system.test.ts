import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFunctions } from '../../local/build/build.ts';
import type { Binding } from '../../local/host/coreTypes.ts';
import { readHostSettings } from '../../local/host/hostSettings.ts';
import { loadFunctionApp } from '../../local/host/loadFunctionApp.ts';
import { infraDir } from './infraDir.ts';
import { createdBy } from './snapshots.ts';
import { valueAt } from './template.ts';
import { templateOf } from './templates.ts';

const root = join(infraDir, '..');
const hostJson = JSON.parse(readFileSync(join(root, 'host.json'), 'utf8'));

/** The last part of the names of what a deployment creates in storage. */
const createdInStorage = (type: string) =>
  createdBy('default', `Microsoft.Storage/storageAccounts/${type}`).map(({ name }) =>
    name.split('/').at(-1),
  );

const logLevels: Record<string, string> = hostJson.logging.logLevel;
const userCategories = Object.keys(logLevels).filter((category) => category.endsWith('.User'));

/** As .NET chooses it: the rule with the longest name that the category begins with. */
function levelOf(category: string): string | undefined {
  const [longest = 'default'] = Object.keys(logLevels)
    .filter((rule) => category.startsWith(rule))
    .toSorted((a, b) => b.length - a.length);
  return logLevels[longest];
}

describe('the names that code, host and deployment share', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'names-'));
  let triggers: { name: string; binding: Binding }[];

  beforeAll(async () => {
    const entry = await buildFunctions({ outDir });
    const core = await loadFunctionApp(entry, () => undefined);
    triggers = core.functions.flatMap(({ metadata: { name, bindings } }) =>
      Object.values(bindings).map((binding) => ({ name, binding })),
    );
  });
  afterAll(() => rmSync(outDir, { recursive: true }));

  it('are the same for queues', () => {
    const listened = triggers
      .filter(({ binding }) => binding.type === 'queueTrigger')
      .map(({ binding }) => valueAt(binding, 'queueName'));
    expect(listened.toSorted()).toEqual(createdInStorage('queueServices/queues').toSorted());
  });

  it('are the same for tables', () => {
    const source = readFileSync(join(root, 'src', 'storage', 'openStorage.ts'), 'utf8');
    const opened = [...source.matchAll(/openTable\('(\w+)'\)/g)].map(([, name]) => name);
    expect(opened.toSorted()).toEqual(createdInStorage('tableServices/tables').toSorted());
  });

  it('are the same for the function that is kept warm', () => {
    const [site] = createdBy('everything', 'Microsoft.Web/sites');
    expect(
      valueAt(site, 'properties.functionAppConfig.scaleAndConcurrency.alwaysReady'),
    ).toMatchObject([{ name: 'http' }, { name: 'function:answerQuestion' }]);
    expect(triggers.map(({ name }) => name)).toContain('answerQuestion');
  });

  // The host logs "Executing" and "Executed" as `Function.<name>`, what the function writes as `Function.<name>.User`.
  it('are the same for what a function logs: LOG_LEVEL decides, and the host says nothing of success', () => {
    for (const { name } of triggers) {
      expect([name, levelOf(`Function.${name}.User`)]).toEqual([name, 'Debug']);
      expect([name, levelOf(`Function.${name}`)]).toEqual([name, 'Warning']);
    }
    const known = triggers.map(({ name }) => `Function.${name}.User`);
    expect(userCategories.filter((category) => !known.includes(category))).toEqual([]);
  });

  it('include no open function but those that check the request themselves or reveal nothing', () => {
    const open = triggers.filter(({ binding }) => valueAt(binding, 'authLevel') === 'anonymous');
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'chatPage',
      'exportAnswer',
      'feedback',
      'health',
      'messages',
    ]);
  });

  it('are the same for the route that the Bot Framework calls', () => {
    const { routePrefix } = readHostSettings(hostJson);
    const { text } = templateOf('bot');
    const route = triggers.find(({ name }) => name === 'messages')?.binding;
    expect(text).toContain(
      `'https://{0}/${routePrefix}/${valueAt(route, 'route')}', parameters('hostName')`,
    );
  });
});

describe('host.json', () => {
  const { queues } = readHostSettings(hostJson);

  it('polls the queue every second, so that a warm instance isn’t slow', () => {
    expect(queues.maxPollingInterval).toBe(1000);
  });

  // What the host can't decode it moves to the poison queue, fails to decode there too, and so never tells the bot.
  it('hands every message to the bot as it is, even one that nothing can decode', () => {
    expect(queues.messageEncoding).toBe('none');
  });

  it('keeps a line of each request, which the alerts read', () => {
    expect(levelOf('Host.Results')).toBe('Information');
  });

  it('keeps the line that a message was moved to the poison queue, which an alert counts', () => {
    expect(['Information', 'Warning']).toContain(levelOf('Host.Triggers.Queue'));
  });

  it('lets many questions share an instance: they mostly wait', () => {
    expect(queues.batchSize + queues.newBatchThreshold).toBeGreaterThanOrEqual(40);
  });

  it('ends a stuck run by the time its message comes back', () => {
    expect(hostJson.functionTimeout).toBe('00:10:00');
  });

  // Requests are what anyone can cause. What is left of them carries how many it stands for.
  it('keeps all that the bot itself writes, and of a flood of requests a share', () => {
    const { samplingSettings } = hostJson.logging.applicationInsights;
    expect(samplingSettings.isEnabled).toBe(true);
    expect(samplingSettings.excludedTypes.split(';').toSorted()).toEqual(['Exception', 'Trace']);
    // A second has 86,400 to a day: two requests of 1 kB each leave room in the smallest daily cap, 1 GB.
    expect(samplingSettings.maxTelemetryItemsPerSecond).toBeLessThanOrEqual(2);
  });
});
