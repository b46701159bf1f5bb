import type { Texts } from '../../texts/texts.ts';
import type { CardAction, CardElement, RichTextBlock, Table } from './adaptiveCard.ts';
import type { OAuthCard, OutgoingMessage } from './outgoingMessage.ts';
import { clipText } from './plainText.ts';

/** Well below what any channel takes, in UTF-16 units. */
const maxLength = 10_000;

/**
 * The words and rows of a message's card, as plain text for a channel that refused the card, with the questions that it
 * suggests, or the address to sign in at. Other buttons and charts are left out; rows that a chart hides are shown, and
 * SQL behind a button isn't.
 */
export function messageText({ attachments, summary }: OutgoingMessage, { sending }: Texts): string {
  const lines = attachments.flatMap(({ content }) =>
    'body' in content ? content.body.flatMap(elementLines) : signInLines(content),
  );
  const text = lines.join('\n').trim() || summary;
  return `${clipText(text, maxLength)}\n\n${sending.cardAsText}`;
}

function elementLines(element: CardElement): string[] {
  switch (element.type) {
    case 'RichTextBlock':
      return [wordsOf(element)];
    case 'Container':
      return element.isVisible === false && !element.items.some(isTable)
        ? []
        : element.items.flatMap(elementLines);
    case 'ColumnSet':
      return element.columns.flatMap(({ items }) => items.flatMap(elementLines));
    case 'Table':
      return tableLines(element);
    case 'ActionSet':
      return element.actions.flatMap(questionLines);
    case 'CodeBlock':
      return [element.codeSnippet];
    default:
      return [];
  }
}

/** There is no other way to sign in than by this address. */
function signInLines({ text, buttons: [{ title, value }] }: OAuthCard): string[] {
  return [text, '', `${title}: ${value}`];
}

/** A suggestion can still be typed; any other button is nothing without its card. */
function questionLines(action: CardAction): string[] {
  if (action.type !== 'Action.Submit') return [];
  const { title, data } = action;
  const isSuggestion = typeof data === 'string' || !('action' in data) || data.action === 'follow';
  return isSuggestion ? [`• ${title}`] : [];
}

function isTable({ type }: CardElement): boolean {
  return type === 'Table';
}

function wordsOf({ inlines }: RichTextBlock): string {
  return inlines.map(({ text }) => text).join('');
}

/** A line for each row, which says what each value is: without columns, nothing else would. */
function tableLines({ rows: [header, ...rows] }: Table): string[] {
  const names = header?.cells.map(({ items }) => items.map(wordsOf).join(' ')) ?? [];
  return rows.map(({ cells }) =>
    cells
      .map(({ items }, index) => `${names[index] ?? ''}: ${items.map(wordsOf).join(' ')}`)
      .join('; '),
  );
}
