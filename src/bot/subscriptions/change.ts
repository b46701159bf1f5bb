import type { ListedFigure } from '../../answers/figures/listFigures.ts';
import { subscribeFormCard } from '../../cards/subscriptions/subscribeFormCard.ts';
import { ownerIdOf, ownerOfSubscription } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Subscription } from '../../questions/subscription.ts';
import { changeSubscription } from '../../questions/subscriptions/changeSubscription.ts';
import type { BotDeps } from '../deps.ts';
import { readerOf } from '../readerOf.ts';
import { listFiguresOf, toChoice } from './listFiguresOf.ts';
import { type Form, readForm } from './readForm.ts';
import { isHidden, shownIn } from './shownIn.ts';
import { refuse } from './subscribe.ts';
import { subscriptionMessage } from './subscriptionMessage.ts';

/** Asks what is to change. */
export async function showChangeForm(
  subscription: Subscription,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { id, text, timeZone, schedule, condition } = shownIn(subscription, place);
  const figures = (await figuresFor(subscription, place, deps)).map(toChoice);
  const view = { ...readerOf(place, deps), of: { subscription: id }, question: text, figures };
  const form = subscribeFormCard({ ...view, timeZone, schedule, ...(condition && { condition }) });
  await deps.channel.post(place, form);
}

/** Changes a subscription to what its form says. What isn't in it stays. */
export async function change(
  form: Form,
  subscription: Subscription,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const figures = await figuresFor(subscription, place, deps);
  const wished = readForm(form, figures, shownIn(subscription, place));
  if ('why' in wished) return refuse(wished, place, deps);
  const { schedule } = wished;
  const condition = isHidden(subscription, place) ? subscription.condition : wished.condition;
  const changed = await changeSubscription(subscription.id, { schedule, condition }, deps);
  if (changed === undefined) return refuse({ why: 'gone' }, place, deps);
  await deps.channel.post(place, await subscriptionMessage(changed, 'changed', place, deps));
}

/** The figures of its latest answer, for its owner alone, whose answer it is; not of a private one where others read. */
async function figuresFor(
  subscription: Subscription,
  place: Place,
  deps: BotDeps,
): Promise<ListedFigure[]> {
  const { id, run } = subscription;
  const isOwn = ownerOfSubscription(id) === ownerIdOf(place);
  if (!isOwn || run === undefined || isHidden(subscription, place)) return [];
  const question = (await deps.questions.get(run.questionId))?.value;
  return question?.messageId === undefined ? [] : listFiguresOf(question, place, deps);
}
