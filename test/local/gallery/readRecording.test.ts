import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Recording, readRecording } from '../../../local/gallery/readRecording.ts';
import { chooseChart } from '../../../src/answers/chooseChart.ts';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { drawChart } from '../../../src/charts/drawChart.ts';
import { parseWarnings } from '../../cards/parseWarnings.ts';
import { testReader } from '../../support/testReader.ts';

const folder = join(import.meta.dirname, '../../../local/gallery/answers');
const names = readdirSync(folder).map((file) => file.replace('.json', ''));

const kinds: Record<string, (string | undefined)[]> = {
  bars: ['horizontal-bar'],
  'bars-lying': ['horizontal-bar'],
  customers: ['horizontal-bar'],
  days: ['line'],
  donut: ['donut'],
  'every-type': [undefined],
  figure: [undefined],
  german: ['line'],
  line: ['line'],
  'lines-six': ['line'],
  'lines-two': ['line'],
  list: [undefined],
  'many-bars': ['horizontal-bar'],
  margin: ['line'],
  markup: ['horizontal-bar'],
  measures: ['horizontal-bar'],
  negative: ['bar'],
  'no-rows': [undefined],
  'two-measures': ['horizontal-bar'],
  'two-tables': ['bar', 'horizontal-bar'],
  unreadable: [undefined],
};

const read = (name: string) => readRecording(join(folder, `${name}.json`));

function cardOf({ answer, question, locale }: Recording, channel: 'teams' | 'webchat') {
  return answerCard(answer, {
    ...testReader(channel, { locale }),
    answerKey: 'key',
    question,
    durationMs: 1000,
    feedback: true,
    downloads: true,
    charts: { draw: drawChart },
  });
}

test.each(names)('the recorded answer “%s” has the charts that suit it', async (name) => {
  const { answer } = await read(name);
  expect(answer.tables.map((table) => chooseChart(table)?.kind)).toEqual(kinds[name] ?? []);
});

test.each(names)('the recorded answer “%s” is a card that Web Chat knows all of', async (name) => {
  expect(parseWarnings(cardOf(await read(name), 'webchat'))).toEqual([]);
});

test.each(names)(
  'the recorded answer “%s” has a fallback for all that only Teams knows',
  async (name) => {
    const warnings = parseWarnings(cardOf(await read(name), 'teams'));
    expect(warnings.filter((words) => !/"(?:CodeBlock|Chart\.[\w.]+)"/.test(words))).toEqual([]);
  },
);
