import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

/** Stands for a bar inside the code of a cell, which would part cells. It's a character that no text has. */
export const barInCode = '\uFDD0';
/** Where a reference can lead. Anything else behind `[EMEA]:` is a word or a figure of the answer. */
const address = /^(?:[a-z][a-z\d+.-]*:|www\.|#|\.{0,2}\/)/i;

/** The tokens of a Markdown text. Emphasis is left to `findEmphasis`: its marks are part of the texts. */
export function lexMarkdown(markdown: string): Token[] {
  return createLexer().lex(markdown);
}

/** The tokens of the words in one line or cell, read alone: its references lead nowhere. */
export function lexInline(markdown: string): Token[] {
  return inlineLexer.inlineTokens(markdown);
}

/** The table that a Markdown text begins with. The tokens of its cells aren't read. */
export function lexTable(markdown: string): Tokens.Table | undefined {
  const tokenizer = new PlainTokenizer();
  createLexer(tokenizer).inline = () => [];
  return tokenizer.table(markdown);
}

/** A tokenizer belongs to its lexer, which gives it the rules. */
function createLexer(tokenizer = new PlainTokenizer()): Lexer {
  return new Lexer({ gfm: true, tokenizer });
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
    return super.table(hideBarsInCode(rows) + source.slice(rows.length));
  }
}

/** The text with its bars in code replaced by `barInCode`. */
export function hideBarsInCode(markdown: string): string {
  return markdown.replace(/`[^`\n]*`/g, (code) => code.replace(/(?<!\\)\|/g, barInCode));
}

/** The cells of a table are many, and a lexer takes longer to make than most of them to read. */
const inlineLexer = createLexer();
