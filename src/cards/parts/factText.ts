import type { RichTextBlock } from './adaptiveCard.ts';
import { textRun } from './richText.ts';

/** A name and its value on one line. A `FactSet` would read the value as Markdown. */
export function factText(name: string, value: string): RichTextBlock {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [textRun(`${name}: `, { weight: 'Bolder' }), textRun(value)],
  };
}
