import type { Activity } from '../../../local/chat/activity.ts';
import { aMessage } from '../../support/activities.ts';
import type { Connector } from '../../support/connectorDouble.ts';
import { answerMs, firstWords, lastWords } from './pacedAnswer.ts';
import type { FunctionsProcess } from './startFunctions.ts';

export type Channel = 'personal' | 'webchat';

/** When someone saw what: milliseconds since their question. */
export interface Seen {
  /** The first of the stream; `NaN` where nothing is streamed. */
  packet: number;
  /** The first of the answer's words. */
  word: number;
  /** All of the answer, with its card. */
  whole: number;
  /** Milliseconds since 1970. */
  askedAt: number;
}

let people = 0;

/** A new person asks, and sees the answer come. */
export async function watchAnswer(
  bot: FunctionsProcess,
  connector: Connector,
  scene: Channel,
  text = 'How did we do?',
): Promise<Seen> {
  people += 1;
  const id = `person-${people}`;
  const find = (isIt: (body: Activity, json: string) => boolean) =>
    connector.requests.find(({ path, body, status = 500 }) => {
      const isTheirs = path.startsWith(`/v3/conversations/${id}/activities`) && status < 300;
      return isTheirs && isIt((body ?? {}) as Activity, JSON.stringify(body ?? {}));
    });
  const isWhole = ({ attachments = [] }: Activity, json: string) =>
    attachments.length > 0 && json.includes(lastWords);

  const askedAt = Date.now();
  const posted = bot.post(
    aMessage({
      scene,
      text,
      serviceUrl: connector.url,
      conversation: { id, ...(scene === 'personal' && { conversationType: 'personal' }) },
      from: { id, name: 'Ada', aadObjectId: id },
    }),
  );
  const whole = await connector.waitFor(() => find(isWhole), answerMs + 30_000);
  const status = await posted;
  if (status !== 200) throw new Error(`Answered with ${status}`);
  const packet = find(({ channelData }) => channelData?.['streamType'] !== undefined);
  const word = find((_, json) => json.includes(firstWords));
  const since = (at = Number.NaN) => at - askedAt;
  return { packet: since(packet?.at), word: since(word?.at), whole: since(whole.at), askedAt };
}
