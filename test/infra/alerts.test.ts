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
const rules = templateOf('alerts.bicep').variables['rules'] as Rule[];
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

describe('the alerts', () => {
  it.each(rules)('$name counts lines that the bot really writes', (rule) => {
    const events = eventsIn(queryOf(rule));
    expect(events).not.toEqual([]);
    expect(events.filter((event) => !logged.has(event))).toEqual([]);
  });

  it.each(rules)('$name looks at a column that its query has', (rule) => {
    expect(queryOf(rule)).toMatch(new RegExp(`\\b${rule.column}\\b`));
  });

  it.each(rules)('$name is explained in docs/operations.md', ({ name }) => {
    expect(read('docs/operations.md')).toContain(`### ${name}`);
  });

  it('can be deployed over a workspace that has no tables yet', () => {
    const { resources } = templateOf('alerts.bicep');
    const made = resources.filter(({ type }) => type.endsWith('/scheduledQueryRules'));
    expect(made.map(({ body }) => valueAt(body, 'properties.skipQueryValidation'))).toEqual([true]);
    expect(read('infra/main.bicep')).toMatch(
      /module alerts [\s\S]*?\n {2}dependsOn: \[functionApp\]\n\}/,
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
