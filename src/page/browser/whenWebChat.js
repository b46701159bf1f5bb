const askAgainMs = 3000;

/**
 * Web Chat, which is large: what else the page needs is fetched while it's on its way.
 *
 * @param onTrouble told each time that it couldn't be loaded; it's asked for again by itself
 */
export function whenWebChat(onTrouble) {
  const { promise, resolve } = Promise.withResolvers();
  const follow = (script) => {
    script.addEventListener('load', () => resolve(window.WebChat));
    script.addEventListener('error', () => retry(script), { once: true });
  };
  const retry = ({ src, nonce }) => {
    onTrouble();
    setTimeout(() => {
      const script = document.createElement('script');
      Object.assign(script, { src, nonce });
      follow(script);
      document.head.append(script);
    }, askAgainMs);
  };

  // Its script can have failed before anyone could listen. When the page has loaded, it has either come or failed.
  const look = () =>
    window.WebChat ? resolve(window.WebChat) : retry(document.getElementById('web-chat'));
  if (window.WebChat || document.readyState === 'complete') look();
  else window.addEventListener('load', look, { once: true });
  document.getElementById('web-chat').addEventListener('load', () => resolve(window.WebChat));
  return promise;
}
