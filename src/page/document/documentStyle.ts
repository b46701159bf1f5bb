/** How documents look: on a screen in light and dark, and on paper. The colours are the chat page's. */
export const documentStyle = `
:root{color-scheme:light dark;--ink:#1b2733;--quiet:#5b6875;--accent:#1f5fa8;--ground:#f4f6f9;--paper:#fff;--line:#dde3ea;--edge:#7d8b99}
@media(prefers-color-scheme:dark){:root{--ink:#e8edf2;--quiet:#a3afbb;--accent:#8dbdf5;--ground:#11161b;--paper:#1b222a;--line:#33404c;--edge:#6f7f8e}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1,h2,h3,h4,h5,h6,p,li,th,td,summary{unicode-bidi:plaintext}
h1{margin:0 0 .25rem;font-size:1.6rem;line-height:1.25}
h2{margin:0;font-size:1.2rem;line-height:1.35}
h3{margin:1.25rem 0 .5rem;font-size:1.05rem}
h4,h5,h6{margin:1rem 0 .25rem;font-size:1rem}
p,ul,ol,blockquote,pre{margin:.6rem 0}
ul,ol{padding-inline-start:1.5rem}
li+li{margin-top:.2rem}
blockquote{padding-inline-start:.9rem;border-inline-start:3px solid var(--line);color:var(--quiet);margin-inline:0}
.note{margin:.3rem 0;color:var(--quiet);font-size:.875rem}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.table:focus-visible,pre:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
img{display:block;max-width:100%;height:auto;border-radius:8px}
main>section{margin-top:1rem;padding:1rem 1.1rem;background:var(--paper);border:1px solid var(--line);border-radius:12px}
.table{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;font-size:.9rem}
th,td{padding:.4rem .75rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;max-width:28rem;overflow-wrap:break-word;white-space:pre-line}
th{border-bottom:2px solid var(--line);vertical-align:bottom}
table.fit{width:100%}
.fit th,.fit td{overflow-wrap:anywhere}
th:first-child,td:first-child{padding-inline-start:2px}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
[dir=rtl] :is(p,li,summary){text-align:right}
pre{padding:.75rem;background:var(--ground);border:1px solid var(--line);border-radius:8px;overflow-x:auto;font-size:.85rem;white-space:pre-wrap}
code{font-family:ui-monospace,Consolas,"Cascadia Mono",Menlo,monospace}
summary{color:var(--accent);cursor:pointer;width:fit-content}
details{margin:.4rem 0}
@media(prefers-color-scheme:dark){@media screen{img:not([src^="data:image/svg"]){padding:8px;background:#f4f6f9}}}
@media(width<600px){main{padding:1rem .5rem 2rem}main>section{padding:.75rem .7rem;border-radius:8px}th,td{padding:.35rem .5rem}}
@media print{
:root{color-scheme:light;--ink:#000;--quiet:#444;--accent:#000;--ground:#fff;--paper:#fff;--line:#bbb}
@page{margin:15mm}
body{font-size:10.5pt}
main{max-width:none;padding:0}
main>section{border-width:1px 0 0;border-radius:0;padding:.75rem 0}
h1,h2,h3,h4,summary{break-after:avoid}
thead{display:table-header-group}
tr,img{break-inside:avoid}
.table{overflow:visible}
table{font-size:8.5pt}
th,td{overflow-wrap:anywhere;padding:.2rem .4rem}
.wide table{font-size:6.5pt}
.wide th,.wide td{padding:.15rem .2rem}
details::details-content{content-visibility:visible;block-size:auto;display:block}
}
`;
