import { CourierError } from '../../questions/ports.ts';
import type { Question } from '../../questions/question.ts';
import { retryOnConflict } from '../../questions/retryOnConflict.ts';
import type { BotDeps } from '../deps.ts';
import { answerMessage } from '../messages/answerMessage.ts';
import { readAgain } from '../messages/readAgain.ts';
import { originOf } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { sendFitting } from '../sending/sendFitting.ts';
import type { AnswerClick } from './answerClick.ts';

/**
 * Posts a private answer where it was asked, once, however often the button is pressed. A new message can't be taken
 * for repeated, so the row says that it's about to be sent; if it isn't known what became of it, it isn't sent again.
 */
export async function shareAnswer(
  { question, place }: AnswerClick<'share'>,
  deps: BotDeps,
): Promise<void> {
  const { channel } = deps;
  const say = (text: string) => channel.post(place, { text });
  const { share, onlyTheAsker } = readerOf(place, deps).texts.lastAnswer;
  const where = originOf(question.place);
  if (!question.isPrivate) {
    await say(onlyTheAsker);
    return;
  }
  const answer = question.shared ? undefined : await readAgain(question, deps);
  const begun = answer && (await mark(question.id, deps));
  if (answer === undefined || begun === undefined) {
    await say((await wasShared(question.id, deps)) ? share.already : share.unsure[where]);
    return;
  }
  let activityId: string;
  try {
    activityId = await sendFitting(
      (maxBytes) => answerMessage(question, answer, deps, { isShared: true, maxBytes }),
      (message) => channel.post(question.place, message),
      readerOf(question.place, deps).texts,
    );
  } catch (error) {
    const kind = error instanceof CourierError ? error.kind : undefined;
    if (kind === 'unsure') {
      await say(share.unsure[where]);
      return;
    }
    await unmark(question.id, deps);
    if (kind !== 'refused') throw error;
    deps.log.warn('answer.notShared', { questionId: question.id, error });
    await say(share.refused[where]);
    return;
  }
  deps.log.info('answer.shared', { questionId: question.id });
  await confirm(question.id, activityId, deps);
  await say(share.shared[where]);
}

/** Whether it is known to have arrived. */
async function wasShared(id: string, { questions }: BotDeps): Promise<boolean> {
  return (await questions.get(id))?.value.shared?.activityId !== undefined;
}

/** Notes that an answer is about to be shared; `undefined` if it was before. */
function mark(id: string, deps: BotDeps) {
  const shared = { at: deps.clock.now() };
  return change(id, deps, (question) => (question.shared ? undefined : { ...question, shared }));
}

/** It certainly wasn't. */
function unmark(id: string, deps: BotDeps) {
  return change(id, deps, ({ shared: _not, ...question }) => question);
}

/** Where it is shown, it can be rated. */
function confirm(id: string, activityId: string, deps: BotDeps) {
  return change(id, deps, ({ copyActivityIds = [], ...question }) => ({
    ...question,
    copyActivityIds: [...copyActivityIds, activityId],
    shared: { at: deps.clock.now(), activityId },
  }));
}

function change(
  id: string,
  { questions, clock }: Pick<BotDeps, 'questions' | 'clock'>,
  make: (question: Question) => Question | undefined,
): Promise<Question | undefined> {
  return retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    const next = current && make(current.value);
    if (current === undefined || next === undefined) return undefined;
    return (await questions.replace(current, next))?.value ?? 'conflict';
  });
}
