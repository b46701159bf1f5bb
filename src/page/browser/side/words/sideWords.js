// The words of the side, in each language that the bot speaks.

import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { japanese } from './ja.js';
import { portuguese } from './ptBr.js';
import { chinese } from './zhHans.js';

/** The keys are those of `texts`. */
export const sideWords = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  'pt-BR': portuguese,
  ja: japanese,
  'zh-Hans': chinese,
};
