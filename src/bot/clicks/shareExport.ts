import { downloadCard } from '../../cards/talk/downloadCard.ts';
import type { ExportFormat } from '../../exports/signLink.ts';
import type { BotDeps } from '../deps.ts';
import { readerOf } from '../readerOf.ts';
import type { AnswerClick } from './answerClick.ts';

/** Answers a click on a download button with links to the files. */
export async function shareExport(
  { submit, question, place }: AnswerClick<'export'>,
  deps: BotDeps,
): Promise<void> {
  const { channel, exportLinks } = deps;
  const reader = readerOf(place, deps);
  if (exportLinks === undefined) {
    await channel.post(place, { text: reader.texts.lastAnswer.download.off });
    return;
  }
  const { table, format } = submit;
  const link = (each: ExportFormat) =>
    exportLinks.create({ questionId: question.id, table, format: each });
  const urls = {
    ...(format !== 'xlsx' && { csv: await link('csv') }),
    ...(format !== 'csv' && { xlsx: await link('xlsx') }),
  };
  const minutes = exportLinks.lifetimeMs / 60_000;
  const card = downloadCard({ ...reader, urls, minutes });
  await channel.post(place, card);
}
