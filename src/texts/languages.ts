import { german } from './de/german.ts';
import { english } from './en/english.ts';
import { spanish } from './es/spanish.ts';
import { french } from './fr/french.ts';
import type { Grammar } from './grammar.ts';
import { japanese } from './ja/japanese.ts';
import { portuguese } from './ptBr/portuguese.ts';
import type { Texts } from './texts.ts';
import { chinese } from './zhHans/chinese.ts';

export interface Language {
  /** BCP 47. */
  tag: string;
  texts: (grammar: Grammar) => Texts;
}

/** The languages that the bot speaks, by the language of a locale. */
export const languages = {
  en: { tag: 'en', texts: english },
  de: { tag: 'de', texts: german },
  fr: { tag: 'fr', texts: french },
  ja: { tag: 'ja', texts: japanese },
  zh: { tag: 'zh-Hans', texts: chinese },
  es: { tag: 'es', texts: spanish },
  pt: { tag: 'pt-BR', texts: portuguese },
} as const satisfies Record<string, Language>;
