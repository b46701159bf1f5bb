import type { AnswerTable } from '../../answers/answer.ts';
import { sqlElements } from '../parts/sqlElements.ts';
import { understandingElements } from '../source/understandingElements.ts';
import type { Panel } from '../tools/panel.ts';
import type { SectionView } from './view.ts';

/** The SQL of a table, if it has some. */
export function sqlPanel({ sql = '' }: AnswerTable, view: SectionView): Panel[] {
  const { showSql, hideSql } = view.texts.answer;
  const elements = sqlElements(sql, view);
  if (elements.length === 0) return [];
  const open = { title: showSql, isSpare: true as const };
  return [{ id: `sql${view.index}`, open, close: hideSql, elements }];
}

/** How Genie understood the question, and where the rows come from. */
export function understandingPanel(table: AnswerTable, view: SectionView): Panel[] {
  const { showUnderstanding, hide } = view.texts.answer;
  const elements = understandingElements(table, view);
  if (elements.length === 0) return [];
  return [
    { id: `reading${view.index}`, open: { title: showUnderstanding }, close: hide, elements },
  ];
}
