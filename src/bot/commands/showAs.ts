import type { Answer } from '../../answers/answer.ts';
import type { ChartWish } from '../../answers/chart.ts';
import { chooseChart } from '../../answers/chooseChart.ts';
import { canDraw } from '../../cards/chart/chartElement.ts';
import type { CardChannel } from '../../cards/parts/outgoingMessage.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { lastAnsweredIn } from '../messages/lastAnsweredIn.ts';
import { readAgain } from '../messages/readAgain.ts';
import { staysPrivate } from '../messages/staysPrivate.ts';
import { cardChannelOf } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { actOnce } from '../sending/actOnce.ts';
import { showAgain } from '../sending/showAgain.ts';

/**
 * Shows the last answer as a chart or a table, without asking Genie again.
 *
 * @returns false if there is no recent answer, or charts are off: then the message might be a question
 */
export async function showAs(wish: ChartWish, place: Place, deps: BotDeps): Promise<boolean> {
  const { channel, clock, charts, sessionIdleMs } = deps;
  if (!charts && wish !== 'table') return false;
  const question = await lastAnsweredIn(place, deps);
  if (question === undefined || (question.endedAt ?? 0) < clock.now() - sessionIdleMs) return false;
  await actOnce(place, deps, { action: 'show-as' }, async () => {
    const words = readerOf(place, deps).texts.lastAnswer;
    if (staysPrivate(question, place)) {
      await channel.post(place, { text: words.onlyInOwnChat });
      return;
    }
    const answer = await readAgain(question, deps);
    if (!canShow(answer, wish, cardChannelOf(place))) {
      await channel.post(place, { text: words.cannotShowAs[wish] });
      return;
    }
    await showAgain(question, answer, place, deps, { wish });
  });
  return true;
}

function canShow({ tables }: Answer, wish: ChartWish, channel: CardChannel): boolean {
  if (wish === 'table') return tables.length > 0;
  return tables.some((table) => {
    const chart = chooseChart(table, { wish });
    return chart !== undefined && canDraw(chart, channel);
  });
}
