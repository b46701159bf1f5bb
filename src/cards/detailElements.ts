import type { AnswerTable } from '../answers/answer.ts';
import type { CardElement, Container, ToggleVisibilityAction } from './adaptiveCard.ts';
import { buttonRow } from './buttonRow.ts';
import { markdownElements } from './markdownElements.ts';
import { clipText } from './plainText.ts';
import { noteText, richText } from './richText.ts';
import type { SectionView } from './tableSection.ts';
import { writeCount } from './writeCount.ts';

/** The SQL and how Genie read the question: hidden until their buttons are pressed. */
export function detailElements(table: AnswerTable, view: SectionView): CardElement[] {
  const details = [
    { id: `sql${view.index}`, title: 'Show SQL', items: sqlElements(table.sql, view) },
    {
      id: `reading${view.index}`,
      title: 'How Genie read it',
      items: readingElements(table, view),
    },
  ].filter(({ items }) => items.length > 0);
  if (details.length === 0) return [];
  const actions = details.map(
    ({ id, title }): ToggleVisibilityAction => ({
      type: 'Action.ToggleVisibility',
      title,
      targetElements: [id],
    }),
  );
  const containers = details.map(
    ({ id, items }): Container => ({
      type: 'Container',
      id,
      isVisible: false,
      style: 'emphasis',
      items,
    }),
  );
  return [buttonRow(view.channel, actions), ...containers];
}

function sqlElements(sql: string, { channel, limits }: SectionView): CardElement[] {
  if (sql.trim() === '') return [];
  if (limits.sqlLength === 0) return [noteText('The SQL is too long to be shown here.')];
  const shown = clipText(sql.trim(), limits.sqlLength);
  const plain = richText(shown, { fontType: 'Monospace', size: 'Small' });
  const note = shown.length < sql.trim().length ? [noteText(shortened('SQL', shown, sql))] : [];
  return channel === 'teams'
    ? [
        {
          type: 'CodeBlock',
          codeSnippet: plain.inlines[0]?.text ?? '',
          language: 'Sql',
          fallback: plain,
        },
        ...note,
      ]
    : [plain, ...note];
}

function readingElements({ description, thoughts }: AnswerTable, { limits }: SectionView) {
  const text = [description ?? '', ...thoughts].filter((part) => part.trim() !== '').join('\n\n');
  if (text === '' || limits.thoughtsLength === 0) return [];
  const shown = clipText(text, limits.thoughtsLength);
  return [
    ...markdownElements(shown),
    ...(shown.length < text.length ? [noteText(shortened('Explanation', shown, text))] : []),
  ];
}

function shortened(what: string, shown: string, whole: string): string {
  return `${what} shortened: ${writeCount(shown.length)} of ${writeCount(whole.length)} characters.`;
}
