import { inlineRuns } from '../../markdown/inlineRuns.ts';
import { barInCode, lexInline } from '../../markdown/lexMarkdown.ts';

/** What could be Markdown: marks, escapes, links, tags, entities. */
const marks = /[\\`*_~[<&!]/;
/** A longer cell stays as it is: the parser's time grows with the square of some texts. */
const longest = 2_000;

/** The words of one line or cell, without Markdown's marks. */
export function cellText(markdown: string): string {
  const isPlain = !marks.test(markdown) || markdown.length > longest;
  const text = isPlain
    ? markdown
    : inlineRuns(lexInline(markdown))
        .map((run) => run.text)
        .join('');
  return text.replaceAll(barInCode, '|').trim();
}
