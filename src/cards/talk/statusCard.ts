import type { Status } from '../../questions/upkeep/readStatus.ts';
import { factText } from '../parts/factText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { richText } from '../parts/richText.ts';
import { writeCount, writeDuration } from '../parts/write.ts';

/** How the bot is doing, for its admins: figures only, nothing about what anyone asked. */
export function statusCard(channel: CardChannel, status: Status): OutgoingMessage {
  const { asked, answered, underWay, failures, waiting, started, perMinute, blockedMs } = status;
  const hours = status.windowMs / 3_600_000;
  const title = `The last ${hours} hours`;
  const failed = failures.reduce((sum, [, count]) => sum + count, 0);
  const questions = `${status.isPartial ? 'at least ' : ''}${writeCount(asked)}`;
  const budget = `${started} of ${perMinute} questions in the last minute${
    blockedMs ? `; throttled for another ${writeDuration(blockedMs)}` : ''
  }`;
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    factText('Questions', questions),
    factText('Answered', writeCount(answered)),
    factText('In progress', writeCount(underWay)),
    factText('Not answered', failed === 0 ? 'none' : writeFailures(failures)),
    ...percentiles('Time to answer', status.answerMs),
    ...percentiles('Time to acknowledge', status.acknowledgeMs),
    richText('Now', { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    factText('Genie’s budget', budget),
    factText('Waiting', writeCount(waiting)),
  ];
  return createMessage(channel, body, `${title}: ${questions} questions.`);
}

function writeFailures(failures: Status['failures']): string {
  return failures.map(([code, count]) => `${code} ${writeCount(count)}`).join(', ');
}

function percentiles(name: string, durations: Status['answerMs']) {
  if (durations === undefined) return [];
  const { median, p95 } = durations;
  return [factText(name, `median ${writeDuration(median)}, 95th percentile ${writeDuration(p95)}`)];
}
