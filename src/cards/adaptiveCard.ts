/** The parts of Adaptive Cards 1.5 that our cards are made of. https://adaptivecards.io/explorer */

export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  body: CardElement[];
  /** Read where the card cannot be shown. */
  fallbackText?: string;
  /** Teams: as wide as the chat. */
  msteams?: { width: 'Full' };
}

export type CardElement = RichTextBlock | Container | ColumnSet | Table | ActionSet | CodeBlock;

interface Placed {
  id?: string;
  isVisible?: boolean;
  spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  separator?: boolean;
}

/** Text that no client reads as markup; a `TextBlock` would be Markdown. */
export interface RichTextBlock extends Placed {
  type: 'RichTextBlock';
  horizontalAlignment?: 'Right';
  inlines: TextRun[];
}

export interface TextRun {
  type: 'TextRun';
  text: string;
  weight?: 'Bolder';
  size?: 'Small' | 'Medium' | 'Large' | 'ExtraLarge';
  fontType?: 'Monospace';
  color?: 'Attention';
  isSubtle?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
}

export interface Container extends Placed {
  type: 'Container';
  style?: 'emphasis';
  items: CardElement[];
}

interface ColumnSet extends Placed {
  type: 'ColumnSet';
  columns: { type: 'Column'; width: 'stretch'; items: CardElement[] }[];
}

export interface Table extends Placed {
  type: 'Table';
  firstRowAsHeaders: true;
  columns: { width: number }[];
  rows: { type: 'TableRow'; cells: TableCell[] }[];
}

export interface TableCell {
  type: 'TableCell';
  items: RichTextBlock[];
}

/** Teams only, on desktop and in browsers; `fallback` is shown elsewhere. */
interface CodeBlock extends Placed {
  type: 'CodeBlock';
  codeSnippet: string;
  language: 'Sql';
  fallback: RichTextBlock;
}

export interface ActionSet extends Placed {
  type: 'ActionSet';
  actions: CardAction[];
}

export type CardAction = SubmitAction | ToggleVisibilityAction;

export interface SubmitAction {
  type: 'Action.Submit';
  title: string;
  tooltip?: string;
  style?: 'positive' | 'destructive';
  /** Web Chat types a string for the user; an object comes back as the activity's `value`. */
  data: string | Readonly<Record<string, unknown>>;
}

export interface ToggleVisibilityAction {
  type: 'Action.ToggleVisibility';
  title: string;
  targetElements: string[];
}
