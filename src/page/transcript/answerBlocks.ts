import type { Answer, AnswerTable } from '../../answers/answer.ts';
import { answerWords } from '../../cards/answer/answerWords.ts';
import { approvalQuestion } from '../../cards/answer/approvalElements.ts';
import { saysFigure } from '../../cards/answer/saysFigure.ts';
import { isRightToLeft } from '../../cards/parts/isRightToLeft.ts';
import { readableJson } from '../../cards/parts/readableJson.ts';
import { citationNote } from '../../cards/source/citationNote.ts';
import { sourceNotes } from '../../cards/source/sourceNotes.ts';
import { type Block, heading, note, paragraph } from '../document/block.ts';
import { readMarkdown } from '../document/readMarkdown.ts';
import { chartBlocks } from './chartBlocks.ts';
import { sourceBlocks } from './sourceBlocks.ts';
import { tableBlocks } from './tableBlocks.ts';
import type { TranscriptOutcome, TranscriptReader } from './transcript.ts';

type Answered = Extract<TranscriptOutcome, { kind: 'answer' }>;

/** An answer in the order of its card, with nothing left out. */
export function answerBlocks(
  { answer, isFromEndpoint }: Answered,
  question: string,
  reader: TranscriptReader,
): Block {
  return {
    type: 'section',
    isRightToLeft: isRightToLeft(answerWords(answer, question)),
    blocks: inOrder(answer, isFromEndpoint, reader),
  };
}

/** Made as they are written: the charts of a long chat would be many pictures at once. */
function* inOrder(
  answer: Answer,
  isFromEndpoint: true | undefined,
  reader: TranscriptReader,
): Generator<Block> {
  const { texts, tables, questionBack, suggestions } = answer;
  const isSummedUp = texts.some(saysFigure);
  for (let place = 0; place <= texts.length; place += 1) {
    for (const table of tables)
      if ((table.textsBefore ?? texts.length) === place)
        yield* tableSection(table, reader, isSummedUp);
    yield* readMarkdown(texts[place] ?? '');
  }
  if (isEmpty(answer)) yield paragraph(reader.texts.answer.empty);
  yield* readMarkdown(questionBack ?? '');
  yield* approvalBlocks(answer, reader);
  yield* suggestionBlocks(answer.kind, suggestions, reader);
  const { texts: words } = reader;
  const sources = sourceNotes(answer, { texts: words, ...(isFromEndpoint && { isFromEndpoint }) });
  if (sources.length > 0) yield note(sources.join(' · '));
  yield* citationNote(answer, reader, Number.POSITIVE_INFINITY).map(note);
}

function* tableSection(
  table: AnswerTable,
  reader: TranscriptReader,
  isSummedUp: boolean,
): Generator<Block> {
  if (table.title) yield heading(3, table.title);
  yield* chartBlocks(table, reader, isSummedUp);
  yield* tableBlocks(table, reader);
  yield* sourceBlocks(table, reader);
}

function isEmpty({ tables, texts, questionBack, approval }: Answer): boolean {
  const isSilent = texts.length === 0 && questionBack === undefined && approval === undefined;
  return tables.length === 0 && isSilent;
}

function approvalBlocks({ approval }: Answer, { texts }: TranscriptReader): Block[] {
  if (approval === undefined) return [];
  const called = readableJson(approval.arguments.trim());
  return [
    paragraph(approvalQuestion(approval, texts), { isBold: true }),
    ...(called === '' || called === '{}'
      ? []
      : [note(texts.answer.approval.calledWith), { type: 'code', text: called } as const]),
  ];
}

function suggestionBlocks(
  kind: Answer['kind'],
  suggestions: readonly string[],
  { texts }: TranscriptReader,
): Block[] {
  if (suggestions.length === 0) return [];
  const title = kind === 'answer' ? [paragraph(texts.answer.askNext, { isBold: true })] : [];
  return [...title, { type: 'list', items: suggestions.map((each) => [paragraph(each)]) }];
}
