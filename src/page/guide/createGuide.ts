import { clipLine } from '../../cards/parts/plainText.ts';
import type { Reader } from '../../cards/parts/reader.ts';
import type { CommandTexts } from '../../texts/commandTexts.ts';
import { type Block, heading, note, paragraph, type Run } from '../document/block.ts';

/** What a guide is about. */
export interface GuideView {
  /** Absent while no space is known. */
  spaceTitle?: string;
  /** Questions that the space can answer. */
  samples: readonly string[];
}

/** A page on how to ask, to be written as HTML or as Markdown. */
export interface Guide {
  /** BCP 47. */
  language: string;
  title: string;
  /** What stands above the sections. */
  opening: Block[];
  sections: Block[][];
}

type Words = Pick<Reader, 'texts'>;

/** Who reads it, and from where: the links lead back there. */
export interface GuideReader extends Words {
  /** The chat that it's read beside. */
  chatId?: string | undefined;
  /** That the page was asked for by its address. */
  locale?: string | undefined;
}

const maxSamples = 8;
const maxLength = 300;

/** Those that help with asking; the help has them all. */
const worthKnowing = [
  'reset',
  'cancel',
  'sql',
  'history',
  'spaces',
  'help',
] as const satisfies readonly (keyof CommandTexts)[];

/** Makes the guide to asking in a reader's language, with the samples of a space. */
export function createGuide({ spaceTitle = '', samples }: GuideView, reader: GuideReader): Guide {
  const { language, guide: words } = reader.texts;
  const space = clipLine(spaceTitle, maxLength);
  return {
    language,
    title: words.title,
    opening: [
      heading(1, words.title),
      ...(space === '' ? [] : [note(words.about({ space }))]),
      paragraph(words.lead),
    ],
    sections: [
      sayWhat(reader),
      ...sampleSection(samples, reader),
      better(reader),
      followUp(reader),
      section(words.words.title, words.words.text),
      section(words.askedBack.title, words.askedBack.text),
      check(reader),
      [heading(2, words.limits.title), list(words.limits.items.map((text) => [{ text }]))],
      privacy(reader),
      commands(reader),
    ],
  };
}

function section(title: string, ...texts: string[]): Block[] {
  return [heading(2, title), ...texts.map((text) => paragraph(text))];
}

function list(items: Run[][]): Block {
  return { type: 'list', items: items.map((runs) => [{ type: 'paragraph', runs }]) };
}

function sayWhat({ texts }: Words): Block[] {
  const { title, part, example, parts } = texts.guide.say;
  return [
    heading(2, title),
    twoColumns(
      [part, example],
      parts.map(({ name, example: words }) => [[{ text: name, isBold: true }], [{ text: words }]]),
    ),
  ];
}

function twoColumns([left, right]: [string, string], rows: Run[][][]): Block {
  return {
    type: 'text-table',
    columns: [{ runs: [{ text: left }] }, { runs: [{ text: right }] }],
    rows,
  };
}

/** Each leads to the chat page, which puts it in the question box. */
function sampleSection(samples: readonly string[], reader: GuideReader): Block[][] {
  const shown = samples
    .map((sample) => clipLine(sample, maxLength))
    .filter((sample) => sample !== '')
    .slice(0, maxSamples);
  if (shown.length === 0) return [];
  const links = shown.map((text) => [{ text, href: pageWith(text, reader) }]);
  return [[heading(2, reader.texts.guide.samples), list(links)]];
}

function pageWith(question: string, { chatId, locale }: GuideReader): string {
  const query = { question, chat: chatId, locale };
  const given = Object.entries(query).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return `/api/chat?${given.join('&')}`;
}

function better({ texts }: Words): Block[] {
  const { title, vague: left, clear: right, pairs } = texts.guide.better;
  return [
    heading(2, title),
    twoColumns(
      [left, right],
      pairs.map(({ vague, clear, why }) => [
        [{ text: vague }],
        [{ text: clear, isBold: true }, { text: `\n${why}` }],
      ]),
    ),
  ];
}

function followUp({ texts }: Words): Block[] {
  const { title, text, charts, newTopic } = texts.guide.followUp;
  const { line, table } = texts.chartPhrases;
  return section(
    title,
    text,
    texts.sentences([
      charts({ line: line[0], table: table[0] }),
      newTopic({ reset: texts.commands.reset.name }),
    ]),
  );
}

function check({ texts }: Words): Block[] {
  const { title, text, trusted } = texts.guide.check;
  const { showUnderstanding: understanding, showSql: sql } = texts.answer;
  return section(
    title,
    text({ understanding, sql }),
    trusted({ trusted: texts.provenance.trusted }),
  );
}

function privacy({ texts }: Words): Block[] {
  const { title, text, more } = texts.guide.privacy;
  return section(title, texts.sentences([text, more({ info: texts.commands.info.name })]));
}

function commands({ texts }: Words): Block[] {
  const lines = worthKnowing.map((command) => {
    const { name, help } = texts.commands[command];
    return [{ text: `${name}:`, isBold: true }, { text: ` ${help}` }];
  });
  return [heading(2, texts.guide.commands), list(lines)];
}
