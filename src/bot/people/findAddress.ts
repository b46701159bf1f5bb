/** What HTML calls valid: https://html.spec.whatwg.org/multipage/input.html */
const inMailbox = /^[\w.!#$%&'*+/=?^`{|}~-]$/;
const inHost = /^[a-z\d.-]$/i;
const label = /^(?!-)[a-z\d-]{1,63}(?<!-)$/i;

/** RFC 5321, 4.5.3.1.3, less the brackets. */
const longestEmail = 254;

interface Found {
  email: string;
  /** Where it begins and ends. */
  start: number;
  end: number;
}

/** The email address in a text, with a dot in its domain; `undefined` if there are none or several. */
export function findAddress(text: string): Found | undefined {
  const at = text.indexOf('@');
  if (at < 0 || text.includes('@', at + 1)) return undefined;
  let start = at;
  while (inMailbox.test(text[start - 1] ?? '')) start -= 1;
  let end = at + 1;
  while (inHost.test(text[end] ?? '')) end += 1;
  while (text[end - 1] === '.') end -= 1;
  const email = text.slice(start, end);
  const labels = text.slice(at + 1, end).split('.');
  const isOne = start < at && labels.length > 1 && labels.every((each) => label.test(each));
  return isOne && email.length <= longestEmail ? { email, start, end } : undefined;
}
