import type { Token, Tokens } from 'marked';
import { decodeEntities } from '../../common/decodeEntities.ts';
import type { TextRun } from './adaptiveCard.ts';
import { type TextStyle, textRun } from './richText.ts';

/**
 * The inline tokens of a Markdown text as runs. Links keep their words, images their descriptions; no target remains.
 */
export function markdownRuns(tokens: readonly Token[], style: TextStyle = {}): TextRun[] {
  return tokens.flatMap((token) => inlineRuns(token, style));
}

function inlineRuns(token: Token, style: TextStyle): TextRun[] {
  switch (token.type) {
    case 'strong':
      return markdownRuns((token as Tokens.Strong).tokens, { ...style, weight: 'Bolder' });
    case 'em':
      return markdownRuns((token as Tokens.Em).tokens, { ...style, italic: true });
    case 'del':
      return markdownRuns((token as Tokens.Del).tokens, { ...style, strikethrough: true });
    case 'codespan':
      return [textRun((token as Tokens.Codespan).text, { ...style, fontType: 'Monospace' })];
    case 'br':
      return [textRun('\n', style)];
    case 'checkbox':
      return [textRun((token as Tokens.Checkbox).checked ? '☑ ' : '☐ ', style)];
    case 'html':
      return /^<br\s*\/?>$/i.test(token.raw.trim())
        ? [textRun('\n', style)]
        : [textRun(token.raw, style)];
    default:
      return textRuns(token as Tokens.Generic, style);
  }
}

/** Texts, links and images: their own tokens if there are any, otherwise their words. */
function textRuns(token: Tokens.Generic, style: TextStyle): TextRun[] {
  if (token.tokens !== undefined && token.tokens.length > 0)
    return markdownRuns(token.tokens, style);
  const text = decodeEntities(String(token['text'] ?? token.raw));
  // A line break inside a Markdown paragraph is a space.
  return text === '' ? [] : [textRun(text.replace(/(?<! ) *\n/g, ' '), style)];
}
