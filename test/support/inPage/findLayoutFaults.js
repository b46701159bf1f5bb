// Runs in a page, where test/support/layoutFaults.ts puts it.

/** What is wrong with how a card is set, measured by where things are. */
globalThis.findLayoutFaults = (card) => {
  const frame = card.getBoundingClientRect();
  const isShown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const nameOf = (element) => element.textContent.trim().slice(0, 60);
  const shown = (selector) => [...card.querySelectorAll(selector)].filter(isShown);

  const out = shown('button, table, svg, img, [role="cell"], [role="columnheader"]')
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < frame.left - 1 || right > frame.right + 1;
    })
    .map((element) => `sticks out: ${nameOf(element)}`);

  const cut = shown('*')
    .filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0 &&
        /hidden|clip/.test(getComputedStyle(element).overflowX) &&
        element.closest('svg') === null,
    )
    .map((element) => `is cut off: ${nameOf(element)}`);

  const broken = shown('button, [role="cell"], [role="columnheader"]')
    .flatMap(wordsIn)
    .filter(({ rects }) => new Set(rects.map(({ top }) => Math.round(top))).size > 1)
    .map(({ word }) => `is broken: ${word}`);

  const ask = shown('*').filter((element) => element.textContent.trim() === 'Ask next');
  const end = ask.at(0)?.getBoundingClientRect().top ?? 0;
  const rows = shown('button')
    .map((element) => Math.round(element.getBoundingClientRect().top))
    .filter((top) => top < end);
  const many = new Set(rows).size > 2 ? [`has ${new Set(rows).size} rows of tools`] : [];

  return [...out, ...cut, ...broken, ...many];

  /** Each word under an element, with the lines that it's on. */
  function wordsIn(element) {
    const words = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        words.push({ word, rects: [...range.getClientRects()] });
      }
    }
    return words;
  }
};
