const sendBox = '[data-id="webchat-sendbox-input"]';
const sendButton = '.webchat__send-button';

/**
 * A store for Web Chat with which nobody has to send a question twice. Until Web Chat is connected, it does nothing on
 * Enter and doesn't say so. What was sent too early now goes out as soon as it can, unless it was changed since.
 */
export function createPatientStore(chat) {
  let isWaiting = false;
  const store = window.WebChat.createStore({}, ({ dispatch }) => (next) => (action) => {
    const result = next(action);
    if (action.type === 'WEB_CHAT/SET_SEND_BOX') isWaiting = false;
    if (isWaiting && isConnected()) {
      isWaiting = false;
      dispatch({ type: 'WEB_CHAT/SUBMIT_SEND_BOX', payload: { method: 'keyboard' } });
    }
    return result;
  });
  const isConnected = () => /^(?:re)?connected$/.test(store.getState().connectivityStatus);
  const send = () => {
    isWaiting = !isConnected() && store.getState().sendBoxValue.trim() !== '';
  };
  chat.addEventListener('keydown', ({ key, shiftKey, isComposing, target }) => {
    // Enter also ends the choice of a character in Chinese and Japanese.
    if (key === 'Enter' && !shiftKey && !isComposing && target.matches(sendBox)) send();
  });
  chat.addEventListener('click', ({ target }) => {
    if (target.closest(sendButton)) send();
  });
  return store;
}
