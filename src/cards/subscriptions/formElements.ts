import type { FigureName } from '../../answers/figures/figureName.ts';
import type { Condition } from '../../questions/subscription.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { writeSchedule } from '../../schedule/writeSchedule.ts';
import type { CardElement, ChoiceInput } from '../parts/adaptiveCard.ts';
import type { Reader } from '../parts/reader.ts';
import { figureWords } from './figureWords.ts';

/** A figure of the answer that a condition can compare. */
export interface FigureChoice extends FigureName {
  /** Opaque; the form brings it back. */
  key: string;
  /** Its row, as people read it. */
  label?: string;
}

export interface FormView extends Reader {
  question: string;
  timeZone: string;
  /** None: its answer has no numbers, or isn't at hand. */
  figures: readonly FigureChoice[];
  /** What is chosen at first. */
  schedule: Schedule;
  condition?: Condition;
}

/** The fields of a subscription; those of its condition are hidden until they are wanted. */
export function formElements(
  view: FormView,
  { canKeep }: { canKeep: boolean },
): { fields: CardElement[]; condition: CardElement[] } {
  const { texts, timeZone, schedule, condition } = view;
  const { form } = texts.subscriptions;
  const amount = amountOf(condition);
  const figures = figureChoices(view);
  return {
    fields: [
      choice('every', form.every, everyValue(schedule), everyChoices(view, canKeep)),
      {
        type: 'Input.Time',
        id: 'time',
        label: form.time({ timeZone }),
        value: clock(schedule),
      },
    ],
    condition: [
      choice('only', form.only, onlyValue(condition), onlyChoices(view, figures.length > 0)),
      ...(figures.length > 0
        ? [
            choice('figure', form.figure, figures[0]?.value ?? '', figures),
            {
              type: 'Input.Number' as const,
              id: 'amount',
              label: form.amount,
              ...(amount !== undefined && { value: amount }),
            },
          ]
        : []),
    ],
  };
}

type Choice = ChoiceInput['choices'][number];

function choice(id: string, label: string, value: string, choices: Choice[]): ChoiceInput {
  return { type: 'Input.ChoiceSet', id, label, style: 'compact', value, choices };
}

/** `keep` for what can't be chosen: several days of the week, or another day of the month. */
function everyValue(schedule: Schedule): string {
  if (schedule.every === 'week') return schedule.days.length === 1 ? `${schedule.days[0]}` : 'keep';
  if (schedule.every !== 'month') return schedule.every;
  if (schedule.day === 'last') return 'last';
  return schedule.day === 1 ? 'month' : 'keep';
}

function everyChoices(view: FormView, canKeep: boolean): Choice[] {
  const { days, asNow } = view.texts.subscriptions.form;
  const keep = canKeep && everyValue(view.schedule) === 'keep';
  const values = ['day', 'weekday', 1, 2, 3, 4, 5, 6, 7, 'month', 'last'] as const;
  return [
    ...(keep ? [{ title: asNow({ now: writeSchedule(view.schedule, view) }), value: 'keep' }] : []),
    ...values.map((value) => ({ title: days[value], value: `${value}` })),
  ];
}

function onlyValue(condition: Condition | undefined): string {
  if (condition === undefined) return 'always';
  return condition.only === 'moved' && condition.isPercent ? 'moved-percent' : condition.only;
}

function onlyChoices({ texts }: FormView, hasFigures: boolean): Choice[] {
  const { conditions } = texts.subscriptions.form;
  const values = ['always', 'with-rows', 'above', 'below', 'moved', 'moved-percent'] as const;
  return values
    .slice(0, hasFigures ? values.length : 2)
    .map((value) => ({ title: conditions[value], value }));
}

/** The one that is compared now comes first, whether or not the answer at hand has it. */
function figureChoices(view: FormView): Choice[] {
  const { figures, condition } = view;
  const now = condition && 'of' in condition ? condition.of : undefined;
  const isNow = ({ column, row }: FigureName) => column === now?.column && row === now?.row;
  return [
    ...(now ? [{ title: figureWords(now, view), value: 'keep' }] : []),
    ...figures
      .filter((figure) => !isNow(figure))
      .map(({ key, column, row, label = row }) => ({
        title: figureWords({ column, ...(label !== undefined && { row: label }) }, view),
        value: key,
      })),
  ];
}

function amountOf(condition: Condition | undefined): number | undefined {
  if (condition === undefined || condition.only === 'with-rows') return undefined;
  return condition.only === 'moved' ? condition.by : condition.limit;
}

/** As `Input.Time` has it. */
function clock({ at: { hour, minute } }: Schedule): string {
  const twoDigits = (number: number) => `${number}`.padStart(2, '0');
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}
