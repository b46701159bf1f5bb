import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infraDir } from './infraDir.ts';
import { type CreatedResource, createdBy } from './snapshots.ts';
import { valueAt } from './template.ts';

const root = join(infraDir, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const logged = new Set(
  globSync('{src,functions}/**/*.ts', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/\.(?:debug|info|warn|error)\(\s*'([\w.]+)'/g)].map(
      ([, event]) => event,
    ),
  ),
);

type Shown = 'default' | 'everything' | 'chatPage';
const rulesOf = (deployment: Shown) =>
  createdBy(deployment, 'Microsoft.Insights/scheduledQueryRules').map(toRule);
const metricRulesOf = (deployment: Shown) =>
  createdBy(deployment, 'Microsoft.Insights/metricAlerts').map(toMetricRule);

/** The name without that of the bot. */
const nameOf = ({ name }: CreatedResource) => name.replace(/^alert-(?:genie|sales-data)-/, '');

function toRule(resource: CreatedResource) {
  const { description, criteria, ...rest } = resource['properties'] as {
    description: string;
    windowSize: string;
    skipQueryValidation: boolean;
    actions: { actionGroups: string[] };
    criteria: { allOf: [{ query: string; metricMeasureColumn: string; threshold: number }] };
  };
  const [{ query, metricMeasureColumn, threshold }] = criteria.allOf;
  return {
    ...rest,
    name: nameOf(resource),
    description,
    query,
    column: metricMeasureColumn,
    threshold,
  };
}

function toMetricRule(resource: CreatedResource) {
  const { criteria, ...rest } = resource['properties'] as {
    description: string;
    windowSize: string;
    evaluationFrequency: string;
    actions: { actionGroupId: string }[];
    criteria: {
      allOf: [
        {
          metricNamespace: string;
          metricName: string;
          threshold: number;
          skipMetricValidation: boolean;
        },
      ];
    };
  };
  return { ...rest, ...criteria.allOf[0], name: nameOf(resource) };
}

/** All of them: without the chat page there are two fewer. */
const rules = rulesOf('chatPage');
const metricRules = metricRulesOf('default');

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
  const queries = [...rules.map(({ query }) => query), ...panels].filter((query) =>
    query.includes('AppRequests'),
  );

  it('are counted as many as they stand for', () => {
    expect(queries.length).toBeGreaterThanOrEqual(2);
    expect(queries.filter((query) => !/\bItemCount\b/.test(query))).toEqual([]);
  });
});

describe('the alerts', () => {
  const overLines = rules.filter(({ query }) => query.includes('AppTraces'));

  it.each(overLines)('$name counts lines that the bot really writes', ({ query }) => {
    const events = eventsIn(query);
    expect(events).not.toEqual([]);
    expect(events.filter((event) => !logged.has(event))).toEqual([]);
  });

  it.each(rules)('$name looks at a column that its query has', ({ query, column }) => {
    expect(query).toMatch(new RegExp(`\\b${column}\\b`));
  });

  it('watch the chat page, where there is one', () => {
    const names = (deployment: Shown) => rulesOf(deployment).map(({ name }) => name);
    const others = names('chatPage').filter((name) => !names('default').includes(name));
    expect(others).toEqual(['failed-page', 'refused-page']);
    expect(names('everything')).toEqual(names('chatPage'));
    expect(read('docs/operations.md')).toMatch(/^\| the chat page's two log alerts +\|/m);
  });

  it('tell of a message that no function sees, because it can’t be decoded', () => {
    const queues = createdBy('default', 'Microsoft.Storage/storageAccounts/queueServices/queues');
    const poisonQueues = queues
      .map(({ name }) => name.split('/').at(-1))
      .filter((name) => name?.endsWith('-poison'));
    const query = rules.find(({ name }) => name === 'poison')?.query;
    expect(poisonQueues).toHaveLength(2);
    for (const queue of poisonQueues) {
      // As Azure's host writes it, whatever made it give up.
      expect(query).toContain(`or Message has "Moving message to queue '${queue}'"`);
    }
  });

  it('tell of full logs by the record that goes on being written', () => {
    const others = rules.filter((rule) => !overLines.includes(rule));
    expect(others.map(({ name }) => name)).toEqual(['log-cap']);
    expect(others.map(({ query }) => query).join('')).toMatch(/^_LogOperation$/m);
  });

  it.each(metricRules)(
    '$name needs no logs: Azure measures it',
    ({ metricNamespace, metricName }) => {
      expect(metrics[metricNamespace]).toContain(metricName);
    },
  );

  it('leave room in the queue for the two messages of each expected subscription', () => {
    const backlog = metricRules.find(({ name }) => name === 'backlog');
    expect(backlog?.threshold).toBe(100 + 2 * 100);
  });

  it.each(['slow-answers', 'no-answers'])('%s is about what people wait for', (name) => {
    const query = rules.find((rule) => rule.name === name)?.query;
    expect(query).toContain('where isempty(tostring(line.subscriptionId))');
  });

  it('wait for the hourly count of messages', () => {
    const backlog = metricRules.find(({ name }) => name === 'backlog');
    expect([backlog?.windowSize, backlog?.evaluationFrequency]).toEqual(['PT6H', 'PT1H']);
  });

  it('tell a flood on both kinds of instances', () => {
    const counted = metricRules.filter(({ name }) => name.startsWith('flood'));
    expect(counted.map(({ metricName }) => metricName).toSorted()).toEqual([
      'AlwaysReadyFunctionExecutionCount',
      'OnDemandFunctionExecutionCount',
    ]);
  });

  it.each([...rules, ...metricRules])('$name is explained in docs/operations.md', (rule) => {
    const { name, description } = rule;
    expect(read('docs/operations.md')).toContain(`### ${name}`);
    expect(description).toContain(`docs/operations.md#${name}`);
  });

  it('have the number of alerts that docs/operations.md reckons with', () => {
    const docs = read('docs/operations.md');
    const always = rulesOf('default').length;
    expect(docs).toMatch(new RegExp(`^\\| ${numbers[always]} log alerts +\\|`, 'm'));
    expect(docs).toMatch(new RegExp(`^\\| ${numbers[metricRules.length]} metric alerts +\\|`, 'm'));
  });

  it('can be deployed over a workspace that has no tables yet', () => {
    expect(rules.filter(({ skipQueryValidation }) => !skipQueryValidation)).toEqual([]);
    expect(metricRules.filter(({ skipMetricValidation }) => !skipMetricValidation)).toEqual([]);
  });

  it('send emails, if there is anyone to send them to', () => {
    expect(rules.flatMap(({ actions }) => actions.actionGroups)).toEqual([]);
    expect(metricRules.flatMap(({ actions }) => actions)).toEqual([]);
    const [group] = createdBy('everything', 'Microsoft.Insights/actionGroups');
    expect(valueAt(group, 'properties.emailReceivers')).toMatchObject([
      { emailAddress: 'ada@example.com' },
      { emailAddress: 'grace@example.com' },
    ]);
    for (const { actions } of rulesOf('everything'))
      expect(actions.actionGroups).toEqual([group?.id]);
    for (const { actions } of metricRulesOf('everything')) {
      expect(actions).toEqual([{ actionGroupId: group?.id }]);
    }
  });

  it('have the limits that were chosen', () => {
    const of = (deployment: Shown, name: string) =>
      rulesOf(deployment).find((rule) => rule.name === name);
    expect(of('default', 'slow-answers')?.threshold).toBe(90);
    expect(of('everything', 'slow-answers')?.threshold).toBe(30);
    expect(of('default', 'no-answers')?.windowSize).toBe('PT2H');
    expect(of('everything', 'no-answers')?.windowSize).toBe('PT6H');
  });

  it('use every query file, and each once', () => {
    const files = globSync('infra/alerts/*.kql', { cwd: root }).map((file) => read(file));
    expect(rules.map(({ query }) => query).toSorted()).toEqual(files.toSorted());
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
    const source = read('src/questions/steps/ending.ts');
    expect(fields).not.toEqual([]);
    expect(fields.filter((field) => !source.includes(`${field}:`))).toEqual([]);
  });
});
