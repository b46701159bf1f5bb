import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import type { CardChannel, OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import { drawChart } from '../../src/charts/drawChart.ts';
import { galleryReader } from './galleryReader.ts';
import { peopleCards } from './peopleCards.ts';
import { type Recording, readRecording } from './readRecording.ts';
import { subscriptionCards } from './subscriptionCards.ts';
import { type TextSample, textSamples } from './textAnswers.ts';

/** What is typed, and the card that comes back. */
export interface Shown {
  name: string;
  question: string;
  message: OutgoingMessage;
}

const answersFolder = join(import.meta.dirname, 'answers');

/** Every card; `locale` is the reader's, in place of what suits each. Answers are written for Web Chat. */
export async function galleryCards(
  locale: string | undefined,
  channel: CardChannel = 'webchat',
): Promise<Shown[]> {
  const reader = { ...galleryReader(locale ?? 'en-GB'), channel };
  const people = [...peopleCards(reader), ...subscriptionCards(reader)].map(
    ([question, message]) => ({
      name: `card-${question.replaceAll(' ', '-')}`,
      question,
      message,
    }),
  );
  return [...(await readAnswers(locale)), ...textAnswers(locale), ...people];
}

async function readAnswers(locale: string | undefined): Promise<Shown[]> {
  const names = (await readdir(answersFolder)).map((file) => basename(file, '.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const recording = await readRecording(join(answersFolder, `${name}.json`));
      const { question } = recording;
      return { name, question, message: toMessage(recording, locale ?? recording.locale) };
    }),
  );
}

function textAnswers(locale: string | undefined): Shown[] {
  return textSamples.map(({ name, question, ...sample }) => ({
    name,
    question,
    message: toMessage({ question, ...sample }, locale ?? sample.locale, sample),
  }));
}

function toMessage(
  { question, answer }: Recording,
  locale: string,
  { from = 'Sales', isFromEndpoint }: Partial<TextSample> = {},
) {
  return answerCard(answer, {
    ...galleryReader(locale),
    answerKey: 'gallery',
    question,
    spaceTitle: from,
    ...(isFromEndpoint && { isFromEndpoint }),
    durationMs: 4_200,
    feedback: true,
    downloads: true,
    charts: { draw: drawChart },
  });
}
