import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const source = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The rules by Deque that matter to who can't use a page, https://dequeuniversity.com/rules/axe. */
const serious = ['serious', 'critical'];

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; html: string }[];
}

/** What axe finds on a page that keeps people out: the rule, and where. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(await source);
  const violations = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)",
  )) as Violation[];
  return violations
    .filter(({ impact }) => serious.includes(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 160)}`),
    );
}
