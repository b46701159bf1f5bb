const openWithinMs = 20_000;
const keepAliveMs = 20_000;

/**
 * Opens the WebSocket of a conversation.
 *
 * @param onMessage told each set of activities, with its watermark
 * @returns once it's open, `closed`, which resolves when it has gone, and how to close it
 */
export async function openSocket(url, { onMessage, signal }) {
  const socket = new WebSocket(url);
  const opened = Promise.withResolvers();
  const closed = Promise.withResolvers();
  const close = () => {
    socket.close();
    // A dead connection takes a minute to say so.
    closed.resolve();
    opened.reject(new Error('The socket was closed.'));
  };
  const tooLate = setTimeout(close, openWithinMs);
  const keepAlive = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send('');
  }, keepAliveMs);

  socket.addEventListener('open', () => opened.resolve());
  socket.addEventListener('error', close);
  socket.addEventListener('close', close);
  socket.addEventListener('message', ({ data }) => {
    if (data !== '' && !signal.aborted) onMessage(JSON.parse(data));
  });
  signal.addEventListener('abort', close, { once: true });
  closed.promise.then(() => clearInterval(keepAlive));

  try {
    await opened.promise;
  } finally {
    clearTimeout(tooLate);
  }
  return { closed: closed.promise, close };
}
