import type { Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import type { BotDeps } from '../deps.ts';
import { readerOf } from '../readerOf.ts';
import type { Introduction } from './parseIntroduction.ts';
import { takeQuestion } from './takeQuestion.ts';

/** Saves who the person says they are, and asks the question that was waiting for it. */
export async function introduce(
  { email, name }: Introduction,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { after } = await changeSession(place, deps, (session) => ({
    ...session,
    user: { ...session.user, email, ...(name && { name }), knownBy: 'self-declared' },
  }));
  const held = after.heldQuestion;
  const { people, sentences } = readerOf(place, deps).texts;
  await deps.channel.post(place, {
    text: sentences([people.introduced({ email }), held && people.askingNow]),
    textFormat: 'plain',
  });
  if (held === undefined) return;
  await takeQuestion(held.text, { ...place, activityId: held.activityId }, deps);
  // Only now: if this is redelivered, the question is recognized by its activity.
  await changeSession(place, deps, ({ heldQuestion: _asked, ...session }) => session);
}
