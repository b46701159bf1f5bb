import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recording, readRecording } from '../../local/gallery/readRecording.ts';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import { testReader } from '../support/testReader.ts';
import { printFigures } from './support/figures.ts';

// What an answer's card weighs and takes to build, beside its data alone: the texts and rows that Genie sent, as JSON.

const folder = join(import.meta.dirname, '../../local/gallery/answers');
const files = (await readdir(folder)).sort();
const answers = await Promise.all(files.map((file) => readRecording(join(folder, file))));

/** Enough to see past what is compiled on first use. */
const rounds = 15;
const repeats = 10;

function cardOf({ answer, question, locale }: Recording): OutgoingMessage {
  return answerCard(answer, {
    ...testReader('teams', { locale }),
    answerKey: 'k'.repeat(60),
    question,
    spaceTitle: 'Sales',
    durationMs: 4_200,
    feedback: true,
    downloads: true,
    charts: {},
  });
}

const bytesOf = (value: unknown) => JSON.stringify(value).length * 2;

/** The best of some rounds, in milliseconds of this process for one answer: what else runs makes a round slower only. */
function measure(act: (recording: Recording) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    for (let repeat = 0; repeat < repeats; repeat += 1) answers.forEach(act);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1_000 / repeats / answers.length);
  }
  return best;
}

const average = (size: (recording: Recording) => number) =>
  answers.reduce((total, each) => total + size(each), 0) / answers.length;

const dataBytes = average(({ answer }) => bytesOf(answer));
const cardBytes = average((each) => bytesOf(cardOf(each)));
const dataMs = measure(({ answer }) => JSON.parse(JSON.stringify(answer)));
const cardMs = measure((each) => JSON.stringify(cardOf(each)));

const KB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} KB`;
const ms = (time: number) => `${time.toFixed(2)} ms`;
printFigures(`Cards: ${answers.length} answers in Teams, beside their data alone`, [
  {
    what: 'size in UTF-16',
    ours: KB(cardBytes),
    beside: KB(dataBytes),
    ratio: cardBytes / dataBytes,
  },
  { what: 'time to build', ours: ms(cardMs), beside: ms(dataMs), ratio: cardMs / dataMs },
]);
