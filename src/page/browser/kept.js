// What the page keeps in the browser. In a frame, a browser can forbid to keep anything.

/**
 * @param storage `localStorage`, or `sessionStorage` for this tab alone
 * @returns the text that was kept under this name, if anything
 */
export function readKept(storage, name) {
  try {
    return window[storage].getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(storage, name, text) {
  try {
    window[storage].setItem(name, text);
  } catch {}
}
