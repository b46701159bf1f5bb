/** With all that can be said in a tag, it still isn't longer. */
const longestTag = 100;

/**
 * The locale, if this runtime knows it. It comes from the client, and an unknown one must not cost the answer.
 *
 * It comes back with the calendar and the digits of the data: a table's “2026” must not be 2569 in Thailand, nor stand
 * beside other digits in a sentence. All that formats numbers and dates takes the locale from here.
 *
 * @param locale a BCP 47 tag, with an underscore where some clients write one
 */
export function knownLocale(locale: string | undefined): string | undefined {
  if (locale === undefined || locale.length > longestTag) return undefined;
  try {
    const [known] = Intl.NumberFormat.supportedLocalesOf(locale.replaceAll('_', '-'));
    return (
      known && String(new Intl.Locale(known, { calendar: 'gregory', numberingSystem: 'latn' }))
    );
  } catch {
    return undefined;
  }
}
