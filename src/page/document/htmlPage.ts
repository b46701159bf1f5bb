import { documentStyle } from './documentStyle.ts';
import { escapeHtml } from './escapeHtml.ts';

export interface HtmlPage {
  /** BCP 47: of our own words, which are read from left to right in each of our languages. */
  language: string;
  title: string;
  /** A page of a server has its Content Security Policy in a header, with a nonce; a file has it in itself. */
  policy?: string;
  nonce?: string;
  /** Further rules. */
  style?: string;
  body: Iterable<string>;
}

/** A whole HTML page, piece by piece. */
export function* htmlPage(page: HtmlPage): Generator<string> {
  const { language, title, policy, nonce, style = '', body } = page;
  yield [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}" dir="ltr">`,
    '<head>',
    '<meta charset="utf-8">',
    ...(policy ? [`<meta http-equiv="Content-Security-Policy" content="${policy}">`] : []),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style${nonce ? ` nonce="${escapeHtml(nonce)}"` : ''}>${documentStyle}${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '',
  ].join('\n');
  yield* body;
  yield '</main>\n</body>\n</html>\n';
}
