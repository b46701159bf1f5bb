import { describe, expect, it } from 'vitest';
import { type Form, readForm, type Wished } from '../../../src/bot/subscriptions/readForm.ts';

const europe = { key: 'europe', name: { column: 'revenue', row: 'Europe' }, value: 5 };
const figures = [europe];
const at = { hour: 9, minute: 0 };
const monthly: Wished = {
  schedule: { every: 'month', day: 15, at },
  condition: { only: 'above', of: { column: 'orders' }, limit: 7 },
};

describe('the form of a new subscription', () => {
  it.each<[Form, object]>([
    [{ every: 'day', time: '09:00' }, { schedule: { every: 'day', at } }],
    [{ every: 'weekday', time: '9:00' }, { schedule: { every: 'weekday', at } }],
    [{ every: '7', time: '09:00:00' }, { schedule: { every: 'week', days: [7], at } }],
    [{ every: 'month', time: '09:00' }, { schedule: { every: 'month', day: 1, at } }],
    [{ every: 'last', time: ' 09:00 ' }, { schedule: { every: 'month', day: 'last', at } }],
    [{ every: 'day', time: '23:59' }, { schedule: { every: 'day', at: { hour: 23, minute: 59 } } }],
  ])('says when: %j', (form, wished) => {
    expect(readForm(form, figures)).toEqual(wished);
    expect(readForm({ ...form, only: 'always' }, figures)).toEqual(wished);
  });

  it.each<[Form, string]>([
    [{}, 'no-time'],
    [{ every: 'day', time: '' }, 'no-time'],
    [{ time: '09:00' }, 'no-question'],
    [{ every: 'keep', time: '09:00' }, 'no-question'],
    [{ every: '0', time: '09:00' }, 'when'],
    [{ every: '8', time: '09:00' }, 'when'],
    [{ every: 'week', time: '09:00' }, 'when'],
    [{ every: 'day', time: '24:00' }, 'time'],
    [{ every: 'day', time: '9' }, 'time'],
    [{ every: 'day', time: '09:60' }, 'time'],
    [{ every: 'day', time: '9:00 AM' }, 'time'],
    [{ every: 'day', time: '-9:00' }, 'time'],
  ])('%j is refused: %s', (form, why) => {
    expect(readForm(form, figures)).toMatchObject({ why });
  });

  const when = { every: 'day', time: '09:00' };
  const of = europe.name;
  it.each<[Form, object]>([
    [{ only: 'with-rows' }, { only: 'with-rows' }],
    [
      { only: 'above', figure: 'europe', amount: '5' },
      { only: 'above', of, limit: 5 },
    ],
    [
      { only: 'below', figure: 'europe', amount: '-5.25' },
      { only: 'below', of, limit: -5.25 },
    ],
    [
      { only: 'above', figure: 'europe', amount: 0 },
      { only: 'above', of, limit: 0 },
    ],
    [
      { only: 'above', figure: 'europe', amount: '12,5' },
      { only: 'above', of, limit: 12.5 },
    ],
    [
      { only: 'moved', figure: 'europe', amount: 5.5 },
      { only: 'moved', of, by: 5.5 },
    ],
    [
      { only: 'moved-percent', figure: 'europe', amount: '10' },
      { only: 'moved', of, by: 10, isPercent: true },
    ],
  ])('says on which condition: %j', (form, condition) => {
    expect(readForm({ ...when, ...form }, figures)).toMatchObject({ condition });
  });

  it.each<[Form, string]>([
    [{ only: 'never' }, 'figure'],
    [{ only: 'above', amount: '5' }, 'figure'],
    [{ only: 'above', figure: 'keep', amount: '5' }, 'figure'],
    [{ only: 'above', figure: 'asia', amount: '5' }, 'figure'],
    [{ only: 'above', figure: 'europe' }, 'limit'],
    [{ only: 'above', figure: 'europe', amount: '' }, 'limit'],
    [{ only: 'above', figure: 'europe', amount: '1,000' }, 'limit'],
    [{ only: 'above', figure: 'europe', amount: 'Infinity' }, 'limit'],
    [{ only: 'above', figure: 'europe', amount: Number.NaN }, 'limit'],
    [{ only: 'above', figure: 'europe', amount: '9'.repeat(400) }, 'limit'],
    [{ only: 'moved', figure: 'europe', amount: '0' }, 'amount'],
    [{ only: 'moved', figure: 'europe', amount: '-1' }, 'amount'],
    [{ only: 'moved-percent', figure: 'europe' }, 'amount'],
  ])('%j is no condition: %s', (form, why) => {
    expect(readForm({ ...when, ...form }, figures)).toMatchObject({ why });
  });

  it('says that there are no figures, where there are none', () => {
    const form = { ...when, only: 'above', figure: 'europe', amount: '5' };
    expect(readForm(form, [])).toEqual({ why: 'no-figure' });
  });
});

describe('the form that changes a subscription', () => {
  it('keeps what isn’t in it', () => {
    expect(readForm({}, [], monthly)).toEqual(monthly);
    expect(readForm({ every: 'keep', time: '09:00' }, [], monthly)).toEqual(monthly);
  });

  it('keeps the figure, though the answer at hand has others or none', () => {
    const form = { only: 'below', figure: 'keep', amount: '3' };
    const condition = { only: 'below', of: { column: 'orders' }, limit: 3 };
    expect(readForm(form, [], monthly)).toMatchObject({ condition });
    expect(readForm({ ...form, figure: 'europe' }, figures, monthly)).toMatchObject({
      condition: { ...condition, of: europe.name },
    });
  });

  it('takes the condition away', () => {
    expect(readForm({ only: 'always' }, [], monthly)).toEqual({ schedule: monthly.schedule });
  });
});
