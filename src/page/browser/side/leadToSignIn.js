import { keep, readKept } from '../kept.js';
import { signInUrl } from '../signInUrl.js';

const key = 'askGenie.signInAt';

/** Who comes back and still isn't signed in, as in a frame without cookies, would be sent around in circles. */
const restMs = 60_000;

/** Leads to the sign-in, and from there back to where this page is. */
export function leadToSignIn() {
  // No frame shows it: there, the chat itself has a link for the whole tab.
  if (window.top !== window) return;
  if (Date.now() - Number(readKept('sessionStorage', key) ?? 0) < restMs) return;
  keep('sessionStorage', key, String(Date.now()));
  location.assign(signInUrl(location));
}
