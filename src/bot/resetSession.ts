import { sessionIdOf } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import { retryOnConflict } from '../questions/retryOnConflict.ts';
import { type SessionTurnDeps, touched } from '../questions/sessionTurn.ts';

/** Has the next question start a new conversation. A question on its way still gets its answer. */
export async function resetSession(
  place: Place,
  { sessions, clock, sessionIdleMs }: Pick<SessionTurnDeps, 'sessions' | 'clock' | 'sessionIdleMs'>,
): Promise<void> {
  await retryOnConflict(clock, async () => {
    const current = await sessions.get(sessionIdOf(place));
    if (current === undefined) return;
    const { conversationId: _old, lastMessageId: _too, ...session } = current.value;
    const written = await sessions.replace(current, {
      ...session,
      generation: session.generation + 1,
      ...touched(clock.now(), sessionIdleMs),
    });
    return written ? undefined : 'conflict';
  });
}
