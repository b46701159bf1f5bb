import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import type { AnswerView } from '../../../src/cards/answer/view.ts';
import type {
  AdaptiveCard,
  CardAction,
  CardElement,
} from '../../../src/cards/parts/adaptiveCard.ts';
import { fitsRow } from '../../../src/cards/tools/buttonFit.ts';
import { textsFor } from '../../../src/texts/textsFor.ts';
import { runs } from '../../support/runs.ts';
import { cardOf } from '../readCard.ts';
import { aRunOf } from '../subscriptions/aSubscription.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

type State = ReadonlyMap<string, boolean>;
type Row = CardAction[];

/** What is shown of a card with these ids, before anything is clicked. */
function startOf(card: AdaptiveCard): State {
  const state = new Map<string, boolean>();
  const note = (element: { id?: string; isVisible?: boolean }) => {
    if (element.id === undefined) return;
    expect(state.has(element.id), `two elements are ${element.id}`).toBe(false);
    state.set(element.id, element.isVisible !== false);
  };
  walk(card.body, note);
  return state;
}

function walk(elements: readonly CardElement[], visit: (element: CardElement) => void): void {
  for (const element of elements) {
    visit(element);
    if (element.type === 'Container') walk(element.items, visit);
    if (element.type !== 'ColumnSet') continue;
    for (const column of element.columns) {
      visit(column as unknown as CardElement);
      walk(column.items, visit);
    }
  }
}

/** The rows of buttons that a reader sees, but for the questions that they can ask next. */
function rowsIn(elements: readonly CardElement[], state: State): Row[] {
  return elements.flatMap((element): Row[] => {
    const isShown = element.id === undefined || state.get(element.id) === true;
    if (!isShown) return [];
    if (element.type === 'Container') return rowsIn(element.items, state);
    if (element.type === 'ActionSet') {
      const tools = element.actions.filter((action) => !isQuestion(action));
      return tools.length > 0 ? [tools] : [];
    }
    if (element.type !== 'ColumnSet') return [];
    const columns = element.columns.map(({ id, items }) =>
      id === undefined || state.get(id) ? rowsIn(items, state) : [],
    );
    for (const rows of columns) expect(rows.length).toBeLessThanOrEqual(1);
    const row = columns.flat(2);
    return row.length > 0 ? [row] : [];
  });
}

function isQuestion(action: CardAction): boolean {
  if (action.type !== 'Action.Submit') return false;
  const { data } = action;
  return typeof data === 'string' || 'msteams' in data || data.action === 'follow';
}

function press(action: CardAction, state: State): State {
  if (action.type !== 'Action.ToggleVisibility') return state;
  const next = new Map(state);
  for (const id of action.targetElements) {
    expect(state.has(id), `there is no ${id} to show`).toBe(true);
    next.set(id, !state.get(id));
  }
  return next;
}

/** Every state that clicks can lead to. */
function statesOf(card: AdaptiveCard): State[] {
  const key = (state: State) => [...state].map(([, isShown]) => Number(isShown)).join('');
  const found = new Map<string, State>();
  const queue = [startOf(card)];
  while (queue.length > 0 && found.size < 400) {
    const state = queue.pop() as State;
    if (found.has(key(state))) continue;
    found.set(key(state), state);
    for (const action of rowsIn(card.body, state).flat()) queue.push(press(action, state));
  }
  return [...found.values()];
}

const titles = (rows: readonly Row[]) => rows.map((row) => row.map(({ title }) => title));

const months = Array.from({ length: 40 }, (_, index) => [
  `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
  String(index * 7),
]);
const columns = [
  { name: 'month', type: 'DATE' },
  { name: 'orders', type: 'INT' },
];

const aKindOfTable = fc.constantFrom(
  aTable(),
  aTable({ columns, rows: months }),
  aTable({ columns, rows: months.slice(0, 6) }),
  aTable({ rows: [] }),
  aTable({ rows: [], error: 'gone', canRetry: true }),
  aTable({ columns: [{ name: 'n', type: 'INT' }], rows: [['1']] }),
  aTable({ sql: '', thoughts: [] }),
);

const answers = fc.record({
  tables: fc
    .array(aKindOfTable, { maxLength: 4 })
    .map((all) => all.map((table, index) => ({ ...table, attachmentId: `a${index}` }))),
  texts: fc.constantFrom<string[]>([], ['EMEA led.']),
  kind: fc.constantFrom('answer' as const, 'answer' as const, 'clarification' as const),
  suggestions: fc.constantFrom<string[]>([], ['A?', 'B?', 'C?', 'D?']),
});
const origin = { url: 'https://adb-1.2.azuredatabricks.net/genie', shows: 'conversation' as const };

const picture = 'data:image/svg+xml;base64,' as const;

const views = fc.record(
  {
    downloads: fc.boolean(),
    feedback: fc.boolean(),
    rating: fc.constantFrom('POSITIVE' as const, 'NEGATIVE' as const),
    askedIn: fc.constantFrom('channel' as const, 'thread' as const),
    charts: fc.constant({ draw: () => picture }),
    isShared: fc.constant(true as const),
    canSubscribe: fc.boolean(),
    run: fc.constant(aRunOf()),
  },
  { requiredKeys: ['downloads', 'feedback'] },
);

/** Titles as long as German ones. */
const longWorded = (() => {
  const texts = textsFor('en-US', 'en-US');
  const long = {
    showTable: 'Tabelle anzeigen',
    showChart: 'Diagramm anzeigen',
    showSql: 'SQL anzeigen',
    hideSql: 'SQL ausblenden',
    showUnderstanding: 'So wurde das verstanden',
    hide: 'Ausblenden',
    download: 'Herunterladen',
    more: 'Mehr',
    back: 'Zurück',
    moreRows: 'Weitere Zeilen',
    previousRows: 'Vorherige Zeilen',
    askAgain: 'Erneut fragen',
  };
  const buttons = {
    ...texts.subscriptions.buttons,
    subscribe: 'Suscribirse',
    pause: 'Pausieren',
    change: 'Modifier',
    unsubscribe: 'Cancelar suscripción',
  };
  const subscriptions = { ...texts.subscriptions, buttons };
  return { ...texts, answer: { ...texts.answer, ...long }, subscriptions };
})();

describe.each(['teams', 'webchat'] as const)('the buttons of an answer in %s', (channel) => {
  const check = (maker: (view: Partial<AnswerView>) => AnswerView) =>
    fc.assert(
      fc.property(answers, views, fc.boolean(), (parts, overrides, hasOrigin) => {
        const { askedIn, ...view } = overrides;
        const isPrivate = askedIn && channel === 'teams' && !view.isShared;
        const answer = anAnswer({ ...parts, ...(hasOrigin && { origin }) });
        const card = cardOf(answerCard(answer, maker({ ...view, ...(isPrivate && { askedIn }) })));
        for (const state of statesOf(card)) {
          const rows = rowsIn(card.body, state);
          // What More opens can be a row longer; below a single table, the thumbs make room for it.
          const open = [...state].filter(([id, isShown]) => /^m/.test(id) && isShown).length;
          const most = parts.tables.length < 2 ? 2 : parts.tables.length + 1 + open;
          expect(rows.length, JSON.stringify(titles(rows))).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: runs(60) },
    );

  it('are at most two rows, whatever is clicked, or one to each of several tables and one more', () => {
    check((view) => aView({ ...view, channel }));
  });

  it('stay so where the words are long', () => {
    check((view) => ({ ...aView({ ...view, channel }), texts: longWorded }));
  });

  it('stay so where More is open below a rated answer, too', () => {
    const answer = anAnswer({ tables: [aTable()], suggestions: [] });
    const view = { ...aView({ channel, rating: 'NEGATIVE' }), texts: longWorded };
    const card = cardOf(answerCard(answer, view));
    for (const state of statesOf(card))
      expect(rowsIn(card.body, state).length).toBeLessThanOrEqual(2);
  });

  it('always lead back to where they began', () => {
    const tables = [aTable({ columns, rows: months })];
    const charts = { draw: () => picture };
    const view = aView({ channel, charts, downloads: true });
    const card = cardOf(answerCard(anAnswer({ tables, origin }), view));
    const states = statesOf(card);
    expect(states.length).toBeGreaterThan(4);
    const start = JSON.stringify([...startOf(card)]);
    for (const state of states) {
      const back = statesFrom(card, state).map((each) => JSON.stringify([...each]));
      expect(back).toContain(start);
      // Never both of a pair, such as “Show SQL” and “Hide SQL”.
      const shown = titles(rowsIn(card.body, state)).flat();
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.includes('Show SQL') && shown.includes('Hide SQL')).toBe(false);
      expect(shown.includes('Show table') && shown.includes('Show chart')).toBe(false);
    }
  });

  it('fit side by side on a phone', () => {
    const tables = [aTable({ columns, rows: months })];
    const charts = { draw: () => picture };
    const card = cardOf(
      answerCard(
        anAnswer({ tables, origin }),
        aView({ channel, charts, downloads: true, page: { attachmentId: 'a', from: 10 } }),
      ),
    );
    for (const state of statesOf(card)) {
      for (const row of rowsIn(card.body, state)) {
        const shown = row.filter(({ mode }) => mode !== 'secondary').map(({ title }) => title);
        expect(fitsRow(channel, shown), shown.join(' ')).toBe(true);
      }
    }
  });
});

function statesFrom(card: AdaptiveCard, from: State): State[] {
  const seen = new Map<string, State>();
  const queue = [from];
  while (queue.length > 0) {
    const state = queue.pop() as State;
    const key = JSON.stringify([...state]);
    if (seen.has(key)) continue;
    seen.set(key, state);
    for (const action of rowsIn(card.body, state).flat()) queue.push(press(action, state));
  }
  return [...seen.values()];
}
