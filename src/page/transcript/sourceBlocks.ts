import type { AnswerTable } from '../../answers/answer.ts';
import { writeTime } from '../../cards/parts/write.ts';
import { understandingSteps } from '../../cards/source/understandingSteps.ts';
import { type Block, note, paragraph } from '../document/block.ts';
import { readMarkdown } from '../document/readMarkdown.ts';
import type { TranscriptReader } from './transcript.ts';

/** How Genie came to a table: how it understood the question, where the rows come from, and the SQL. */
export function sourceBlocks(table: AnswerTable, reader: TranscriptReader): Block[] {
  const { answer: words } = reader.texts;
  const { sql = '' } = table;
  const understood = understandingBlocks(table, reader);
  return [
    ...(sql.trim() === ''
      ? []
      : [details('SQL', [{ type: 'code', text: sql.trim(), language: 'sql' }])]),
    ...(understood.length === 0 ? [] : [details(words.showUnderstanding, understood)]),
  ];
}

function details(summary: string, blocks: Block[]): Block {
  return { type: 'details', summary, blocks };
}

function understandingBlocks(table: AnswerTable, reader: TranscriptReader): Block[] {
  const { isTrusted, parameters = [], sources = [], readAt } = table;
  const { provenance: words, list } = reader.texts;
  const steps = understandingSteps(table);
  if (steps.length === 0 && sources.length === 0 && !isTrusted) return [];
  return [
    ...steps.flatMap(({ kind, text }) => [
      ...(kind && steps.length > 1 ? [paragraph(words.steps[kind], { isBold: true })] : []),
      ...readMarkdown(text),
    ]),
    ...(isTrusted ? [note(words.trustedMeans)] : []),
    ...parameters.map(({ name, value }) => fact(name, value)),
    ...(sources.length === 0
      ? []
      : [fact(words.facts.tables(sources.length), list(sources.map(({ fullName }) => fullName)))]),
    ...(readAt === undefined ? [] : [fact(words.facts.dataRead, writeTime(readAt, reader))]),
  ];
}

function fact(name: string, value: string): Block {
  return { type: 'paragraph', runs: [{ text: `${name}:`, isBold: true }, { text: ` ${value}` }] };
}
