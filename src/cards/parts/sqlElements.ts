import type { CardElement } from './adaptiveCard.ts';
import type { CardLimits } from './cardLimits.ts';
import type { CardChannel } from './outgoingMessage.ts';
import { clipText } from './plainText.ts';
import { noteText, richText } from './richText.ts';
import { shortenedNote } from './shortenedNote.ts';

/** One SQL statement, as code if the channel shows code. */
export function sqlElements(
  sql: string,
  { channel, limits }: { channel: CardChannel; limits: Pick<CardLimits, 'sqlLength'> },
): CardElement[] {
  const whole = sql.trim();
  if (whole === '') return [];
  if (limits.sqlLength === 0) return [noteText('The SQL is too long to show here.')];
  const shown = clipText(whole, limits.sqlLength);
  const plain = richText(shown, { fontType: 'Monospace', size: 'Small' });
  const note = shortenedNote('SQL', shown, whole);
  if (channel === 'webchat') return [plain, ...note];
  const codeSnippet = plain.inlines[0]?.text ?? '';
  return [{ type: 'CodeBlock', codeSnippet, language: 'Sql', fallback: plain }, ...note];
}
