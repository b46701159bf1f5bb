import type { Answer } from '../../answers/answer.ts';
import type { Run } from '../../questions/subscription.ts';
import { writeSchedule } from '../../schedule/writeSchedule.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText, textRun } from '../parts/richText.ts';
import { writeTime } from '../parts/write.ts';
import { findingWords } from './findingWords.ts';

const longestQuestion = 200;

/** At the head of what a subscription brings: which one it is, why it comes, and what came of those before. */
export function runElements(
  run: Run,
  question: string,
  answer: Pick<Answer, 'tables'>,
  reader: Reader,
): CardElement[] {
  const { condition, finding, skipped, tookOver } = run;
  const { subscriptions: words } = reader.texts;
  const found = condition && finding ? findingWords(condition, finding, answer, reader) : '';
  return [
    runHeading(run, question, reader),
    ...(found ? [richText(found)] : []),
    ...(skipped
      ? [noteText(words.skipped({ times: skipped.times, since: writeTime(skipped.since, reader) }))]
      : []),
    ...(tookOver ? [noteText(words.continuesHere)] : []),
  ];
}

/** `Every weekday at 9:00 · revenue by region yesterday`. */
function runHeading({ schedule }: Run, question: string, reader: Reader): CardElement {
  const asked = clipLine(question, longestQuestion);
  return {
    type: 'RichTextBlock',
    inlines: [
      textRun(writeSchedule(schedule, reader), { weight: 'Bolder' }),
      ...(asked ? [textRun(` · ${asked}`)] : []),
    ],
  };
}
