// What makes the chat usable by keyboard, by screen reader and on a phone, beyond what Web Chat does itself.

const sendBox = () => document.querySelector('#chat [data-id="webchat-sendbox-input"]');

export function focusSendBox() {
  sendBox()?.focus();
}

/** A phone would open its keyboard over what someone has come to read. */
export function hasKeyboard() {
  return matchMedia('(pointer: fine)').matches;
}

/** Keeps the send box above the keyboard of a phone whose browser leaves the page as high as it was. */
export function stayAboveKeyboard() {
  const { visualViewport, document } = window;
  visualViewport?.addEventListener('resize', () => {
    // Someone who zooms in sees less of the page, too, and it must not shrink for that.
    if (visualViewport.scale > 1) return;
    const isCovered = visualViewport.height < window.innerHeight;
    document.body.style.height = isCovered ? `${visualViewport.height}px` : '';
  });
}

/**
 * The card library says of what a button has opened that it's expanded. ARIA has that for the button alone, and our
 * buttons say it by their titles.
 */
export function dropStrayStates(chat) {
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!target.matches('button, [role="button"]')) target.removeAttribute('aria-expanded');
    }
  }).observe(chat, { subtree: true, attributeFilter: ['aria-expanded'] });
}
