/** How much of an answer a card shows. */
export interface CardLimits {
  tables: number;
  /** Tables that get a chart. */
  charts: number;
  /** Of the lines of one chart together. */
  chartPoints: number;
  rows: number;
  columns: number;
  /** UTF-16 units from here on. Longer cells are cut off. */
  cellLength: number;
  /** Of one SQL statement; a Teams card holds it twice. */
  sqlLength: number;
  /** Of how Genie understood the question, for one table. */
  thoughtsLength: number;
  /** Of Genie's texts together. */
  textLength: number;
}

/** From what reads well to what always fits. The rows of a table go last: they are what was asked for. */
export const cardLimitSteps: readonly [CardLimits, ...CardLimits[]] = [
  {
    tables: 5,
    charts: 5,
    chartPoints: 400,
    rows: 10,
    columns: 8,
    cellLength: 120,
    sqlLength: 8000,
    thoughtsLength: 4000,
    textLength: 8000,
  },
  {
    tables: 5,
    charts: 3,
    chartPoints: 200,
    rows: 10,
    columns: 8,
    cellLength: 80,
    sqlLength: 3000,
    thoughtsLength: 2000,
    textLength: 6000,
  },
  {
    tables: 4,
    charts: 2,
    chartPoints: 100,
    rows: 8,
    columns: 6,
    cellLength: 60,
    sqlLength: 1500,
    thoughtsLength: 1000,
    textLength: 4000,
  },
  {
    tables: 3,
    charts: 1,
    chartPoints: 60,
    rows: 5,
    columns: 5,
    cellLength: 40,
    sqlLength: 500,
    thoughtsLength: 500,
    textLength: 2500,
  },
  {
    tables: 2,
    charts: 0,
    chartPoints: 0,
    rows: 3,
    columns: 4,
    cellLength: 30,
    sqlLength: 200,
    thoughtsLength: 200,
    textLength: 1000,
  },
  {
    tables: 1,
    charts: 0,
    chartPoints: 0,
    rows: 3,
    columns: 3,
    cellLength: 20,
    sqlLength: 0,
    thoughtsLength: 0,
    textLength: 200,
  },
];
