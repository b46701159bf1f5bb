import type { AnswerTable } from '../../answers/answer.ts';
import type { Container, ToggleVisibilityAction } from '../parts/adaptiveCard.ts';
import { sqlElements } from '../parts/sqlElements.ts';
import { understandingElements } from '../source/understandingElements.ts';
import type { SectionView } from './view.ts';

export interface TableDetails {
  /** The buttons that show and hide the elements. */
  actions: ToggleVisibilityAction[];
  /** Hidden at first. */
  elements: Container[];
}

/** What is behind a table: its SQL, and how Genie understood the question. */
export function tableDetails(table: AnswerTable, view: SectionView): TableDetails {
  const details = [
    { id: `sql${view.index}`, title: 'Show SQL', items: sqlElements(table.sql, view) },
    {
      id: `reading${view.index}`,
      title: 'How Genie understood it',
      items: understandingElements(table, view),
    },
  ].filter(({ items }) => items.length > 0);
  return {
    actions: details.map(({ id, title }) => ({
      type: 'Action.ToggleVisibility',
      title,
      targetElements: [id],
    })),
    elements: details.map(({ id, items }) => ({
      type: 'Container',
      id,
      isVisible: false,
      style: 'emphasis',
      items,
    })),
  };
}
