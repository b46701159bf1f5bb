import { type Acceptance, acceptQuestion } from '../../questions/life/acceptQuestion.ts';
import { mostOpenInPlace } from '../../questions/pace/admission.ts';
import { mostWaitingOfOne } from '../../questions/pace/budget.ts';
import { isReadByOthers, type Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import { describeSignIn } from '../../signIn/describeSignIn.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';
import { isWithinLimit } from './isWithinLimit.ts';
import { openRecognized } from './recognizePerson.ts';
import { isTooLong, questionTooLong } from './tooLong.ts';

/**
 * Accepts a question. If its asker must give an email address first, the question is kept until they do.
 *
 * @param again it's asked once more, by a button: where it was asked before. If that isn't here, it belongs there, and
 *   nobody there is told
 */
export async function takeQuestion(
  text: string,
  place: Place,
  deps: BotDeps,
  again?: { askedIn: Place },
): Promise<void> {
  const elsewhere = again && again.askedIn !== place ? again.askedIn : undefined;
  const { channel, requireEmail } = deps;
  if (isTooLong(text)) {
    if (await isWithinLimit(place, deps)) await channel.post(place, { text: questionTooLong });
    return;
  }
  const session = await openRecognized(elsewhere ?? place, deps);
  const activityId = place.activityId ?? '';
  const isUnknown = requireEmail && isSelfDeclared(place) && !session.value.user.email;
  if (isUnknown && !(await isNamedByToken(place, deps))) {
    if (!(await isWithinLimit(place, deps))) return;
    await changeSession(place, deps, (current) => ({
      ...current,
      heldQuestion: { text, activityId },
    }));
    await channel.post(place, { text: askForEmail });
    return;
  }
  const isPrivate = deps.channelAnswers === 'private' && isReadByOthers(place);
  const accepted = await acceptQuestion(
    {
      place: elsewhere ?? place,
      activityId,
      text,
      session,
      ...(isPrivate && { isPrivate }),
      ...(again && { isAgain: true }),
      ...(elsewhere && { isPrivate: true, note: { says: 'private' } }),
    },
    deps,
  );
  const refusal = refusals[accepted];
  if (refusal) await channel.post(place, { text: refusal });
}

/** Whether a person's token says who they are, or will once they have signed in. */
async function isNamedByToken(place: Place, { signIn }: BotDeps): Promise<boolean> {
  if (signIn === undefined) return false;
  const { person } = await describeSignIn(place, signIn).catch(() => ({ person: undefined }));
  return person === undefined || person.name !== undefined;
}

const askForEmail =
  'Before I ask Genie, please tell me your email address (and your name, if you like): “Ada Lovelace <ada@example.com>”. I’ll ask your question right after that.';

const refusals: Partial<Record<Acceptance, string>> = {
  'too-many-open': `You already have ${mostOpenInPlace} questions in progress here. Please wait for an answer, or type “cancel” to stop them.`,
  'too-many-waiting': `You already have ${mostWaitingOfOne} questions in the queue. Please wait until one of them is answered.`,
  'too-busy': 'Too many questions are waiting right now. Please try again in a few minutes.',
  'too-long': questionTooLong,
  'too-often':
    'You’ve reached the limit of questions per minute. Please wait a minute and try again.',
};
