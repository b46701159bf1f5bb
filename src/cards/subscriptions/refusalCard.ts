import type { Texts } from '../../texts/texts.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';

/** Why a person's wish for a subscription can't be followed. */
export type Refusal =
  | { why: 'when' | 'time' | 'zone' | 'day'; given: string }
  | { why: 'too-long' | 'too-many'; limit: number }
  | { why: Exclude<keyof Texts['subscriptions']['refused'], WithValue> };

type WithValue = 'when' | 'time' | 'zone' | 'day' | 'too-many';

/** Says what is wrong with a wish for a subscription, with an example of what works. */
export function refusalCard(refusal: Refusal, reader: Reader): OutgoingMessage {
  const { channel, texts } = reader;
  const { tryThis } = texts.subscriptions;
  const words = refusalWords(refusal, texts);
  const examples = examplesFor(refusal, texts);
  const body = [
    richText(words),
    ...(examples.length > 0 ? [richText(tryThis)] : []),
    ...examples.map((example) => richText(example, { fontType: 'Monospace' })),
  ];
  return createMessage(
    channel,
    body,
    texts.sentences([words, examples[0] && tryThis, examples[0]]),
  );
}

function refusalWords(refusal: Refusal, texts: Texts): string {
  const { commands, people, subscriptions } = texts;
  const { refused } = subscriptions;
  switch (refusal.why) {
    case 'when':
    case 'time':
    case 'zone':
    case 'day': {
      const given = clipLine(refusal.given, 60);
      return given === '' ? refused[whatIsMissing[refusal.why]] : refused[refusal.why]({ given });
    }
    case 'too-long':
      return people.questionTooLong(refusal);
    case 'too-many':
      return refused[refusal.why]({ ...refusal, command: commands.subscriptions.name });
    default:
      return refused[refusal.why];
  }
}

/** What to say where nothing was given. */
const whatIsMissing = {
  when: 'no-question',
  time: 'no-time',
  zone: 'no-question',
  day: 'no-question',
} as const;

function examplesFor(
  { why }: Refusal,
  { subscriptions: { example, dayExamples, zoneExample } }: Texts,
): readonly string[] {
  switch (why) {
    case 'when':
    case 'time':
    case 'no-time':
    case 'no-question':
    case 'too-long':
      return [example];
    case 'zone':
      return [zoneExample];
    case 'day':
      return dayExamples;
    default:
      return [];
  }
}
