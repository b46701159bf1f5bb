import type { ListedFigure } from '../../answers/figures/listFigures.ts';
import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import type { Refusal } from '../../cards/subscriptions/refusalCard.ts';
import type { Condition, Subscription } from '../../questions/subscription.ts';
import type { Schedule, TimeOfDay, Weekday } from '../../schedule/schedule.ts';

/** What comes back from the form of a subscription. */
export type Form = Omit<Extract<CardSubmit, { action: 'change' }>, 'action' | 'subscription'>;

/** What the form says. */
export type Wished = Pick<Subscription, 'schedule' | 'condition'>;

/**
 * Reads the form of a subscription, which comes from a client: anything can be in it, or missing.
 *
 * @param figures those of the answer that it was about
 * @param now of the subscription that is changed
 */
export function readForm(
  form: Form,
  figures: readonly ListedFigure[],
  now?: Wished,
): Wished | Refusal {
  const schedule = readSchedule(form, now?.schedule);
  if ('why' in schedule) return schedule;
  const condition = readCondition(form, figures, now?.condition);
  if (condition === undefined) return { schedule };
  return 'why' in condition ? condition : { schedule, condition };
}

function readSchedule({ every, time }: Form, now: Schedule | undefined): Schedule | Refusal {
  const at = time === undefined ? now?.at : readTime(time);
  if (at === undefined) return time ? { why: 'time', given: time } : { why: 'no-time' };
  if (every === undefined || every === 'keep') {
    return now ? { ...now, at } : { why: 'no-question' };
  }
  if (every === 'day' || every === 'weekday') return { every, at };
  if (every === 'month') return { every, day: 1, at };
  if (every === 'last') return { every: 'month', day: 'last', at };
  if (/^[1-7]$/.test(every)) return { every: 'week', days: [Number(every) as Weekday], at };
  return { why: 'when', given: every };
}

/** As `Input.Time` writes it, with or without seconds. */
function readTime(time: string): TimeOfDay | undefined {
  const [, hour = '24', minute = '60'] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(time.trim()) ?? [];
  const at = { hour: Number(hour), minute: Number(minute) };
  return at.hour < 24 && at.minute < 60 ? at : undefined;
}

function readCondition(
  form: Form,
  figures: readonly ListedFigure[],
  now: Condition | undefined,
): Condition | Refusal | undefined {
  const { only } = form;
  switch (only) {
    case undefined:
      return now;
    case 'always':
      return undefined;
    case 'with-rows':
      return { only };
    case 'above':
    case 'below': {
      const of = readFigure(form, figures, now);
      const limit = readAmount(form.amount);
      if ('why' in of) return of;
      return limit === undefined ? { why: 'limit' } : { only, of, limit };
    }
    case 'moved':
    case 'moved-percent': {
      const of = readFigure(form, figures, now);
      const by = readAmount(form.amount);
      if ('why' in of) return of;
      if (by === undefined || by <= 0) return { why: 'amount' };
      return { only: 'moved', of, by, ...(only === 'moved-percent' && { isPercent: true }) };
    }
    default:
      return { why: 'figure' };
  }
}

function readFigure(
  { figure = 'keep' }: Form,
  figures: readonly ListedFigure[],
  now: Condition | undefined,
): ListedFigure['name'] | Refusal {
  const kept = now && 'of' in now ? now.of : undefined;
  if (figure === 'keep' && kept) return kept;
  const found = figures.find(({ key }) => key === figure)?.name;
  return found ?? { why: figures.length > 0 ? 'figure' : 'no-figure' };
}

/** `1234.5`, as `Input.Number` writes it, or `1234,5`. What could as well be thousands is no amount. */
function readAmount(amount: Form['amount']): number | undefined {
  const text = `${amount ?? ''}`.trim();
  if (!/^[-+]?\d+(?:\.\d+|,\d{1,2})?$/.test(text)) return undefined;
  const read = Number(text.replace(',', '.'));
  return Number.isFinite(read) ? read : undefined;
}
