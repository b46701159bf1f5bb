import type { TeamsColor } from '../../answers/chartColors.ts';
import type { CardSubmit } from './cardSubmit.ts';

/** The parts of Adaptive Cards 1.5 that our cards are made of. https://adaptivecards.io/explorer */

export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  body: CardElement[];
  /** Whether it's read from right to left; absent: from left to right. */
  rtl?: true;
  /** Read by clients that can't show the card. */
  fallbackText?: string;
  /** Teams: as wide as the chat. */
  msteams?: { width: 'Full' };
}

export type CardElement =
  | RichTextBlock
  | Container
  | ColumnSet
  | Table
  | ActionSet
  | CodeBlock
  | TextInput
  | ChoiceInput
  | TimeInput
  | NumberInput
  | Image
  | TeamsChart;

interface Placed {
  id?: string;
  isVisible?: boolean;
  spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  separator?: boolean;
}

/** Text that no client reads as markup; a `TextBlock` would be Markdown. */
export interface RichTextBlock extends Placed {
  type: 'RichTextBlock';
  horizontalAlignment?: 'Center' | 'Right';
  inlines: TextRun[];
}

export interface TextRun {
  type: 'TextRun';
  /** Makes it a link, which its text names. */
  selectAction?: Omit<SubmitAction, 'title'> | Omit<ToggleVisibilityAction, 'title'>;
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
  /** If it differs from the card. */
  rtl?: false;
  items: CardElement[];
}

export interface ColumnSet extends Placed {
  type: 'ColumnSet';
  columns: {
    type: 'Column';
    id?: string;
    isVisible?: boolean;
    width: 'auto' | 'stretch' | `${number}px`;
    items: CardElement[];
  }[];
}

export interface Table extends Placed {
  type: 'Table';
  firstRowAsHeaders: true;
  columns: { width: number }[];
  rows: { type: 'TableRow'; cells: TableCell[] }[];
}

export interface TableCell {
  type: 'TableCell';
  /** If it differs from the card. */
  rtl?: false;
  items: RichTextBlock[];
}

/** The bot draws all pictures itself: `url` is a `data:` URI. */
export interface Image extends Placed {
  type: 'Image';
  url: `data:${string}`;
  altText: string;
}

/**
 * Teams only; clients without charts show `fallback`.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
export type TeamsChart = Placed & {
  /** Read aloud. */
  title: string;
  fallback: RichTextBlock;
} & (
    | {
        type: 'Chart.Line';
        xAxisTitle?: string;
        data: (Colored & { legend: string; values: ChartPoint[] })[];
      }
    | {
        type: 'Chart.VerticalBar.Grouped';
        data: (Colored & { legend: string; values: ChartPoint[] })[];
      }
    | (Colored & { type: 'Chart.VerticalBar'; data: ChartPoint[] })
    | (Colored & {
        type: 'Chart.HorizontalBar';
        /** Without an axis, names are above their bars and numbers behind them. */
        displayMode: 'AbsoluteWithAxis' | 'AbsoluteNoAxis';
        data: (ChartPoint & Partial<Colored>)[];
      })
    | { type: 'Chart.Donut'; data: (Colored & { legend: string; value: number })[] }
  );

interface Colored {
  color: TeamsColor;
}

export interface ChartPoint {
  /** A name, a date in ISO 8601, or a number. */
  x: string | number;
  y: number;
}

/** Teams only, on desktop and in browsers; other clients show `fallback`. */
interface CodeBlock extends Placed {
  type: 'CodeBlock';
  codeSnippet: string;
  language: 'Sql';
  fallback: RichTextBlock;
}

/** The typed text comes back under the input's id, next to the button's data. */
interface TextInput extends Placed {
  type: 'Input.Text';
  id: string;
  isMultiline?: boolean;
  maxLength?: number;
  placeholder?: string;
}

/** One of a few, in a list that opens. */
export interface ChoiceInput extends Placed {
  type: 'Input.ChoiceSet';
  id: string;
  label: string;
  style: 'compact';
  value: string;
  choices: { title: string; value: string }[];
}

/** Comes back as `09:00`, however the client shows it. */
export interface TimeInput extends Placed {
  type: 'Input.Time';
  id: string;
  label: string;
  value: string;
}

/** Comes back as `1234.5`, or as a number, however the client shows it. */
export interface NumberInput extends Placed {
  type: 'Input.Number';
  id: string;
  label: string;
  value?: number;
}

export interface ActionSet extends Placed {
  type: 'ActionSet';
  actions: CardAction[];
}

export type CardAction = SubmitAction | ToggleVisibilityAction | OpenUrlAction;

interface Action {
  title: string;
  tooltip?: string;
  /** In Teams' menu, behind the other buttons of its set. */
  mode?: 'secondary';
}

export interface SubmitAction extends Action {
  type: 'Action.Submit';
  style?: 'positive';
  /** A question, which the channel types for the person, or what comes back as the activity's `value`. */
  data: string | ImBack | CardSubmit;
}

/** Has Teams type `value` for the person. In Web Chat a bare string does that. */
interface ImBack {
  msteams: { type: 'imBack'; value: string };
}

export interface OpenUrlAction extends Action {
  type: 'Action.OpenUrl';
  url: string;
}

export interface ToggleVisibilityAction extends Action {
  type: 'Action.ToggleVisibility';
  targetElements: string[];
}
