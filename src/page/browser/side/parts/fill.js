/** Puts values where a text has `{name}`. In one go: a title may itself look like a place for a value. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
