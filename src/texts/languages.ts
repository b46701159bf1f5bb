import { english } from './en/english.ts';
import type { Grammar } from './grammar.ts';
import { japanese } from './ja/japanese.ts';
import type { Texts } from './texts.ts';

export interface Language {
  /** BCP 47. */
  tag: string;
  texts: (grammar: Grammar) => Texts;
}

/** The languages that the bot speaks, by the language of a locale. */
export const languages = {
  en: { tag: 'en', texts: english },
  ja: { tag: 'ja', texts: japanese },
} as const satisfies Record<string, Language>;
