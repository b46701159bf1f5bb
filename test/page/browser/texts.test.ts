import { describe, expect, it } from 'vitest';

/** The page is JavaScript, as browsers run it. */
interface TextsFile {
  texts: Record<string, Record<string, string>>;
  languageOf(locale: string): string;
  dateLocale(locale: string): string;
  webChatLocale(locale: string): string;
}

const file = new URL('../../../src/page/browser/texts.js', import.meta.url).href;
const { texts, dateLocale, languageOf, webChatLocale } = (await import(file)) as TextsFile;

describe('the page’s own words', () => {
  it.each(Object.entries(texts))('are all there in %s', (tag, words) => {
    expect(Object.keys(words)).toEqual(Object.keys(texts['en'] ?? {}));
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de-CH-1996', 'de'],
    ['DE-de', 'de'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['en-GB', 'en'],
    ['it', 'en'],
    ['ar', 'en'],
    ['fil-PH', 'en'],
    ['toString', 'en'],
    ['de_DE', 'en'],
    ['nonsense!', 'en'],
    ['', 'en'],
  ])('are for a reader of “%s” in %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it.each([
    ['de-AT', 'de-AT'],
    ['pt-PT', 'pt-PT'],
    ['en-GB', 'en-GB'],
    ['ar-EG', 'en'],
    ['zh-TW', 'en'],
    ['nonsense!', 'en'],
  ])('have dates beside them, for “%s” as in %s', (locale, ofDates) => {
    expect(dateLocale(locale)).toBe(ofDates);
  });

  it.each([
    ['de-AT', 'de-AT'],
    ['es-419', 'es-419'],
    ['it', 'it'],
    ['zh-Hant-HK', 'zh-Hant-HK'],
    ['yue', 'yue'],
    // Finnish, Korean and Danish to one who reads two letters.
    ['fil-PH', 'en-PH'],
    ['kok', 'en-IN'],
    ['dav-KE', 'en-KE'],
    ['de_DE', 'en-US'],
    ['', 'en-US'],
  ])('go with Web Chat’s for “%s”, which is told %s', (locale, told) => {
    expect(webChatLocale(locale)).toBe(told);
  });
});
