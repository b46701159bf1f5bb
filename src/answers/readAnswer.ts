import type {
  Attachment,
  Message,
  TextAttachment,
  VisualizationAttachment,
} from '../genie/types.ts';
import type { Answer, AnswerTable, GenieChart } from './answer.ts';
import { findCharts } from './findCharts.ts';
import { type FetchedRows, readTable } from './readTable.ts';
import { findSupersededQueries } from './supersededQueries.ts';

/** What Genie drew. */
export interface Picture {
  /** Of the visualization attachment. */
  chartId: string;
  url: NonNullable<GenieChart['picture']>;
}

/**
 * Turns a finished message into one answer: its texts, its tables and its suggestions, each in Genie's order. Corrected
 * queries are left out, and so is Genie's thinking aloud. An empty message gives an answer without texts and tables.
 *
 * @param results the rows, or why there are none, by attachment id; a missing entry counts as not loaded
 * @param picture of one of Genie's charts, if it was fetched
 */
export function readAnswer(
  message: Message,
  results: ReadonlyMap<string, FetchedRows>,
  picture?: Picture,
): Answer {
  const charts = findCharts(message);
  const tables = message.attachments
    .filter((attachment) => attachment.kind === 'query')
    .map((query): AnswerTable => {
      const table = readTable(query, results.get(query.id));
      const chart = charts.get(query.id);
      return chart === undefined ? table : { ...table, genieChart: toChart(chart, picture) };
    });
  const failed = [...results].filter(
    ([, result]) => 'state' in result && result.state === 'FAILED',
  );
  const superseded = findSupersededQueries(message, new Set(failed.map(([id]) => id)));
  const texts = currentTexts(message.attachments, superseded);
  const kept = tables.filter((table) => !superseded.has(table.attachmentId));
  const answers = texts.filter((text) => text.purpose === 'answer').map(({ content }) => content);
  const questions = texts.filter((text) => text.purpose !== 'answer').map(({ content }) => content);
  const suggestions = readSuggestions(message.attachments);

  if (kept.length === 0 && questions.length > 0)
    return {
      kind: 'clarification',
      texts: texts.map(({ content }) => content),
      tables: [],
      suggestions,
    };
  return {
    kind: 'answer',
    texts: answers,
    tables: kept,
    suggestions,
    ...(questions.length > 0 && { questionBack: questions.join('\n\n') }),
  };
}

function toChart(chart: VisualizationAttachment, picture: Picture | undefined): GenieChart {
  const title = chart.title?.trim();
  return {
    ...(title && { title }),
    ...(picture?.chartId === chart.id && { picture: picture.url }),
  };
}

/** The texts to show: without Genie's thinking aloud, and without what it said about a query it then corrected. */
function currentTexts(
  attachments: readonly Attachment[],
  superseded: ReadonlySet<string>,
): TextAttachment[] {
  const texts: TextAttachment[] = [];
  let obsolete = false;
  for (const attachment of attachments) {
    if (attachment.kind === 'query') obsolete = superseded.has(attachment.id);
    if (attachment.kind !== 'text' || obsolete || attachment.phase !== undefined) continue;
    if (attachment.content.trim() !== '') texts.push(attachment);
  }
  return texts;
}

function readSuggestions(attachments: readonly Attachment[]): string[] {
  const questions = attachments
    .filter((attachment) => attachment.kind === 'suggested-questions')
    .flatMap((attachment) => attachment.questions.map((question) => question.trim()));
  return [...new Set(questions)].filter((question) => question !== '');
}
