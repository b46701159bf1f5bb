import { htmlDocument } from '../document/htmlDocument.ts';
import { htmlPage } from '../document/htmlPage.ts';
import type { Guide } from './createGuide.ts';

/** Two columns where there is room for them, on one sheet of paper. */
const style = `
main{columns:26rem 2;column-gap:1rem;max-width:64rem}
header{column-span:all;margin-bottom:1rem;max-width:44rem}
main>section{break-inside:avoid;margin:0 0 1rem}
main>section p{margin:.4rem 0}
td:first-child{width:40%}
h2{margin-bottom:.4rem;font-size:1.05rem}
@media print{
@page{size:A4;margin:11mm}
:root{font-size:11px}
body{font-size:8.6pt;line-height:1.35}
main{columns:2;column-gap:8mm}
main>section{padding:.5rem 0;margin:0}
table{font-size:8.2pt}
td,th{padding:.15rem .4rem}
a{text-decoration:none}
}
`;

/**
 * The guide as a page of the function app. It has no script; its one style element has the nonce.
 *
 * @param nonce of the page's Content Security Policy
 */
export function guideHtml(guide: Guide, { nonce }: { nonce: string }): string {
  const { language, title, opening, sections } = guide;
  const body = function* () {
    yield '<header>\n';
    yield* htmlDocument(opening);
    yield '</header>\n';
    yield* htmlDocument(sections.map((blocks) => ({ type: 'section', blocks })));
  };
  return [...htmlPage({ language, title, nonce, style, body: body() })].join('');
}
