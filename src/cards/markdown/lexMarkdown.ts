import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

/** Stands for a bar inside the code of a cell, which would part cells. It's a character that no text has. */
export const barInCode = '\uFDD0';
/** Where a reference can lead. Anything else behind `[EMEA]:` is a word or a figure of the answer. */
const address = /^(?:[a-z][a-z\d+.-]*:|www\.|#|\.{0,2}\/)/i;

/** The tokens of a Markdown text. Emphasis is left to `findEmphasis`: its marks are part of the texts. */
export function lexMarkdown(markdown: string): Token[] {
  return new Lexer({ gfm: true, tokenizer: new PlainTokenizer() }).lex(markdown);
}

class PlainTokenizer extends Tokenizer {
  override emStrong(): undefined {}

  override del(): undefined {}

  /** A bare address ends where emphasis does. */
  override url(source: string): Tokens.Link | undefined {
    const link = super.url(source);
    const end = link?.raw.search(/\*\*|~~/) ?? -1;
    return end > 0 ? super.url(source.slice(0, end)) : link;
  }

  override def(source: string): Tokens.Def | undefined {
    const definition = super.def(source);
    return definition && address.test(definition.href) ? definition : undefined;
  }

  /** Bars inside code part no cells, for people and models forget to escape them. */
  override table(source: string): Tokens.Table | undefined {
    if (!/^[^\n]*\n[ \t]*[|:-]/.test(source)) return undefined;
    const end = source.indexOf('\n\n');
    const rows = end < 0 ? source : source.slice(0, end);
    const hidden = rows.replace(/`[^`\n]*`/g, (code) => code.replace(/(?<!\\)\|/g, barInCode));
    return super.table(hidden + source.slice(rows.length));
  }
}
