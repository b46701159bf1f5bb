import type { CardElement } from './adaptiveCard.ts';
import type { CardLimits } from './cardLimits.ts';
import { clipText } from './plainText.ts';
import type { Reader } from './reader.ts';
import { noteText, richText } from './richText.ts';

/** One SQL statement, as code if the channel shows code. */
export function sqlElements(
  sql: string,
  {
    channel,
    texts,
    limits,
  }: Pick<Reader, 'channel' | 'texts'> & { limits: Pick<CardLimits, 'sqlLength'> },
): CardElement[] {
  const words = texts.answer;
  const whole = sql.trim();
  if (whole === '') return [];
  if (limits.sqlLength === 0) return [noteText(words.sqlTooLong)];
  const shown = clipText(whole, limits.sqlLength);
  const plain = richText(shown, { fontType: 'Monospace', size: 'Small' });
  const [some, all] = [shown.length, whole.length];
  const note = some < all ? [noteText(words.sqlShortened({ shown: some, total: all }))] : [];
  if (channel === 'webchat') return [plain, ...note];
  const codeSnippet = plain.inlines[0]?.text ?? '';
  return [{ type: 'CodeBlock', codeSnippet, language: 'Sql', fallback: plain }, ...note];
}
