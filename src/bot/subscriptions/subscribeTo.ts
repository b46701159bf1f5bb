import type { ListedFigure } from '../../answers/figures/listFigures.ts';
import { subscribeFormCard } from '../../cards/subscriptions/subscribeFormCard.ts';
import { recallText } from '../../questions/answered/recallText.ts';
import type { Question } from '../../questions/question.ts';
import type { Figure } from '../../questions/subscription.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { AnswerClick } from '../clicks/answerClick.ts';
import type { BotDeps } from '../deps.ts';
import { whyNotHere } from '../messages/whyNotHere.ts';
import { readerOf } from '../readerOf.ts';
import { listFiguresOf, toChoice } from './listFiguresOf.ts';
import { readForm, type Wished } from './readForm.ts';
import { refuse, subscribe } from './subscribe.ts';

/** What most people want. */
const usual: Schedule = { every: 'weekday', at: { hour: 9, minute: 0 } };

/** Asks when the answer to a question is to come again, or subscribes its asker to it once they have said so. */
export async function subscribeTo(
  { submit, question, place }: AnswerClick<'subscribe-form' | 'subscribe'>,
  deps: BotDeps,
): Promise<void> {
  const refused = whyNotHere(place, deps);
  if (refused) return refuse(refused, place, deps);
  const reader = readerOf(place, deps);
  const { timeZone } = reader;
  const [text, figures] = await Promise.all([
    recallText(question, deps.genie),
    listFiguresOf(question, place, deps),
  ]);
  if (text === undefined) {
    await deps.channel.post(place, { text: reader.texts.lastAnswer.notRecalled });
    return;
  }
  if (submit.action === 'subscribe-form') {
    const of = { answer: submit.answer };
    const view = { ...reader, of, question: text, figures: figures.map(toChoice) };
    await deps.channel.post(place, subscribeFormCard({ ...view, timeZone, schedule: usual }));
    return;
  }
  const wished = readForm(submit, figures);
  if ('why' in wished) return refuse(wished, place, deps);
  const seen = seenIn(question, wished, figures);
  const { spaceId } = question;
  await subscribe({ text, timeZone, ...wished, spaceId, ...(seen && { seen }) }, place, deps);
}

/** What the first answer is compared with: the figure in the answer that its owner has before them. */
function seenIn(
  { answeredAt }: Question,
  { condition }: Wished,
  figures: readonly ListedFigure[],
): Figure | undefined {
  const of = condition && 'of' in condition ? condition.of : undefined;
  const value = figures.find(({ name }) => name === of)?.value;
  return value === undefined || answeredAt === undefined ? undefined : { value, at: answeredAt };
}
