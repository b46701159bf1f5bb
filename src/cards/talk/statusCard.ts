import type { Status, Waiting } from '../../questions/upkeep/readStatus.ts';
import type { Texts } from '../../texts/texts.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { factText } from '../parts/factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { writeCount, writeDuration } from '../parts/write.ts';

/** How the bot is doing, for its admins: figures, and who waits; nothing about what anyone asked. */
export function statusCard(reader: Reader, status: Status): OutgoingMessage {
  const { asked, answered, underWay, failures, waiting, started, perMinute, blockedMs } = status;
  const { channel, texts } = reader;
  const hours = status.windowMs / 3_600_000;
  const title = `The last ${hours} hours`;
  const failed = failures.reduce((sum, [, count]) => sum + count, 0);
  const questions = `${status.isPartial ? 'at least ' : ''}${writeCount(asked)}`;
  const budget = `${started} of ${perMinute} questions in the last minute${
    blockedMs ? `; throttled for another ${writeDuration(blockedMs, texts)}` : ''
  }`;
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    factText('Questions', questions),
    factText('Answered', writeCount(answered)),
    factText('In progress', writeCount(underWay)),
    factText('Not answered', failed === 0 ? 'none' : writeFailures(failures)),
    ...percentiles('Time to answer', status.answerMs, texts),
    ...percentiles('Time to acknowledge', status.acknowledgeMs, texts),
    richText('Now', { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...downElements(status, texts),
    factText('Genie’s budget', budget),
    factText('Waiting', writeCount(waiting)),
    ...status.line.flatMap((each) => lineElements(channel, each)),
  ];
  return createMessage(channel, body, `${title}: ${questions} questions.`);
}

function downElements({ down }: Status, texts: Texts): CardElement[] {
  if (down === undefined) return [];
  const [silence, ago] = [down.ms, down.probedMsAgo].map((ms) => writeDuration(ms, texts));
  return [factText('Genie', `hasn’t answered for ${silence}; last tried ${ago} ago`)];
}

/** A person in the queue, and a button that takes them out of it. */
function lineElements(channel: CardChannel, { person, name, count }: Waiting): CardElement[] {
  const isCrowd = person === 'unvouched';
  const who = isCrowd ? 'Web Chat and Direct Line' : clipLine(name ?? '', 80) || 'Unknown person';
  const clear = submitButton(
    'Clear',
    { action: 'clear-line', person },
    { tooltip: `Remove from the queue: ${who}` },
  );
  return [factText(who, `${writeCount(count)} in the queue`), buttonRow(channel, [clear])];
}

function writeFailures(failures: Status['failures']): string {
  return failures.map(([code, count]) => `${code} ${writeCount(count)}`).join(', ');
}

function percentiles(name: string, durations: Status['answerMs'], texts: Texts) {
  if (durations === undefined) return [];
  const [median, p95] = [durations.median, durations.p95].map((ms) => writeDuration(ms, texts));
  return [factText(name, `median ${median}, 95th percentile ${p95}`)];
}
