import type { Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import type { BotDeps } from '../deps.ts';
import type { Introduction } from './parseIntroduction.ts';
import { takeQuestion } from './takeQuestion.ts';

/** Keeps who somebody says they are, and asks what was waiting for it. */
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
  const next = held ? ' Here is your question again:' : '';
  await deps.channel.post(place, {
    text: `Thank you. I keep ${email} as your e-mail address, not verified, until you write “logout”.${next}`,
    textFormat: 'plain',
  });
  if (held === undefined) return;
  await takeQuestion(held.text, { ...place, activityId: held.activityId }, deps);
  // Only now: should this be done again, the question is known by its activity.
  await changeSession(place, deps, ({ heldQuestion: _asked, ...session }) => session);
}
