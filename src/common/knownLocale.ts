/**
 * The locale, if this runtime knows it. It comes from the client, and an unknown one must not cost the answer.
 *
 * @param locale a BCP 47 tag; some clients write `de_DE`
 */
export function knownLocale(locale: string | undefined): string | undefined {
  try {
    return locale === undefined
      ? undefined
      : Intl.NumberFormat.supportedLocalesOf(locale.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
