import type { Model } from '../models/model.ts';
import type { Space } from '../spaces.ts';
import type { Parts } from '../understand/parts.ts';
import { joinWords } from './phrasePlan.ts';

export const thanks = 'You’re welcome. Ask me anything else.';

/** Says what the demo is, and that it isn't an AI. */
export function aboutMe({ title, model }: Space): string {
  return (
    'I’m the **demo workspace** that comes with this bot. I’m not Databricks Genie and not an AI: I recognise ' +
    `fixed patterns of questions and run SQL over made-up data. In the **${title}** space you can ask for ` +
    `${joinWords(measureNouns(model))}, split by ${joinWords(dimensionNouns(model))}, for any period of the last ` +
    'three years. You can also follow up on an answer: “only the top 3”, “by month instead”, “what about last year”.'
  );
}

/** Says which tables there are. */
export function aboutData({ description, tables }: Space): string {
  const lines = tables.map((table) => `- \`${table.name}\`: ${table.description}`);
  return [description, '', ...lines].join('\n');
}

/** Asks back: for the figure if the rest of the question was clear, otherwise for a kind of question it knows. */
export function askBack(model: Model, { filters, period }: Parts): string {
  const values = filters.flatMap((filter) => filter.values);
  const about = `${values.length > 0 ? ` for ${joinWords(values)}` : ''}${period ? ` ${period.label}` : ''}`;
  const figures = joinWords(measureNouns(model).slice(0, 4));
  if (about !== '') {
    return `Which figure would you like to see${about}? I know ${figures}, for example.`;
  }
  return (
    `I didn’t understand that. I’m a demo and only know fixed patterns of questions. Which figure would you like ` +
    `to see (${figures}, for example), and split by what: ${joinWords(dimensionNouns(model).slice(-4))}?`
  );
}

function measureNouns({ measures }: Model): string[] {
  return measures.map(({ noun }) => noun);
}

function dimensionNouns({ dimensions }: Model): string[] {
  return dimensions.map(({ noun }) => noun);
}
