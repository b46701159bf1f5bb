import { randomInt } from 'node:crypto';
import type { Trial } from './trial.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A trial with a name of its own: `try` and five random characters. */
export function openTrial(parts: Omit<Trial, 'name' | 'secrets'>): Trial {
  const random = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return { ...parts, name: `try${random}`, secrets: new Set() };
}
