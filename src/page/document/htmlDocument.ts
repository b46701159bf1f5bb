import type { Block, Run } from './block.ts';
import { escapeHtml } from './escapeHtml.ts';

/** A table of a text with so few columns fits on a phone. */
const mostThatFit = 3;

/** More columns are printed small: half a number is another number, so none is broken in two. */
const mostOnPaper = 8;

/** Blocks as the body of an HTML page, piece by piece. All texts are escaped, and nothing is loaded from anywhere. */
export function* htmlDocument(blocks: Iterable<Block>): Generator<string> {
  for (const block of blocks) yield* writeBlock(block);
}

function* writeBlock(block: Block): Generator<string> {
  switch (block.type) {
    case 'heading':
      yield `<h${block.level}>${htmlRuns(block.runs)}</h${block.level}>\n`;
      return;
    case 'paragraph':
      yield `<p${block.isNote ? ' class="note"' : ''}>${htmlRuns(block.runs)}</p>\n`;
      return;
    case 'list':
      yield* writeList(block);
      return;
    case 'quote':
      yield '<blockquote>\n';
      yield* htmlDocument(block.blocks);
      yield '</blockquote>\n';
      return;
    case 'code':
      // A parser drops a first line's end.
      yield `<pre dir="ltr" tabindex="0">\n<code>${escapeHtml(block.text)}</code></pre>\n`;
      return;
    case 'table':
      yield* writeTable(block);
      return;
    case 'text-table':
      yield writeTextTable(block);
      return;
    case 'picture':
      yield `<p><img src="${escapeHtml(block.url)}" alt="${escapeHtml(block.altText)}"></p>\n`;
      return;
    case 'details':
      yield `<details><summary>${escapeHtml(block.summary)}</summary>\n`;
      yield* htmlDocument(block.blocks);
      yield '</details>\n';
      return;
    case 'section':
      yield `<section${directionOf(block.isRightToLeft)}>\n`;
      yield* htmlDocument(block.blocks);
      yield '</section>\n';
  }
}

function directionOf(isRightToLeft: boolean | undefined): string {
  return isRightToLeft ? ' dir="rtl"' : '';
}

function* writeList({ start, items }: Block & { type: 'list' }): Generator<string> {
  const tag = start === undefined ? 'ul' : 'ol';
  yield start === undefined || start === 1 ? `<${tag}>\n` : `<${tag} start="${start}">\n`;
  for (const blocks of items) {
    const [first, ...others] = blocks;
    yield '<li>';
    // One paragraph needs no element of its own, nor the room around it.
    if (first?.type === 'paragraph') yield htmlRuns(first.runs);
    yield* htmlDocument(first?.type === 'paragraph' ? others : blocks);
    yield '</li>\n';
  }
  yield `</${tag}>\n`;
}

/** A wide table scrolls by itself, which people without a mouse must be able to do as well. */
function* writeTable({ columns, rows, name }: Block & { type: 'table' }): Generator<string> {
  if (columns.length === 0) return;
  const look = columns.length > mostOnPaper ? 'table wide' : 'table';
  yield `<div class="${look}" role="group" tabindex="0" aria-label="${escapeHtml(name)}"><table>\n<thead><tr>`;
  for (const { heading, isRight } of columns)
    yield `<th scope="col"${classOf(isRight)}>${escapeHtml(heading)}</th>`;
  yield '</tr></thead>\n<tbody>\n';
  const starts = columns.map(({ isRight }) => `<td${classOf(isRight)}>`);
  for (const row of rows)
    yield `<tr>${row.map((cell, at) => `${starts[at] ?? '<td>'}${escapeHtml(cell)}</td>`).join('')}</tr>\n`;
  yield '</tbody></table></div>\n';
}

function writeTextTable({ columns, rows }: Block & { type: 'text-table' }): string {
  const rights = columns.map(({ isRight }) => classOf(isRight));
  const head = columns.map(({ runs }, at) => `<th scope="col"${rights[at]}>${htmlRuns(runs)}</th>`);
  const body = rows.map(
    (row) =>
      `<tr>${row.map((runs, at) => `<td${rights[at] ?? ''}>${htmlRuns(runs)}</td>`).join('')}</tr>`,
  );
  const table = `>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>`;
  return columns.length <= mostThatFit
    ? `<table class="fit"${table}\n`
    : `<div class="table" role="group" tabindex="0"><table${table}</div>\n`;
}

function classOf(isRight: boolean | undefined): string {
  return isRight ? ' class="n"' : '';
}

/** Runs as HTML. */
function htmlRuns(runs: readonly Run[]): string {
  return runs.map(writeRun).join('');
}

function writeRun({ text, href, isBold, isItalic, isStruck, isCode }: Run): string {
  const tags = [
    ...(isBold ? ['strong'] : []),
    ...(isItalic ? ['em'] : []),
    ...(isStruck ? ['s'] : []),
    ...(isCode ? ['code'] : []),
  ];
  const words = tags.reduceRight(
    (inner, tag) => `<${tag}>${inner}</${tag}>`,
    escapeHtml(text).replaceAll('\n', '<br>'),
  );
  return href === undefined ? words : `<a href="${escapeHtml(href)}">${words}</a>`;
}
