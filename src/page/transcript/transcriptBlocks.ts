import { zoneNote } from '../../cards/answer/tableNotes.ts';
import { clipLine } from '../../cards/parts/plainText.ts';
import { writeTime } from '../../cards/parts/write.ts';
import { writeSchedule } from '../../schedule/writeSchedule.ts';
import { type Block, heading, note, paragraph } from '../document/block.ts';
import { readMarkdown } from '../document/readMarkdown.ts';
import { answerBlocks } from './answerBlocks.ts';
import type { Transcript, TranscriptReader, TranscriptTurn } from './transcript.ts';

/** A longer question is no heading: its beginning is, and all of it stands below. */
const longestHeading = 160;

/** The title of a chat on one line. */
export function titleOf({ title }: Pick<Transcript, 'title'>, { texts }: TranscriptReader): string {
  return clipLine(title, longestHeading) || texts.transcript.untitled;
}

/** A chat as blocks: what it is and when it was saved, then each question with its answer. */
export function* transcriptBlocks(
  transcript: Transcript,
  reader: TranscriptReader,
): Generator<Block> {
  const { spaceTitle, savedAt, turns } = transcript;
  const { transcript: words } = reader.texts;
  yield heading(1, titleOf(transcript, reader));
  const facts = [
    ...(spaceTitle ? [clipLine(spaceTitle, longestHeading)] : []),
    words.saved({ time: writeTime(savedAt, reader) }),
    zoneNote(reader),
  ];
  yield note(facts.join(' · '));
  if (transcript.isCut) yield note(words.onlyNewest({ questions: turns.length }));
  if (turns.length === 0) yield paragraph(words.nothingAsked);
  for (const turn of turns) yield { type: 'section', blocks: turnBlocks(turn, reader) };
}

function* turnBlocks(
  { question = '', askedAt, schedule, outcome }: TranscriptTurn,
  reader: TranscriptReader,
): Generator<Block> {
  const { transcript: words } = reader.texts;
  const asked = clipLine(question, longestHeading);
  yield heading(2, asked || words.unknownQuestion);
  const time = writeTime(askedAt, reader);
  yield note(schedule ? `${writeSchedule(schedule, reader)} · ${time}` : time);
  if (isCut(question, asked)) yield { type: 'quote', blocks: [paragraph(question.trim())] };
  switch (outcome.kind) {
    case 'answer':
      yield answerBlocks(outcome, question, reader);
      return;
    case 'failure':
      yield* readMarkdown(outcome.text);
      return;
    case 'open':
    case 'cancelled':
      yield paragraph(words[outcome.kind], { isItalic: true });
  }
}

/** Lines are part of how a question was asked. */
function isCut(question: string, heading: string): boolean {
  return heading !== '' && (heading.endsWith('…') || question.trim().includes('\n'));
}
