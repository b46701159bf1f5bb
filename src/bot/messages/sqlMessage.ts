import { queriesToFetch } from '../../answers/queriesToFetch.ts';
import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { sqlCard } from '../../cards/talk/sqlCard.ts';
import { recallText } from '../../questions/answered/recallText.ts';
import type { Place } from '../../questions/place.ts';
import { idsOf } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { cardChannelOf } from '../place.ts';
import { inTime } from './inTime.ts';
import { lastAnsweredIn } from './lastAnsweredIn.ts';

/** The SQL of the last answer that the place's user got; `undefined` where there was none. */
export async function sqlMessage(
  place: Place,
  deps: BotDeps,
): Promise<OutgoingMessage | undefined> {
  const question = await lastAnsweredIn(place, deps);
  if (question === undefined) return undefined;
  const message = await inTime((signal) => deps.genie.getMessage(idsOf(question), signal));
  const shown = new Set(queriesToFetch(message));
  const queries = message.attachments
    .filter((attachment) => attachment.kind === 'query')
    .filter(({ id }) => shown.has(id));
  const text = (await recallText(question, { getMessage: async () => message })) ?? '';
  return sqlCard({ channel: cardChannelOf(place), question: text, queries });
}
