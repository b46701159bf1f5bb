// The chat page. Its server answers POST /chat/token with a Direct Line token, and with `domain` if the Direct Line
// isn't Microsoft's own.

const userIdKey = 'askGenie.userId';
const conversationIdKey = 'askGenie.conversationId';

const { WebChat } = window;

const border = 'solid 1px #dde3ea';

const styleOptions = {
  accent: '#1f5fa8',
  backgroundColor: '#f4f6f9',
  primaryFont: 'system-ui, "Segoe UI", Roboto, sans-serif',
  rootHeight: '100%',
  bubbleBackground: '#ffffff',
  bubbleBorderColor: '#dde3ea',
  bubbleBorderRadius: 12,
  bubbleFromUserBackground: '#1f5fa8',
  bubbleFromUserBorderColor: '#1f5fa8',
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserTextColor: '#ffffff',
  bubbleMaxWidth: 860,
  bubbleTextColor: '#1b2733',
  cardEmphasisBackgroundColor: '#f4f6f9',
  cardPushButtonBackgroundColor: '#e3eefb',
  cardPushButtonTextColor: '#1f5fa8',
  groupTimestamp: 300_000,
  hideUploadButton: true,
  markdownRenderHTML: false,
  sendBoxBackground: '#ffffff',
  sendBoxBorderBottom: border,
  sendBoxBorderLeft: border,
  sendBoxBorderRight: border,
  sendBoxBorderTop: border,
  sendBoxHeight: 48,
  subtle: '#5b6875',
  suggestedActionBorderRadius: 8,
  suggestedActionBorderWidth: 1,
  suggestedActionLayout: 'flow',
  timestampColor: '#5b6875',
};

document.querySelector('#new-chat').addEventListener('click', () => {
  localStorage.removeItem(conversationIdKey);
  location.reload();
});

try {
  const session = await openSession();
  document.querySelector('#notice').textContent = session.notice ?? '';
  WebChat.renderWebChat(
    {
      directLine: connect(session),
      locale: navigator.language,
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: 'Ask a question about your data' },
      renderMarkdown,
      styleOptions,
    },
    document.querySelector('#chat'),
  );
  document.querySelector('#chat [data-id="webchat-sendbox-input"]')?.focus();
} catch (error) {
  document.querySelector('#trouble').hidden = false;
  throw error;
}

/** The same person in the same conversation as before, if the server still knows it. */
async function openSession() {
  const before = localStorage.getItem(conversationIdKey) ?? undefined;
  const response = await fetch('/chat/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: userId(), conversationId: before }),
  });
  if (!response.ok) throw new Error(`POST /chat/token returned ${response.status}`);
  const session = await response.json();
  localStorage.setItem(conversationIdKey, session.conversationId);
  return { ...session, resumed: session.conversationId === before };
}

function userId() {
  const id = localStorage.getItem(userIdKey) ?? `dl_${crypto.randomUUID()}`;
  localStorage.setItem(userIdKey, id);
  return id;
}

/** With an id, Direct Line resumes the conversation, history included; without, it starts the token's own. */
function connect({ token, domain, conversationId, resumed }) {
  const directLine = WebChat.createDirectLine({
    token,
    domain,
    ...(resumed && { conversationId, watermark: '0' }),
    webSocket: domain === undefined,
    pollingInterval: 300,
  });
  if (domain !== undefined) {
    keepPolling(directLine);
    failAtOnce(directLine);
  }
  return directLine;
}

/** DirectLineJS stops polling for good if the server is gone for a moment. A restart shouldn't end the chat. */
function keepPolling(directLine) {
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

/**
 * Markdown without links and pictures. Text from the data must not lead people anywhere, and loading a picture would
 * tell its server what was read.
 */
function renderMarkdown(markdown, ...options) {
  const html = WebChat.renderMarkdown(markdown, ...options);
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const link of body.querySelectorAll('a')) link.replaceWith(link.textContent);
  for (const image of body.querySelectorAll('img')) image.replaceWith(image.alt);
  return body.innerHTML;
}
