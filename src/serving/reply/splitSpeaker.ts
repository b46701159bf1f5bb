const name = /^\s{0,20}<name>([^<>]{1,200})<\/name>\s{0,20}/;
/** What might become one. */
const begun = /^\s{0,20}<(?:n(?:a(?:m(?:e(?:>[^<>]{0,200}(?:<\/?n?a?m?e?)?)?)?)?)?)?$/;

/**
 * Splits off `<name>…</name>`, with which a supervisor says who of its agents speaks.
 *
 * @returns `undefined` while it can't be told yet
 */
export function splitSpeaker(text: string): { speaker?: string; said: string } | undefined {
  if (begun.test(text)) return undefined;
  const found = name.exec(text);
  const speaker = found?.[1]?.trim();
  if (!found || !speaker) return { said: text };
  return { speaker, said: text.slice(found[0].length) };
}
