import { visibleText } from '../../cards/parts/plainText.ts';
import type { Run } from './block.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

type Look = Pick<Run, 'isBold' | 'isItalic' | 'isStruck' | 'isCode'>;

const punctuation = /^[\p{P}\p{S}]$/u;
const blank = /^\s?$/u;

/**
 * Runs as Markdown. A look whose marks no reader of Markdown would take for marks, as in `**「EMEA」**が`, is left out:
 * the words matter more.
 */
export function markdownRuns(runs: readonly Run[]): string {
  const cleaned = runs.map((run) => ({ ...run, text: visibleText(run.text) }));
  const merged = merge(cleaned.filter(({ text }) => text !== ''));
  const looks = merged.map((run) => (run.isCode ? { isCode: true } : lookOf(run)));
  for (const [at, look] of looks.entries()) {
    const [before, own, after] = [merged[at - 1]?.text, merged[at]?.text, merged[at + 1]?.text];
    const isGlued = hasMarks(looks[at - 1]) && touches(before, own);
    if (hasMarks(look) && (isGlued || !canBeMarked(before, own ?? '', after))) looks[at] = {};
  }
  return merge(merged.map(({ text }, at) => ({ text, ...looks[at] })))
    .map(writeRun)
    .join('');
}

/** The same on one line: for a heading or a cell. */
export function markdownLine(runs: readonly Run[]): string {
  return markdownRuns(runs.map((run) => ({ ...run, text: oneLine(visibleText(run.text)) }))).trim();
}

/** A cell of a table, which a bar inside code would part. */
export function markdownCell(runs: readonly Run[]): string {
  return markdownLine(
    runs.map((run) => (run.isCode && /[|\\]/.test(run.text) ? { text: run.text } : run)),
  );
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function lookOf({ isBold, isItalic, isStruck }: Run): Look {
  return {
    ...(isBold && { isBold }),
    ...(isItalic && { isItalic }),
    ...(isStruck && { isStruck }),
  };
}

function hasMarks(look: Look | undefined): boolean {
  return Boolean(look?.isBold || look?.isItalic || look?.isStruck);
}

function touches(before = '', after = ''): boolean {
  return !/\s$/.test(before) && !/^\s/.test(after);
}

/** CommonMark's rule of which marks begin and end emphasis. Marks stand next to the words, never next to spaces. */
function canBeMarked(before = '', own: string, after = ''): boolean {
  const words = own.trim();
  if (words === '') return false;
  const outer = (text: string, isSpaced: boolean) => isSpaced || isApart(text);
  const first = [...words.slice(0, 2)][0] ?? '';
  const last = [...words.slice(-2)].at(-1) ?? '';
  return (
    (!punctuation.test(first) || outer(lastCharacter(before), /^\s/.test(own))) &&
    (!punctuation.test(last) || outer(firstCharacter(after), /\s$/.test(own)))
  );
}

const isApart = (character: string) => blank.test(character) || punctuation.test(character);
const firstCharacter = (text: string) => [...text.slice(0, 2)][0] ?? '';
const lastCharacter = (text: string) => [...text.slice(-2)].at(-1) ?? '';

function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && keyOf(last) === keyOf(run)) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

function keyOf({ isBold, isItalic, isStruck, isCode }: Run): string {
  return isCode ? 'code' : [isBold, isItalic, isStruck].map(Boolean).join();
}

function writeRun({ text, isCode, ...look }: Run): string {
  if (isCode) return writeCode(oneLine(text));
  const words = text.trim();
  const at = text.indexOf(words);
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)];
  const stars = `${look.isBold ? '**' : ''}${look.isItalic ? '*' : ''}`;
  const tildes = look.isStruck ? '~~' : '';
  const marked = `${tildes}${stars}${escapeMarkdown(words)}${stars}${tildes}`;
  return `${before}${marked}${after}`.replaceAll('\n', '\\\n');
}

/** Code between more backticks than it has in a row. */
function writeCode(code: string): string {
  const fence = '`'.repeat(longestRow(code) + 1);
  const padding = /^[` ]|[` ]$/.test(code) ? ' ' : '';
  return code.trim() === '' ? code : `${fence}${padding}${code}${padding}${fence}`;
}

/** How many backticks a text has in a row, at most. */
export function longestRow(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
}
