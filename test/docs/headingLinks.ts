import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/readImports.ts';
import { anchorsOf } from './anchorsOf.ts';

/** The links of a page in `docs` to headings, there or on its other pages, and those of them that lead to none. */
export function headingLinks(page: string): { count: number; broken: string[] } {
  const links = [...page.matchAll(/\]\((?!https:)([\w-]+\.md)?(?:#([\w-]+))?\)/g)];
  const broken = links.filter(([, file, anchor]) => {
    const text = file ? readFileSync(join(root, 'docs', file), 'utf8') : page;
    return anchor !== undefined && !anchorsOf(text).includes(anchor);
  });
  return { count: links.length, broken: broken.map(([link]) => link) };
}
