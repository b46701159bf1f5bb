/** What people put after a name: “Genie, …”, “Genie: …”, “Genie – …”. A dash before a digit is a minus. */
const separator = /^[^\S\n]*(?:[,:;!…،؛、，：；！]+|[–—-]+(?![\d.])|\.+(?=\s|$))[^\S\n]*/;

/** What follows the name of the one who is addressed, without the punctuation between them. */
export function withoutSeparator(text: string): string {
  return text.replace(separator, '');
}
