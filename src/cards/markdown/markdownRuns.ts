import type { Token } from 'marked';
import { type InlineRun, inlineRuns } from '../../markdown/inlineRuns.ts';
import type { TextRun } from '../parts/adaptiveCard.ts';
import { type TextStyle, textRun } from '../parts/richText.ts';

/** The inline tokens of a Markdown text as runs of a card. */
export function markdownRuns(tokens: readonly Token[], style: TextStyle = {}): TextRun[] {
  return inlineRuns(tokens).map(({ text, ...look }) =>
    textRun(text, { ...style, ...toStyle(look) }),
  );
}

function toStyle({ isBold, isItalic, isStruck, isCode }: Omit<InlineRun, 'text'>): TextStyle {
  return {
    ...(isBold && { weight: 'Bolder' }),
    ...(isItalic && { italic: true }),
    ...(isStruck && { strikethrough: true }),
    ...(isCode && { fontType: 'Monospace' }),
  };
}
