import { exportResponse } from '../../src/exports/exportResponse.ts';
import type { InProcess } from './openInProcess.ts';

/** Opens a download link, as a browser does. */
export async function openLink({ app }: InProcess, link: string) {
  const { pathname, searchParams } = new URL(link);
  const text = (name: string) => searchParams.get(name) ?? '';
  const { status, body } = exportResponse(
    await app.exportAnswer({
      answer: /answers\/([^/]+)\/export/.exec(pathname)?.[1] ?? '',
      table: text('table'),
      format: text('format'),
      expires: text('expires'),
      signature: text('signature'),
    }),
    app.textsForBrowser(null),
  );
  return { status, text: String(body) };
}
