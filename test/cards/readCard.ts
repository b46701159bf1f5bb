import type { AdaptiveCard, CardAction, CardElement } from '../../src/cards/parts/adaptiveCard.ts';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';

export function cardOf(message: OutgoingMessage): AdaptiveCard {
  const [attachment, ...others] = message.attachments;
  if (attachment === undefined || others.length > 0) throw new Error('not one card');
  if (!('body' in attachment.content)) throw new Error('not an Adaptive Card');
  return attachment.content;
}

/** The card as lines of text, the way a reader sees it: hidden parts are marked, cells are parted by bars. */
export function cardLines(message: OutgoingMessage): string[] {
  return cardOf(message).body.flatMap(elementLines);
}

export function cardText(message: OutgoingMessage): string {
  return cardLines(message).join('\n');
}

export function cardActions(message: OutgoingMessage): CardAction[] {
  return cardOf(message).body.flatMap(elementActions);
}

/** The action of the button with this title. */
export function cardAction(message: OutgoingMessage, title: string): CardAction {
  const action = cardActions(message).find((candidate) => candidate.title === title);
  if (action === undefined) throw new Error(`no button “${title}”`);
  return action;
}

/** A hidden element's lines begin with its id in brackets. */
function elementLines(element: CardElement): string[] {
  const lines = shownLines(element);
  return element.isVisible === false ? lines.map((line) => `(${element.id}) ${line}`) : lines;
}

function shownLines(element: CardElement): string[] {
  switch (element.type) {
    case 'RichTextBlock':
      return element.inlines
        .map((run) => run.text)
        .join('')
        .split('\n');
    case 'Container':
      return element.items.flatMap(elementLines);
    case 'ColumnSet':
      return besideLines(
        element.columns.map(({ id, isVisible, items }) =>
          items
            .flatMap(elementLines)
            .map((line) => (isVisible === false ? `(${id}) ${line}` : line)),
        ),
      );
    case 'Table':
      return element.rows.map(({ cells }) =>
        cells.map(({ items }) => items.flatMap(elementLines).join(' ')).join(' | '),
      );
    case 'CodeBlock':
      return element.codeSnippet.split('\n');
    case 'Input.Text':
      return [`[${element.placeholder ?? element.id}]`];
    case 'Input.ChoiceSet': {
      const chosen = element.choices.find(({ value }) => value === element.value);
      return [`${element.label}: [${chosen?.title ?? ''}]`];
    }
    case 'Input.Time':
    case 'Input.Number':
      return [`${element.label}: [${element.value ?? ''}]`];
    case 'Image':
      return [`{${element.altText}}`];
    case 'Chart.Line':
    case 'Chart.VerticalBar':
    case 'Chart.VerticalBar.Grouped':
    case 'Chart.HorizontalBar':
    case 'Chart.Donut':
      return [`{${element.title}}`];
    case 'ActionSet':
      return [
        element.actions
          .map(({ title, mode }) => (mode === 'secondary' ? `[… ${title}]` : `[${title}]`))
          .join(' '),
      ];
  }
}

/** What stands beside many lines stands before each of them. */
function besideLines(columns: string[][]): string[] {
  const [[first, ...more] = [], lines = [], ...others] = columns;
  return more.length === 0 && others.length === 0 && lines.length > 1
    ? lines.map((line) => `${first}${line}`)
    : [columns.flat().join(' ')];
}

function elementActions(element: CardElement): CardAction[] {
  if (element.type === 'ActionSet') return element.actions;
  if (element.type === 'Container') return element.items.flatMap(elementActions);
  if (element.type !== 'ColumnSet') return [];
  return element.columns.flatMap(({ items }) => items.flatMap(elementActions));
}
