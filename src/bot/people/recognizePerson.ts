import type { Log } from '../../common/log.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { channelOf, type Place, vouchesFor } from '../../questions/place.ts';
import type { Versioned } from '../../questions/ports.ts';
import { retryOnConflict } from '../../questions/retryOnConflict.ts';
import type { Session } from '../../questions/session.ts';
import { openSession, type SessionTurnDeps } from '../../questions/sessions/sessionTurn.ts';
import type { Channel } from '../ports.ts';

type RecognizeDeps = Pick<SessionTurnDeps, 'sessions' | 'clock' | 'sessionIdleMs'> & {
  channel: Channel;
  log: Log;
};

/** After this time the profile is read again: a session in use never ends. */
const profileKeptMs = 24 * 3_600_000;

/**
 * Who a place's user is: in Teams as their profile says, read once a day; on our own page as they signed in; elsewhere as
 * they say themselves.
 */
export async function recognizePerson(place: Place, deps: RecognizeDeps): Promise<Session['user']> {
  return (await openRecognized(place, deps)).value.user;
}

/** The session of a place's user, with who they are up to date. */
export async function openRecognized(
  place: Place,
  deps: RecognizeDeps,
): Promise<Versioned<Session>> {
  const { sessions, clock, channel, log } = deps;
  return retryOnConflict(clock, async () => {
    const current = await openSession(sessionIdOf(place), place, deps);
    if (current === undefined) return 'conflict';
    const { user } = current.value;
    if (!vouchesFor(place)) return current;
    if (!channelOf(place).vouchesForPeople) {
      const signedIn = signedInAs(place, clock.now());
      if (isSame(user, signedIn)) return current;
      const written = await sessions.replace(current, { ...current.value, user: signedIn });
      return written ?? 'conflict';
    }
    if (isFresh(user, clock.now())) return current;
    const profile = await channel.readProfile(place).catch((error: unknown) => {
      // Best effort: the question matters more, and the next message tries again.
      log.warn('profile.unread', { error });
      return undefined;
    });
    // No profile, or another person's: keep what is known; the next message tries again.
    if (profile === undefined) return current;
    const { name, knownBy } = user;
    const written = await sessions.replace(current, {
      ...current.value,
      // Nothing else is kept from an older profile: what Teams no longer says might no longer be true.
      user: { ...(name && { name }), knownBy, ...profile, lookedUp: true, lookedUpAt: clock.now() },
    });
    return written ?? 'conflict';
  });
}

function isFresh({ lookedUp, lookedUpAt = 0 }: Session['user'], now: number): boolean {
  return lookedUp && now - lookedUpAt < profileKeptMs;
}

/** What the sign-in to our page says of its visitor. */
function signedInAs({ user, visitor }: Place, now: number): Session['user'] {
  const { email, tenantId, isGuest } = visitor ?? {};
  return {
    ...(user.name && { name: user.name }),
    ...(email && { email }),
    ...(tenantId && { tenantId }),
    ...(isGuest !== undefined && { isGuest }),
    knownBy: 'page',
    lookedUp: true,
    lookedUpAt: now,
  };
}

function isSame(one: Session['user'], other: Session['user']): boolean {
  const fields = ['name', 'email', 'tenantId', 'isGuest', 'knownBy'] as const;
  return fields.every((field) => one[field] === other[field]);
}
