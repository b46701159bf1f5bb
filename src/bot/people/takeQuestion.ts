import { type Acceptance, acceptQuestion } from '../../questions/life/acceptQuestion.ts';
import { mostOpenInPlace } from '../../questions/pace/admission.ts';
import { mostWaitingOfOne } from '../../questions/pace/budget.ts';
import { isReadByOthers, type Place } from '../../questions/place.ts';
import type { Decision } from '../../questions/question.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import { describeSignIn } from '../../signIn/describeSignIn.ts';
import type { Texts } from '../../texts/texts.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { isWithinLimit } from './isWithinLimit.ts';
import { openRecognized } from './recognizePerson.ts';
import { isTooLong, questionTooLong } from './tooLong.ts';

/** A button below an answer that asks something. */
export interface Pressed {
  askedIn: Place;
  /** The same question once more: the message whose answer the new one takes the place of. */
  replaces?: string | undefined;
  /** It answers a request for approval. `activityId`: the same for both buttons, so that only one of them counts. */
  decided?: { decision: Decision; activityId: string };
}

/**
 * Accepts a question. If its asker must give an email address first, the question is kept until they do.
 *
 * @param by a button asks it, about an answer: where that was asked for. If that isn't here, it belongs there, and nobody
 *   there is told
 */
export async function takeQuestion(
  text: string,
  place: Place,
  deps: BotDeps,
  by?: Pressed,
): Promise<void> {
  const elsewhere = by && by.askedIn !== place ? by.askedIn : undefined;
  const { channel, requireEmail } = deps;
  const { texts } = readerOf(place, deps);
  if (isTooLong(text)) {
    if (await isWithinLimit(place, deps))
      await channel.post(place, { text: questionTooLong(texts) });
    return;
  }
  const session = await openRecognized(elsewhere ?? place, deps);
  const activityId = by?.decided?.activityId ?? place.activityId ?? '';
  const isUnknown = requireEmail && isSelfDeclared(place) && !session.value.user.email;
  if (isUnknown && !(await isNamedByToken(place, deps))) {
    if (!(await isWithinLimit(place, deps))) return;
    await changeSession(place, deps, (current) => ({
      ...current,
      heldQuestion: { text, activityId },
    }));
    await channel.post(place, { text: texts.people.askForEmail });
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
      ...(by?.decided ? { decision: by.decided.decision } : by && { isAgain: true }),
      ...(by?.replaces && { replaces: by.replaces }),
      ...(elsewhere && { isPrivate: true, note: { says: 'private' } }),
    },
    deps,
  );
  const isSecond = accepted === 'known' && by?.decided;
  const refusal = isSecond ? texts.answer.approval.answered : refusalText(accepted, texts);
  if (refusal) await channel.post(place, { text: refusal });
}

/** Whether a person's token says who they are, or will once they have signed in. */
async function isNamedByToken(place: Place, { signIn }: BotDeps): Promise<boolean> {
  if (signIn === undefined) return false;
  const { person } = await describeSignIn(place, signIn).catch(() => ({ person: undefined }));
  return person === undefined || person.name !== undefined;
}

/** What the asker is told; `undefined` if there is nothing to tell. */
function refusalText(accepted: Acceptance, texts: Texts): string | undefined {
  const { people } = texts;
  switch (accepted) {
    case 'too-many-open':
      return people.tooManyOpen({ limit: mostOpenInPlace });
    case 'too-many-waiting':
      return people.tooManyWaiting({ limit: mostWaitingOfOne });
    case 'too-busy':
      return people.tooBusy;
    case 'too-long':
      return questionTooLong(texts);
    case 'too-often':
      return people.tooManyPerMinute;
    default:
      return undefined;
  }
}
