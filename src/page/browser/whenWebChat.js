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
    script.addEventListener('error', () => retry(script));
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

  const first = document.getElementById('web-chat');
  if (window.WebChat) resolve(window.WebChat);
  // It can have failed before anyone could listen.
  else if (document.readyState === 'complete') retry(first);
  else follow(first);
  return promise;
}
