import type { Token, Tokens } from 'marked';
import { decodeEntities } from '../common/decodeEntities.ts';
import { findEmphasis, type Stretch, splitAtMarks } from './emphasis.ts';
import { barInCode } from './lexMarkdown.ts';

/** How words look. */
export interface InlineStyle {
  isBold?: boolean;
  isItalic?: boolean;
  isStruck?: boolean;
  isCode?: boolean;
}

/** Words of one look. */
export interface InlineRun extends InlineStyle {
  text: string;
}

/** A stretch, and what it shows in a given style; marks show what is left of them. */
interface InlineStretch extends Stretch {
  show(style: InlineStyle): InlineRun[];
}

/** `[1]` and `[^1]` refer to a source; a bare number could be a figure. */
const sourceMark = /^\[\^?\d{1,3}\]$/;

/**
 * The inline tokens of a Markdown text as runs. Links keep their words, images their descriptions; no target remains.
 * Line breaks stay line breaks, for that is how models mean them.
 */
export function inlineRuns(tokens: readonly Token[], style: InlineStyle = {}): InlineRun[] {
  const stretches = tokens.flatMap(toStretches);
  const emphasis = findEmphasis(stretches);
  const open = { bold: 0, italic: 0, struck: 0 };
  const current = (): InlineStyle => ({
    ...style,
    ...(open.bold > 0 && { isBold: true }),
    ...(open.italic > 0 && { isItalic: true }),
    ...(open.struck > 0 && { isStruck: true }),
  });
  return stretches.flatMap(({ show }, index) => {
    const marks = emphasis[index];
    if (marks === undefined) return show(current());
    for (const kind of marks.ends) open[kind] -= 1;
    const left = marks.text === '' ? [] : [{ text: marks.text, ...current() }];
    for (const kind of marks.begins) open[kind] += 1;
    return left;
  });
}

function toStretches(token: Token): InlineStretch[] {
  switch (token.type) {
    case 'br':
      return [opaque('\n', (style) => [{ text: '\n', ...style }])];
    case 'codespan':
      return [
        opaque(token.raw, (style) => [
          { text: plainBars((token as Tokens.Codespan).text), ...style, isCode: true },
        ]),
      ];
    case 'checkbox':
      return [
        opaque(' ', (style) => [
          { text: (token as Tokens.Checkbox).checked ? '☑ ' : '☐ ', ...style },
        ]),
      ];
    case 'escape':
      return [opaque(token.raw, (style) => [{ text: (token as Tokens.Escape).text, ...style }])];
    case 'html':
      return [htmlStretch(token as Tokens.Generic)];
    default:
      return wordStretches(token as Tokens.Generic);
  }
}

function opaque(source: string, show: InlineStretch['show']): InlineStretch {
  return { source, isMarks: false, show };
}

/** Tags are words, since they could be data; but everybody means a break by `<br>`. */
function htmlStretch({ raw, block }: Tokens.Generic): InlineStretch {
  const words = raw.replace(/<br *\/?>/gi, '\n');
  return opaque(words, (style) => [{ text: block ? words.trim() : words, ...style }]);
}

/** Texts, links and images: their own tokens if there are any, otherwise their words. */
function wordStretches({ type, raw, text, tokens }: Tokens.Generic): InlineStretch[] {
  if (sourceMark.test(raw)) return [opaque(raw, (style) => [{ text: raw, ...style }])];
  if (tokens !== undefined && tokens.length > 0)
    return type === 'link' || type === 'image'
      ? [opaque(raw, (style) => inlineRuns(tokens, style))]
      : tokens.flatMap(toStretches);
  if (type !== 'text') return [opaque(raw, (style) => wordRuns(String(text ?? raw), style))];
  return splitAtMarks(raw).map((stretch) => ({
    ...stretch,
    show: (style) => wordRuns(stretch.source, style),
  }));
}

function wordRuns(source: string, style: InlineStyle): InlineRun[] {
  const text = plainBars(decodeEntities(source));
  return text === '' ? [] : [{ text: withoutLineEndSpaces(text), ...style }];
}

/** Spaces at the ends of lines show nothing; two of them make a line break, which is there already. */
function withoutLineEndSpaces(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => (index < lines.length - 1 ? line.trimEnd() : line))
    .map((line, index) => (index > 0 ? line.trimStart() : line))
    .join('\n');
}

function plainBars(text: string): string {
  return text.replaceAll(barInCode, '|');
}
