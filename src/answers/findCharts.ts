import type { Message, VisualizationAttachment } from '../genie/types.ts';

/** The charts that Genie drew, by the ids of the queries whose rows they show. Of several of one query the last counts. */
export function findCharts({ attachments }: Message): Map<string, VisualizationAttachment> {
  const queries = attachments.filter(({ kind }) => kind === 'query');
  const only = queries.length === 1 ? queries[0]?.id : undefined;
  const charts = new Map<string, VisualizationAttachment>();
  for (const chart of attachments.filter(({ kind }) => kind === 'visualization')) {
    if (chart.kind !== 'visualization') continue;
    const query = chart.queryAttachmentId ?? only;
    if (query !== undefined) charts.set(query, chart);
  }
  return charts;
}
