export interface Introduction {
  email: string;
  name?: string;
}

/** https://html.spec.whatwg.org/#valid-e-mail-address, with a dot in the domain. */
const address = String.raw`[\w.!#$%&'*+/=?^\x60{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+`;
const personName = String.raw`[\p{L}\p{M}][\p{L}\p{M}.'’ -]{0,59}`;
const opening = String.raw`\/?e-?mail(?: is)?:?|my e-?mail(?: address)? is:?|i am|i[’']m|my name is|this is`;

const whole = new RegExp(
  String.raw`^(?<opening>(?:${opening})\s+)?(?:(?<name>${personName}?)\s*(?<mark>[,<(]| and my e-?mail(?: address)? is)\s*)?[<(]?(?<email>${address})[>)]?[.!]?$`,
  'iu',
);

/** RFC 5321, 4.5.3.1.3, less the brackets. */
const longestEmail = 254;

/** Of the whole message, with room for an opening, a name and spaces. The pattern isn't made for more. */
const longest = 500;

/**
 * Who the person says they are, if the whole message says only that: `ada@example.com`, `email ada@example.com`,
 * `Ada Lovelace <ada@example.com>`, `I am Ada Lovelace, ada@example.com`.
 */
export function parseIntroduction(text: string): Introduction | undefined {
  if (text.length > longest) return undefined;
  const { opening, name, mark, email } = whole.exec(text.trim())?.groups ?? {};
  if (email === undefined || email.length > longestEmail) return undefined;
  // Without an opening, "orders, ada@example.com" might be a question.
  if (name && mark !== '<' && !opening) return undefined;
  return { email, ...(name?.trim() && { name: name.trim() }) };
}
