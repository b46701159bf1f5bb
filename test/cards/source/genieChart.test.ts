import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import type { AnswerView, ChartView } from '../../../src/cards/answer/view.ts';
import { anAnswer, aTable, aView } from '../answer/anAnswer.ts';
import { cardOf } from '../readCard.ts';

const picture = 'data:image/png;base64,iVBORw0KGgo=' as const;
const drawn = 'data:image/svg+xml,<svg/>';
const charted = aTable({
  columns: [
    { name: 'region', type: 'STRING' },
    { name: 'revenue', type: 'DECIMAL', scale: 2 },
  ],
  rows: [
    ['EMEA', '1204331.5'],
    ['APAC', '803.25'],
  ],
  genieChart: { title: 'Revenue by region', picture },
});
const channels: [AnswerView['channel'], ChartView][] = [
  ['teams', {}],
  ['webchat', { draw: () => drawn }],
];

describe.each(channels)('a chart that Genie drew, in %s,', (channel, charts) => {
  const bodyOf = (table = charted, overrides: Partial<AnswerView> = {}) =>
    cardOf(answerCard(anAnswer({ tables: [table] }), aView({ channel, charts, ...overrides })))
      .body;
  const containerOf = (id: string, body = bodyOf()) =>
    body.find((element) => element.type === 'Container' && element.id === id);
  const chartOf = (body = bodyOf()) => {
    const container = containerOf('chart0', body);
    return container?.type === 'Container' ? container.items[0] : undefined;
  };

  it('takes the place of ours, first, with the figures read aloud', () => {
    const words = expect.stringMatching(/EMEA/);
    expect(chartOf()).toEqual({ type: 'Image', url: picture, altText: words });
    expect(containerOf('chart0')?.isVisible ?? true).toBe(true);
    expect(containerOf('rows0')?.isVisible).toBe(false);
  });

  it('is left out if another is wished for', () => {
    const body = bodyOf(charted, { charts: { ...charts, wish: 'line' } });
    expect(JSON.stringify(body)).not.toContain(picture);
    expect(chartOf(body)).toBeDefined();
  });

  it('gives way to ours in a message that has no room for it', () => {
    const long = { title: 'Revenue', picture: `${picture}${'A'.repeat(60_000)}` as const };
    const body = bodyOf({ ...charted, genieChart: long });
    expect(JSON.stringify(body).length * 2).toBeLessThan(76_000);
    expect(JSON.stringify(body)).not.toContain(picture);
    expect(chartOf(body)).toBeDefined();
  });

  it('without its picture only brings ours to the front', () => {
    const body = bodyOf({ ...charted, genieChart: { title: 'Revenue' } });
    expect(JSON.stringify(body)).not.toContain(picture);
    expect(containerOf('rows0', body)?.isVisible).toBe(false);
  });

  it('is shown where we would draw none, by its title', () => {
    const rows = [['EMEA', 'high']];
    const columns = [
      { name: 'region', type: 'STRING' },
      { name: 'level', type: 'STRING' },
    ];
    expect(chartOf(bodyOf({ ...charted, columns, rows }))).toEqual({
      type: 'Image',
      url: picture,
      altText: 'Revenue by region',
    });
  });

  it('is not shown where charts are off', () => {
    const view = aView({ channel });
    const message = answerCard(anAnswer({ tables: [charted] }), view);
    expect(JSON.stringify(message)).not.toContain(picture);
  });
});
