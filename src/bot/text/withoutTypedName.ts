import { bareName } from './bareName.ts';
import { withoutSeparator } from './withoutSeparator.ts';

/** The name ends there: what follows doesn't make it another word, an address or a number. */
const end = /^(?![\p{L}\p{N}\p{M}_'’@&/\\]|[.–—-]\S)/u;

/**
 * A text without `@Genie` at its start, which people type where their client offers no mention, or where none is
 * needed. Only the whole of one of the names counts.
 */
export function withoutTypedName(text: string, names: readonly string[]): string {
  if (!/^[@＠]/.test(text)) return text;
  const rests = names
    .filter((name) => bareName(name) !== '')
    .filter((name) => bareName(text.slice(1, 1 + name.length)) === bareName(name))
    .map((name) => text.slice(1 + name.length));
  const rest = rests.find((each) => end.test(each));
  return rest === undefined ? text : withoutSeparator(rest);
}
