/** Where Markdown, HTML or a client would begin a link, an image or a tag. */
const beginnings = [/\](?=[([:])/g, /<(?=[a-z/!?])/gi, /:(?=\/)/g, /www(?=\.)/gi, /@(?=[\w-])/g];

/** Takes no room, and keeps what is before it apart from what is after it. */
const apart = '\u200B';

/** What people don't see, and what turns the direction of a text. */
const unseen = /[\p{Cc}\p{Bidi_Control}]/gu;
const kept = '\t\n\r';

/**
 * Markdown from elsewhere for the text of a message: it keeps its form, and nothing in it is loaded, opened or mentioned.
 * A text that goes on stays the beginning of what it becomes: a stream demands that.
 */
export function inertText(markdown: string): string {
  // The second half of its last character may be yet to come.
  const whole = /[\uD800-\uDBFF]$/.test(markdown) ? markdown.slice(0, -1) : markdown;
  return beginnings.reduce(
    (text, beginning) => text.replace(beginning, (found) => found + apart),
    whole.toWellFormed().replace(unseen, (found) => (kept.includes(found) ? found : '')),
  );
}
