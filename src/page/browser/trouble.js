// The line at the foot of the page that says what is wrong, and what to do about it.

/**
 * @param place an element that speaks up when its text changes
 * @returns how to say something, with what to do: `{title, run}` or `{title, href}`; and how to take it back
 */
export function setUpTrouble(place) {
  let shown = '';
  return {
    say(text, action) {
      // Said again with every attempt, it would be heard again as well.
      if (!place.hidden && shown === text) return;
      shown = text;
      place.replaceChildren(text, ...(action ? [' ', toControl(action)] : []));
      place.hidden = false;
    },
    clear() {
      place.hidden = true;
      place.replaceChildren();
    },
  };
}

function toControl({ title, run, href }) {
  const control = document.createElement(href ? 'a' : 'button');
  control.textContent = title;
  if (href) {
    control.href = href;
    // In a frame, the sign-in shows nothing.
    control.target = '_top';
  } else {
    control.type = 'button';
    control.addEventListener('click', run);
  }
  return control;
}
