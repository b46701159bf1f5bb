// What someone chose about the look of the page, kept in their browser. In a frame it can be forbidden to keep anything:
// then the choice lasts as long as the page.

const chosen = new Map();

/** @returns what was kept under this name, if anything */
export function readChoice(name) {
  if (chosen.has(name)) return chosen.get(name);
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepChoice(name, value) {
  chosen.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {}
}
