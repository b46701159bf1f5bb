/**
 * The time zone as this runtime spells it; `undefined` if it knows none of that name.
 *
 * @param name an IANA name, from a client or a setting
 */
export function knownTimeZone(name: string | undefined): string | undefined {
  if (!name) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
