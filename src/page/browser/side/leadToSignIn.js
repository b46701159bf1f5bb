const key = 'askGenie.signInAt';

/** Who comes back and still isn't signed in, as in a frame without cookies, would be sent around in circles. */
const restMs = 60_000;

/** Leads to the sign-in, and from there back to where this page is. */
export function leadToSignIn() {
  // No frame shows it: there, the chat itself has a link for the whole tab.
  if (window.top !== window) return;
  if (Date.now() - readLast() < restMs) return;
  keepLast();
  const back = encodeURIComponent(location.pathname + location.search);
  location.assign(`/.auth/login/aad?post_login_redirect_uri=${back}`);
}

function readLast() {
  try {
    return Number(sessionStorage.getItem(key) ?? 0);
  } catch {
    return 0;
  }
}

function keepLast() {
  try {
    sessionStorage.setItem(key, String(Date.now()));
  } catch {}
}
