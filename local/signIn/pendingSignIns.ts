import { randomInt, randomUUID } from 'node:crypto';
import { keyOf, type Owner } from './owner.ts';
import type { Person } from './people.ts';

/** A sign-in that was offered, and perhaps done on the page, but not completed. */
export interface PendingSignIn extends Owner {
  id: string;
  /** Where it was asked for. */
  conversationId: string;
  /** The id that a silent sign-in for the same card carries. */
  exchangeId: string;
}

interface Entry {
  signIn: PendingSignIn;
  /** When nobody can go on with it. */
  until: number;
  /** The person picked on the page, and the digits that the page shows for them. */
  done?: { person: Person; code: string };
}

/** As long as a card to sign in can be good for: one that a subscription shows. */
const patienceMs = 24 * 60 * 60_000;
/** As long as the digits are. */
const codeMs = 15 * 60_000;
const most = 1_000;

/** The sign-ins that have begun, in memory. */
export function createPendingSignIns(now: () => number) {
  const entries = new Map<string, Entry>();

  const current = () => {
    for (const [id, { until }] of entries) {
      if (until <= now() || entries.size > most) entries.delete(id);
    }
    return entries;
  };
  return {
    begin(owner: Owner, conversationId: string): PendingSignIn {
      const signIn = { ...owner, id: randomUUID(), conversationId, exchangeId: randomUUID() };
      entries.set(signIn.id, { signIn, until: now() + patienceMs });
      return signIn;
    },
    list: () => [...current().values()].map(({ signIn }) => signIn),
    find: (id: string) => current().get(id)?.signIn,
    /** Notes who was picked; returns the digits that prove it. */
    pick(signIn: PendingSignIn, person: Person): string {
      const entry = entries.get(signIn.id);
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      if (entry) {
        entry.done = { person, code };
        entry.until = now() + codeMs;
      }
      return code;
    },
    /** Who was picked, if these are the digits. */
    readCode(owner: Owner, code: string): Person | undefined {
      const entry = [...current().values()].find(
        ({ signIn, done }) => done?.code === code && keyOf(signIn) === keyOf(owner),
      );
      return entry?.done?.person;
    },
    /** Ends all of an owner's: one of them is done. */
    end(owner: Owner): void {
      for (const [id, { signIn }] of entries)
        if (keyOf(signIn) === keyOf(owner)) entries.delete(id);
    },
  };
}
