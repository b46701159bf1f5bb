/** Web Chat, which is large: what else the page needs is fetched while it's on its way. */
export function whenWebChat() {
  const { promise, resolve, reject } = Promise.withResolvers();
  const script = document.getElementById('web-chat');
  script.addEventListener('load', () => resolve(window.WebChat));
  script.addEventListener('error', () => reject(new Error('Web Chat can’t be loaded')));
  if (window.WebChat) resolve(window.WebChat);
  return promise;
}
