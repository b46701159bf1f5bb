import type { Citation } from '../../answers/answer.ts';

const longestTitle = 300;
const longestUrl = 2_000;

/** A source that a text names; `undefined` if there is nothing to call it by. Only web addresses are kept. */
export function toCitation(
  title: string | undefined,
  address: string | undefined,
): Citation | undefined {
  const url = address === undefined || address.length > longestUrl ? null : URL.parse(address);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  const name = (title ?? '')
    .slice(0, longestTitle * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestTitle);
  const shown = name || (isWeb ? `${url.hostname}${url.pathname}`.slice(0, longestTitle) : '');
  if (shown === '') return undefined;
  return { title: shown, ...(isWeb && { url: url.href }) };
}
