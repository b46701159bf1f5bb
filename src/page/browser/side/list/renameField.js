import { make } from '../parts/make.js';

/** As long as a title can be. */
const maxLength = 100;

/**
 * A field for a new title: Enter and leaving it save, Escape doesn't. An empty one brings back the first question.
 *
 * @param save resolves with whether it's saved; otherwise the field stays, with what was typed
 * @param onEnd told when the field has done its work
 */
export function makeRenameField({ label, value, save, onEnd }) {
  const input = make('input', { type: 'text', dir: 'auto', maxLength, 'aria-label': label });
  input.value = value;
  const form = make('form', { class: 'chat-rename' }, input);
  let state = 'open';

  const end = () => {
    state = 'ended';
    onEnd({ hadFocus: form.contains(document.activeElement) });
  };
  const submit = async () => {
    if (state !== 'open') return;
    const title = input.value.trim();
    if (title === value) return end();
    state = 'saving';
    input.readOnly = true;
    if (await save(title === '' ? null : title)) return end();
    state = 'open';
    input.readOnly = false;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  input.addEventListener('keydown', (event) => {
    // Escape and Enter also end the choice of a character in Chinese and Japanese.
    if (event.isComposing) return;
    if (event.key !== 'Escape' || state !== 'open') return;
    // And not the drawer around it.
    event.stopPropagation();
    end();
  });
  input.addEventListener('blur', submit);
  return form;
}
