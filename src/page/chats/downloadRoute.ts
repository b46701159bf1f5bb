import { chartsFor } from '../../bot/messages/chartsFor.ts';
import { formatsOf } from '../../bot/readerOf.ts';
import { contentDisposition } from '../../exports/contentDisposition.ts';
import { readWholeChat, type WholeChat } from '../../questions/chats/readWholeChat.ts';
import { pageChannelId } from '../../questions/place.ts';
import { createLimit } from '../createLimit.ts';
import { PageError, type PageRequest, type PageRoute } from '../route.ts';
import type { TranscriptReader } from '../transcript/transcript.ts';
import { type TranscriptFormat, transcriptFile } from '../transcript/transcriptFile.ts';
import { notFound, readingIn } from './exchange.ts';
import type { Limited } from './limited.ts';
import { titleText } from './titleText.ts';
import { toTranscriptTurn } from './toTranscriptTurn.ts';

/** A chat can have a tenth of a small instance's memory. */
const mostAtOnce = 2;

/** `GET chats/{id}/download?format=markdown|html`: a chat as a file, with all its answers. */
export function downloadRoute({ deps, chatDeps }: Limited): PageRoute {
  // It reads far more than all others, and keeps it until the file is written.
  const limitEach = createLimit(1);
  const limitAll = createLimit(mostAtOnce, () => {
    const headers = { 'retry-after': '30' };
    return new PageError(429, 'busy', 'Other downloads are being made', { headers });
  });

  async function makeFile(
    format: TranscriptFormat,
    exchange: PageRequest,
  ): ReturnType<PageRoute['handle']> {
    const { id = '' } = exchange.params;
    const whole = await readWholeChat(id, exchange.visitor.owner, chatDeps);
    if (whole === undefined) throw notFound();
    const reader = await readerFor(whole, exchange, deps);
    const transcript = {
      title: titleText(whole.title, whole.startedAt, exchange, deps),
      ...(whole.spaceTitle && { spaceTitle: whole.spaceTitle }),
      savedAt: deps.clock.now(),
      ...(whole.isCut && { isCut: true as const }),
      turns: whole.turns.map((turn) => toTranscriptTurn(turn, reader, deps)),
    };
    const { name, contentType, bytes } = await transcriptFile(transcript, format, reader);
    return {
      status: 200,
      headers: {
        'cache-control': 'no-store',
        'content-type': contentType,
        'content-disposition': contentDisposition(name),
      },
      body: bytes,
    };
  }

  return {
    method: 'GET',
    path: 'chats/:id/download',
    kind: 'data',
    async handle(exchange) {
      const format = exchange.query.get('format') ?? 'html';
      if (format !== 'markdown' && format !== 'html') {
        throw new PageError(400, 'bad-request', 'The format is markdown or html');
      }
      const { owner } = exchange.visitor;
      return limitEach(owner, () => limitAll('', () => makeFile(format, exchange)));
    },
  };
}

/** Who reads the file. Charts are drawn only where there is something to draw. */
async function readerFor(
  { turns }: WholeChat,
  exchange: PageRequest,
  deps: Limited['deps'],
): Promise<TranscriptReader> {
  const last = turns.at(-1)?.question;
  const place = {
    channelId: pageChannelId,
    serviceUrl: '',
    conversation: { id: '' },
    user: { id: '' },
    bot: { id: '' },
    ...last?.place,
    ...readingIn(exchange),
  };
  const { locale, timeZone } = formatsOf(place, deps);
  const tables = turns.flatMap(({ outcome }) =>
    outcome.kind === 'answer' ? outcome.answer.tables : [],
  );
  const answer = { kind: 'answer' as const, texts: [], suggestions: [], tables };
  const charts = last && (await chartsFor({ ...last, place }, answer, undefined, deps));
  return { texts: exchange.texts, locale, timeZone, ...(charts?.draw && { draw: charts.draw }) };
}
