import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueAt } from './template.ts';
import { infraDir, templateOf } from './templates.ts';

const root = join(infraDir, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const logged = new Set(
  globSync('{src,functions}/**/*.ts', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/\.(?:debug|info|warn|error)\(\s*'([\w.]+)'/g)].map(
      ([, event]) => event,
    ),
  ),
);

interface Rule {
  name: string;
  query: { expression: string };
  column: string;
  window: string;
}
const { variables } = templateOf('alerts.bicep');
const rules = variables['rules'] as Rule[];

interface MetricRule {
  name: string;
  namespace: string;
  metric: string;
  window: string;
  frequency: string;
}
const metricRules = variables['metricRules'] as MetricRule[];

/**
 * What Azure measures of an app on Flex Consumption, and of queues. Microsoft's list for `Microsoft.Web/sites` is
 * longer, but a rule over what this plan lacks, such as `Http5xx`, would fail or never fire.
 */
const metrics: Record<string, string[]> = {
  'Microsoft.Web/sites': [
    'AlwaysReadyFunctionExecutionCount',
    'AlwaysReadyFunctionExecutionUnits',
    'AlwaysReadyUnits',
    'AverageMemoryWorkingSet',
    'CpuPercentage',
    'InstanceCount',
    'MemoryWorkingSet',
    'OnDemandFunctionExecutionCount',
    'OnDemandFunctionExecutionUnits',
  ],
  'Microsoft.Storage/storageAccounts/queueServices': ['QueueMessageCount'],
};
const queryOf = ({ query }: Rule) =>
  read(`infra/${/'\.\.\/(.+)'/.exec(query.expression)?.[1] ?? 'none'}`);

interface WorkbookItem {
  type: number;
  content: { query?: string; title?: string };
}
const workbook: { items: WorkbookItem[] } = JSON.parse(read('infra/workbook.json'));
const panels = workbook.items.flatMap(({ content }) => (content.query ? [content.query] : []));

const eventsIn = (query: string) =>
  [...query.matchAll(/'([a-z]+\.[a-zA-Z]+)'/g)].map(([, event]) => event);

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

describe('sampled requests', () => {
  const queries = [...rules.map(queryOf), ...panels].filter((query) =>
    query.includes('AppRequests'),
  );

  it('are counted as many as they stand for', () => {
    expect(queries.length).toBeGreaterThanOrEqual(2);
    expect(queries.filter((query) => !/\bItemCount\b/.test(query))).toEqual([]);
  });
});

describe('the alerts', () => {
  const overLines = rules.filter((rule) => queryOf(rule).includes('AppTraces'));

  it.each(overLines)('$name counts lines that the bot really writes', (rule) => {
    const events = eventsIn(queryOf(rule));
    expect(events).not.toEqual([]);
    expect(events.filter((event) => !logged.has(event))).toEqual([]);
  });

  it.each(rules)('$name looks at a column that its query has', (rule) => {
    expect(queryOf(rule)).toMatch(new RegExp(`\\b${rule.column}\\b`));
  });

  it('tell of full logs by the record that goes on being written', () => {
    const others = rules.filter((rule) => !overLines.includes(rule));
    expect(others.map(({ name }) => name)).toEqual(['log-cap']);
    expect(others.map(queryOf).join('')).toMatch(/^_LogOperation$/m);
  });

  it.each(metricRules)('$name needs no logs: Azure measures it', ({ namespace, metric }) => {
    expect(metrics[namespace]).toContain(metric);
  });

  it('wait for the hourly count of messages', () => {
    const { window, frequency } = metricRules.find(({ name }) => name === 'backlog') ?? {};
    expect([window, frequency]).toEqual(['PT6H', 'PT1H']);
  });

  it('tell a flood on both kinds of instances', () => {
    const counted = metricRules.filter(({ name }) => name.startsWith('flood'));
    expect(counted.map(({ metric }) => metric).toSorted()).toEqual([
      'AlwaysReadyFunctionExecutionCount',
      'OnDemandFunctionExecutionCount',
    ]);
  });

  it.each([...rules, ...metricRules])('$name is explained in docs/operations.md', ({ name }) => {
    expect(read('docs/operations.md')).toContain(`### ${name}`);
  });

  it('have the number of alerts that docs/operations.md reckons with', () => {
    const docs = read('docs/operations.md');
    expect(docs).toMatch(new RegExp(`^\\| ${numbers[rules.length]} log alerts +\\|`, 'm'));
    expect(docs).toMatch(new RegExp(`^\\| ${numbers[metricRules.length]} metric alerts +\\|`, 'm'));
  });

  it('can be deployed over a workspace that has no tables yet', () => {
    const { resources } = templateOf('alerts.bicep');
    const made = resources.filter(({ type }) => type.endsWith('/scheduledQueryRules'));
    expect(made.map(({ body }) => valueAt(body, 'properties.skipQueryValidation'))).toEqual([true]);
    const measured = resources.filter(({ type }) => type.endsWith('/metricAlerts'));
    expect(
      measured.map(({ body }) => valueAt(body, 'properties.criteria.allOf.0.skipMetricValidation')),
    ).toEqual([true]);
    expect(read('infra/main.bicep')).toMatch(
      /module alerts [^}]*functionAppId: functionApp\.outputs\.id\n/,
    );
  });

  it('use every query file, and each once', () => {
    const files = globSync('infra/alerts/*.kql', { cwd: root }).map((file) => read(file));
    expect(rules.map(queryOf).toSorted()).toEqual(files.toSorted());
  });

  it('know every error code of a struggling Genie', () => {
    const codes = [...read('src/common/errors.ts').matchAll(/'(genie-[a-z-]+)'/g)].map(
      ([, code]) => code,
    );
    const trouble = [...read('infra/alerts/genieTrouble.kql').matchAll(/'(genie-[a-z-]+)'/g)];
    expect(codes).toEqual(expect.arrayContaining(trouble.map(([, code]) => code)));
  });
});

describe('the workbook', () => {
  it('shows only what the bot writes', () => {
    expect(panels.length).toBeGreaterThanOrEqual(5);
    expect(panels.flatMap(eventsIn).filter((event) => !logged.has(event))).toEqual([]);
  });

  it('draws the fields that the bot writes at the end of a question', () => {
    const fields = panels.flatMap((query) =>
      [...query.matchAll(/line\.(ms\w+)/g)].map(([, field]) => field),
    );
    const source = read('src/questions/life/ending.ts');
    expect(fields).not.toEqual([]);
    expect(fields.filter((field) => !source.includes(`${field}:`))).toEqual([]);
  });
});
