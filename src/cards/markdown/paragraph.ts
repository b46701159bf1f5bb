import type { RichTextBlock, TextRun } from '../parts/adaptiveCard.ts';
import { type BlockStyle, textRun } from '../parts/richText.ts';

/** What stands before the lines of a block inside of lists and quotes. Clients drop ordinary spaces there. */
export interface Indent {
  /** Before the first line: for a list item, its mark. */
  first: string;
  rest: string;
}

/** One block of text, each line indented; nothing if there is no text. */
export function paragraph(
  runs: readonly TextRun[],
  { first, rest }: Indent = { first: '', rest: '' },
  style: BlockStyle = {},
): RichTextBlock[] {
  const whole = runs.some(({ text }) => text !== '') ? [textRun(first), ...runs] : [];
  const inlines = mergeRuns(
    whole.map((run) => ({ ...run, text: run.text.replaceAll('\n', `\n${rest}`) })),
  );
  return inlines.length === 0 ? [] : [{ type: 'RichTextBlock', ...style, inlines }];
}

/** Merges neighbouring runs that look the same: every run costs about 30 characters of the card. */
function mergeRuns(runs: readonly TextRun[]): TextRun[] {
  const merged: TextRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run.text === '') continue;
    if (last !== undefined && styleKey(last) === styleKey(run)) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

function styleKey({ text: _, ...style }: TextRun): string {
  return JSON.stringify(style);
}
