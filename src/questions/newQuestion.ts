import { askerLabel, bracketFor } from './askerLabel.ts';
import type { QuestionDeps } from './deps.ts';
import { newNonce, sessionIdOf } from './ids.ts';
import type { Place } from './place.ts';
import type { Question } from './question.ts';
import type { Session } from './session.ts';

interface Words extends Pick<Question, 'id' | 'askerKnownBy'> {
  place: Place;
  text: string;
  /** What `askerLabel` says of the asker. */
  asker: string | undefined;
}

/** A question as its row begins, be it typed or asked by a subscription. */
export function newQuestion(
  { id, place, text, asker, askerKnownBy }: Words,
  { clock, settings }: Pick<QuestionDeps, 'clock' | 'settings'>,
): Question {
  const now = clock.now();
  return {
    id,
    sessionId: sessionIdOf(place),
    state: 'received',
    text,
    content: settings.prependUserEmail ? bracketFor(asker, place) + text : text,
    ...(asker && { asker }),
    ...(askerKnownBy && { askerKnownBy }),
    place,
    nonce: newNonce(),
    generation: 0,
    attempts: 0,
    deliveryAttempts: 0,
    acceptedAt: now,
    expiresAt: now + settings.keepQuestionsMs,
  };
}

/** How the rows of a session's user name them. */
export function labelled(user: Session['user']): Pick<Words, 'asker' | 'askerKnownBy'> {
  return { asker: askerLabel(user), askerKnownBy: user.knownBy };
}
