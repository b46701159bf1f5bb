// What someone chose about the look of the page, kept in their browser. Where that is forbidden, the choice lasts as long
// as the page.

import { keep, readKept } from '../kept.js';

const chosen = new Map();

/** @returns what was kept under this name, if anything */
export function readChoice(name) {
  return chosen.get(name) ?? readKept('localStorage', name);
}

export function keepChoice(name, value) {
  chosen.set(name, value);
  keep('localStorage', name, value);
}
