/**
 * Makes an element. Properties are set as attributes, `true` as an empty one; what is `undefined` or `false` is left out.
 * Children are elements or text: nothing here reads markup, so that titles from the data stay text.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children);
  return element;
}

/** Sets an attribute, or takes it away if its value is `undefined` or `false`. Leaves alone what is right already. */
export function setAttribute(element, name, value) {
  if (value === undefined || value === false) element.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Shows a text, and touches nothing that shows it already. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A button with an icon alone, named for those who don't see it, and shown to those who point at it. */
export function makeIconButton(icon, name, attributes = {}) {
  const button = make('button', { type: 'button', class: 'side-icon', ...attributes }, icon);
  nameButton(button, name);
  return button;
}

/** Gives a button without words its name. */
export function nameButton(button, name) {
  setAttribute(button, 'aria-label', name);
  setAttribute(button, 'title', name);
}
