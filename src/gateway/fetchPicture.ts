import { findCharts } from '../answers/findCharts.ts';
import { queriesToFetch } from '../answers/queriesToFetch.ts';
import type { Picture } from '../answers/readAnswer.ts';
import { codeOf } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { withTimeLimit } from '../common/timeLimit.ts';
import { GenieError } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import type { Message } from '../genie/types.ts';

/** How long an answer waits for it, in real time. It's fetched beside the rows, which mostly take as long. */
const patienceMs = 2_000;

/**
 * Of a picture that is shown. It's in the message itself, of which there are 76 KB in UTF-16: base64 makes 2.7 bytes of
 * each of its bytes.
 */
const maxBytes = 20_000;

/** A few bytes can stand for a picture that a client has no memory for. */
const maxSide = 4_096;

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The picture of the first chart that Genie drew; `undefined` if there is none that a message can hold, or if it isn't
 * there in time. The bot can draw a chart of its own, so no answer depends on it. There's room for one.
 *
 * @throws the signal's reason when that aborts
 */
export async function fetchPicture(
  client: Pick<GenieClient, 'getVisualization'>,
  message: Message,
  { log, signal }: { log?: Log | undefined; signal?: AbortSignal | undefined },
): Promise<Picture | undefined> {
  const charts = findCharts(message);
  const chart = queriesToFetch(message)
    .map((id) => charts.get(id))
    .find((each) => each?.id);
  if (chart === undefined) return undefined;
  try {
    const png = await withTimeLimit(
      patienceMs,
      (limit) => client.getVisualization(message, chart.id, maxBytes, limit.signal),
      signal,
    );
    if (!isPicture(png)) return undefined;
    return { chartId: chart.id, url: `data:image/png;base64,${png.toString('base64')}` };
  } catch (error) {
    signal?.throwIfAborted();
    const requestId = error instanceof GenieError ? error.requestId : undefined;
    log?.info('genie.chartUnread', { code: codeOf(error), requestId, error });
    return undefined;
  }
}

/** Starts as a PNG does, with a header that states a size. */
function isPicture(png: Buffer): boolean {
  if (png.length < 24 || !png.subarray(0, 8).equals(signature)) return false;
  return [png.readUInt32BE(16), png.readUInt32BE(20)].every((side) => side > 0 && side <= maxSide);
}
