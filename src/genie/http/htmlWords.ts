/** What there is to say stands at the beginning. */
const searched = 20_000;

/** Whether a body is an HTML page, whatever its type says. */
export function isHtml(body: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml|!--)/i.test(body.slice(0, 1_000));
}

/** The title of a page. */
export function htmlTitle(body: string): string | undefined {
  return between(body.slice(0, searched), /<title\b[^<>]*>/i, /<\/title>/i);
}

/** What a page shows in a `<pre>`. */
export function htmlPre(body: string): string | undefined {
  return between(body.slice(0, searched), /<pre\b[^<>]*>/i, /<\/pre>/i);
}

/** All words of a page or a plain text, on one line, without scripts and styles. */
export function htmlWords(body: string): string {
  const [first = '', ...rest] = body.slice(0, searched).split(/<(?:script|style)\b/i);
  const shown = rest.map((part) => {
    const end = part.search(/<\/(?:script|style)>/i);
    return end === -1 ? '' : part.slice(end);
  });
  return onOneLine([first, ...shown].join(' ').replace(/<[^<>]*>/g, ' '));
}

export const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What stands in the first such element. One pattern for all of it would search the rest again at each opening tag. */
function between(html: string, opening: RegExp, closing: RegExp): string | undefined {
  const tag = opening.exec(html);
  const rest = tag ? html.slice(tag.index + tag[0].length) : '';
  const end = rest.search(closing);
  return end === -1 ? undefined : rest.slice(0, end);
}
