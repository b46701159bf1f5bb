import { knownLocale } from '../common/knownLocale.ts';
import { createGrammar } from './grammar.ts';
import { type Language, languages } from './languages.ts';
import type { Texts } from './texts.ts';

/** Locales come from clients, which could name any number of them. */
const maxKept = 100;

const kept = new Map<string, Texts>();

/**
 * The texts for a reader.
 *
 * @param locale a BCP 47 tag from the reader's client; absent or unknown ones are ignored
 * @param defaultLocale whose language is spoken to readers of all others
 */
export function textsFor(locale: string | undefined, defaultLocale: string): Texts {
  const language = languageOf(locale) ?? languageOf(defaultLocale) ?? languages.en;
  const numbers = knownLocale(locale) ?? knownLocale(defaultLocale) ?? language.tag;
  const key = `${language.tag} ${numbers}`;
  const found = kept.get(key);
  if (found) return found;
  if (kept.size >= maxKept) kept.clear();
  const texts = language.texts(createGrammar(language.tag, numbers));
  kept.set(key, texts);
  return texts;
}

/** Whether a locale's language is one of the bot's. */
export function speaks(locale: string): boolean {
  return languageOf(locale) !== undefined;
}

/** Portuguese of either country reads Brazil's; traditional Chinese isn't simplified Chinese. */
function languageOf(locale: string | undefined): Language | undefined {
  const known = knownLocale(locale);
  if (known === undefined) return undefined;
  const { language, script } = new Intl.Locale(known).maximize();
  if (language === 'zh' && script !== 'Hans') return undefined;
  return Object.hasOwn(languages, language)
    ? languages[language as keyof typeof languages]
    : undefined;
}
