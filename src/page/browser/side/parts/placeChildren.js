/**
 * Has an element hold exactly these children, in this order. What stands right stays untouched, and what has the focus
 * keeps it: a list that is read again must not throw out who is in it.
 */
export function placeChildren(parent, children) {
  const focused = document.activeElement;
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
  while (next) {
    const after = next.nextSibling;
    next.remove();
    next = after;
  }
  if (focused !== document.activeElement && focused?.isConnected) focused.focus();
}
