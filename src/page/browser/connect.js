/** With an id, Direct Line resumes the conversation, history included; without, it starts the token's own. */
export function connect({ token, domain, conversationId, resumed }) {
  const directLine = window.WebChat.createDirectLine({
    token,
    domain,
    ...(resumed && { conversationId, watermark: '0' }),
    // Streams come over the socket only.
    webSocket: true,
  });
  if (domain !== undefined) {
    keepTrying(directLine);
    failAtOnce(directLine);
  }
  return directLine;
}

/** DirectLineJS waits long to try again if the server is gone for a moment. A restart should hardly be noticed. */
function keepTrying(directLine) {
  // No crowd returns at once here: 3 seconds, the shortest of its pauses before it opens the next socket.
  directLine.services.random = () => 0;
  const { ajax } = directLine.services;
  directLine.services.ajax = (request) =>
    ajax(request).retryWhen((errors) =>
      errors
        .do((error) => {
          if (request.method !== 'GET' || error.status !== 0) throw error;
        })
        .delay(1000),
    );
}

/** DirectLineJS turns an error into `retry`, which Web Chat shows only after 20 seconds without an echo. */
function failAtOnce(directLine) {
  const postActivity = directLine.postActivity.bind(directLine);
  directLine.postActivity = (activity) =>
    postActivity(activity).map((id) => {
      if (id === 'retry') throw new Error('The bot didn’t accept the message.');
      return id;
    });
}
