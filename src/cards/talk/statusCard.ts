import type { Status, Waiting } from '../../questions/upkeep/readStatus.ts';
import type { Texts } from '../../texts/texts.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { factText } from '../parts/factText.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { writeDuration } from '../parts/write.ts';

/** How the bot is doing, for its admins: figures, and who waits; nothing about what anyone asked. */
export function statusCard(reader: Reader, status: Status): OutgoingMessage {
  const { asked, answered, underWay, failures, waiting, isPartial } = status;
  const { channel, texts } = reader;
  const words = texts.status;
  const title = words.title({ hours: status.windowMs / 3_600_000 });
  const failed = failures.map(([code, times]) => `${code} ${words.number(times)}`).join(', ');
  const questions = isPartial ? words.atLeast({ questions: asked }) : words.number(asked);
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    factText(words.questions, questions),
    factText(words.answered, words.number(answered)),
    factText(words.underWay, words.number(underWay)),
    factText(words.notAnswered, failed || words.none),
    ...(status.runs ? [factText(words.subscriptions, words.runs(status.runs))] : []),
    ...percentiles(words.timeToAnswer, status.answerMs, texts),
    ...percentiles(words.timeToAcknowledge, status.acknowledgeMs, texts),
    richText(words.now, { size: 'Medium', weight: 'Bolder' }, { spacing: 'Medium' }),
    ...downElements(status, texts),
    factText(words.budget, budgetWords(status, texts)),
    factText(words.waiting, words.number(waiting)),
    ...status.line.flatMap((each) => lineElements(each, reader)),
  ];
  return createMessage(channel, body, words.summary({ title, questions }));
}

function budgetWords({ started, perMinute, blockedMs }: Status, texts: Texts): string {
  const words = texts.status;
  const spent = words.spent({ started, perMinute });
  return blockedMs ? words.throttled({ spent, duration: writeDuration(blockedMs, texts) }) : spent;
}

function downElements({ down }: Status, texts: Texts): CardElement[] {
  if (down === undefined) return [];
  const silence = writeDuration(down.ms, texts);
  const tried = writeDuration(down.probedMsAgo, texts);
  return [factText(texts.status.genie, texts.status.down({ silence, tried }))];
}

/** A person in the queue, and a button that takes them out of it. */
function lineElements(
  { person, name, count }: Waiting,
  { channel, texts: { status: words } }: Reader,
): CardElement[] {
  const isCrowd = person === 'unvouched';
  const who = isCrowd ? words.crowd : clipLine(name ?? '', 80) || words.unknownPerson;
  const clear = submitButton(
    words.clear,
    { action: 'clear-line', person },
    { tooltip: words.clearTip({ who }) },
  );
  return [factText(who, words.inLine({ questions: count })), buttonRow(channel, [clear])];
}

function percentiles(name: string, durations: Status['answerMs'], texts: Texts): CardElement[] {
  if (durations === undefined) return [];
  const median = writeDuration(durations.median, texts);
  const p95 = writeDuration(durations.p95, texts);
  return [factText(name, texts.status.percentiles({ median, p95 }))];
}
