import type { Answer } from '../../answers/answer.ts';
import type { ChartWish } from '../../answers/chart.ts';
import { chooseChart } from '../../answers/chooseChart.ts';
import { canDraw } from '../../cards/answer/chartElement.ts';
import type { CardChannel } from '../../cards/parts/outgoingMessage.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { answerMessage } from '../messages/answerMessage.ts';
import { lastAnsweredIn } from '../messages/lastAnsweredIn.ts';
import { readAgain } from '../messages/readAgain.ts';
import { cardChannelOf } from '../place.ts';
import { actOnce } from '../sending/actOnce.ts';
import { postCopy } from '../sending/postCopy.ts';
import { sendFitting } from '../sending/sendFitting.ts';

const names: Readonly<Record<ChartWish, string>> = {
  line: 'a line chart: that takes a time or a category, and numbers',
  bar: 'a bar chart: that takes a category and numbers, in Teams none below zero',
  donut: 'a donut chart: that takes the parts of a whole',
  table: 'a table: there is none in it',
};

/**
 * Shows the last answer in another way, without asking Genie anything new.
 *
 * @returns false where there is no recent answer, or charts are off: then it may be meant for Genie
 */
export async function showAs(wish: ChartWish, place: Place, deps: BotDeps): Promise<boolean> {
  const { channel, genie, clock, charts, sessionIdleMs } = deps;
  if (!charts && wish !== 'table') return false;
  const question = await lastAnsweredIn(place, deps);
  if (question === undefined || (question.endedAt ?? 0) < clock.now() - sessionIdleMs) return false;
  await actOnce(place, deps, { action: 'show-as' }, async () => {
    const answer = await readAgain(question, genie);
    if (!canShow(answer, wish, cardChannelOf(place))) {
      await channel.post(place, { text: `The last answer cannot be shown as ${names[wish]}.` });
      return;
    }
    await sendFitting(
      (maxBytes) => answerMessage(question, answer, deps, { wish, maxBytes }),
      (message) => postCopy(question, message, place, deps),
    );
  });
  return true;
}

function canShow({ tables }: Answer, wish: ChartWish, channel: CardChannel): boolean {
  if (wish === 'table') return tables.some(({ rows }) => rows.length > 0);
  return tables.some((table) => {
    const chart = chooseChart(table, { wish });
    return chart !== undefined && canDraw(chart, channel);
  });
}
