import type { AnswerTable } from '../../answers/answer.ts';
import { markdownElements } from '../markdown/markdownElements.ts';
import type { CardElement, Container, ToggleVisibilityAction } from '../parts/adaptiveCard.ts';
import { clipText } from '../parts/plainText.ts';
import { noteText } from '../parts/richText.ts';
import { shortenedNote } from '../parts/shortenedNote.ts';
import { sqlElements } from '../parts/sqlElements.ts';
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
      items: readingElements(table, view),
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

function readingElements(
  { description, thoughts }: AnswerTable,
  { limits }: SectionView,
): CardElement[] {
  const text = [description ?? '', ...thoughts].filter((part) => part.trim() !== '').join('\n\n');
  if (text === '') return [];
  if (limits.thoughtsLength === 0) return [noteText('The explanation is too long to show here.')];
  const shown = clipText(text, limits.thoughtsLength);
  return [...markdownElements(shown), ...shortenedNote('Explanation', shown, text)];
}
