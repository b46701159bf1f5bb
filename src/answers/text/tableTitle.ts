import { type InlineRun, inlineRuns } from '../../markdown/inlineRuns.ts';
import { lexInline } from '../../markdown/lexMarkdown.ts';
import { cellText } from './cellText.ts';

/** A longer line is no title. */
const longest = 200;
const heading = /^ {0,3}#{1,6}[ \t](.*)$/;

/** Takes the heading, or the line in bold, that the lines before a table end with: it is the table's title. */
export function takeTitle(lines: readonly string[]): { lines: string[]; title?: string } {
  const at = lines.findLastIndex((line) => line.trim() !== '');
  const title = at < 0 ? undefined : titleOf(lines[at] ?? '');
  return title ? { lines: lines.slice(0, at), title } : { lines: [...lines] };
}

function titleOf(line: string): string | undefined {
  if (line.length > longest) return undefined;
  const text = heading.exec(line)?.[1];
  if (text !== undefined) return withoutColon(cellText(text.replace(/[ \t]#+[ \t]*$/, '')));
  if (!/^ {0,3}(?:\*\*|__)/.test(line)) return undefined;
  const runs = inlineRuns(lexInline(line.trim()));
  return runs.every(isBold) ? withoutColon(runs.map((run) => run.text).join('')) : undefined;
}

function isBold({ isBold, text }: InlineRun): boolean {
  return isBold === true || /^[\s:：]*$/.test(text);
}

function withoutColon(text: string): string {
  return text
    .trim()
    .replace(/[:：]$/, '')
    .trim();
}
