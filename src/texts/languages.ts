import { english } from './en/english.ts';
import { spanish } from './es/spanish.ts';
import type { Grammar } from './grammar.ts';
import { portuguese } from './ptBr/portuguese.ts';
import type { Texts } from './texts.ts';

export interface Language {
  /** BCP 47. */
  tag: string;
  texts: (grammar: Grammar) => Texts;
}

/** The languages that the bot speaks, by the language of a locale. */
export const languages = {
  en: { tag: 'en', texts: english },
  es: { tag: 'es', texts: spanish },
  pt: { tag: 'pt-BR', texts: portuguese },
} as const satisfies Record<string, Language>;
