import type { ChartPhrases } from './chartPhrases.ts';
import type { CommandTexts } from './commandTexts.ts';
import { chartPhrases as deCharts } from './de/chartPhrases.ts';
import { commands as de } from './de/commands.ts';
import { chartPhrases as enCharts } from './en/chartPhrases.ts';
import { commands as en } from './en/commands.ts';
import { chartPhrases as esCharts } from './es/chartPhrases.ts';
import { commands as es } from './es/commands.ts';
import { chartPhrases as frCharts } from './fr/chartPhrases.ts';
import { commands as fr } from './fr/commands.ts';
import { chartPhrases as jaCharts } from './ja/chartPhrases.ts';
import { commands as ja } from './ja/commands.ts';
import { personPhrases as dePerson } from './personPhrases/de.ts';
import { personPhrases as enPerson } from './personPhrases/en.ts';
import { personPhrases as esPerson } from './personPhrases/es.ts';
import { personPhrases as frPerson } from './personPhrases/fr.ts';
import { personPhrases as jaPerson } from './personPhrases/ja.ts';
import { personPhrases as ptBrPerson } from './personPhrases/ptBr.ts';
import { personPhrases as zhHansPerson } from './personPhrases/zhHans.ts';
import type { PersonPhrases } from './personPhrases.ts';
import { chartPhrases as ptBrCharts } from './ptBr/chartPhrases.ts';
import { commands as ptBr } from './ptBr/commands.ts';
import { schedulePhrases as deSchedule } from './schedulePhrases/de.ts';
import { schedulePhrases as enSchedule } from './schedulePhrases/en.ts';
import { schedulePhrases as esSchedule } from './schedulePhrases/es.ts';
import { schedulePhrases as frSchedule } from './schedulePhrases/fr.ts';
import { schedulePhrases as jaSchedule } from './schedulePhrases/ja.ts';
import { schedulePhrases as ptBrSchedule } from './schedulePhrases/ptBr.ts';
import { schedulePhrases as zhHansSchedule } from './schedulePhrases/zhHans.ts';
import type { SchedulePhrases } from './schedulePhrases.ts';
import { chartPhrases as zhHansCharts } from './zhHans/chartPhrases.ts';
import { commands as zhHans } from './zhHans/commands.ts';

/** The commands of all languages: each can be typed whatever its reader's language is. */
export const allCommandTexts = { en, de, fr, es, ptBr, ja, zhHans } as const satisfies Record<
  string,
  CommandTexts
>;

/** The same for how the last answer is wished for. */
export const allChartPhrases = {
  en: enCharts,
  de: deCharts,
  fr: frCharts,
  es: esCharts,
  ptBr: ptBrCharts,
  ja: jaCharts,
  zhHans: zhHansCharts,
} as const satisfies Record<keyof typeof allCommandTexts, ChartPhrases>;

/** The same for what people say of themselves. */
export const allPersonPhrases: readonly PersonPhrases[] = [
  enPerson,
  dePerson,
  frPerson,
  esPerson,
  ptBrPerson,
  jaPerson,
  zhHansPerson,
];

/** The same for when they want an answer again and again. */
export const allSchedulePhrases: readonly SchedulePhrases[] = [
  enSchedule,
  deSchedule,
  frSchedule,
  esSchedule,
  ptBrSchedule,
  jaSchedule,
  zhHansSchedule,
];
