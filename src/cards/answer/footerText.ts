import type { Answer } from '../../answers/answer.ts';
import { clipLine } from '../parts/plainText.ts';
import { writeCount, writeDuration } from '../parts/write.ts';

/** The small print: the space, how many rows, how long it took. */
export function footerText(
  { tables: [table, ...others] }: Answer,
  { spaceTitle, durationMs }: { spaceTitle?: string; durationMs: number },
): string {
  const counted = table !== undefined && others.length === 0 && table.error === undefined;
  return [
    ...(spaceTitle ? [clipLine(spaceTitle, 60)] : []),
    ...(counted
      ? [`${writeCount(table.totalRows)} ${table.totalRows === 1 ? 'row' : 'rows'}`]
      : []),
    writeDuration(durationMs),
  ].join(' · ');
}
