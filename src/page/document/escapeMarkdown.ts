/** What is markup wherever it stands: emphasis, code, links, pictures, tags, cells, and what escapes them. */
const marks = /[\\`*_[\]<|~]/g;
/** Where a reader of Markdown would make an entity, a formula, an address or an emoji of what isn't marked as one. */
const beginnings = [/&(?=[#a-z])/gi, /\$(?!\d)/g, /:(?=[^\s\d])/g, /@(?=\w)/g, /(?<=www)\./gi];
/** Most cells of a table have none of them. */
const any = /[\\`*_[\]<|~&$:@]|www/i;
/** What makes a heading, a list, a quote, a line or code of the words behind it. */
const indents = /^[ \t]+/gm;
const blockStart = /^(?=[#+\-=>:])/gm;
const listNumber = /^(\d{1,9})(?=[.)])/gm;

/** A text that every reader of Markdown shows as it is, wherever in a line it stands. */
export function escapeMarkdown(text: string): string {
  if (!any.test(text)) return text;
  return beginnings.reduce(
    (words, beginning) => words.replace(beginning, (found) => `\\${found}`),
    text.replace(marks, (mark) => `\\${mark}`),
  );
}

/** Lines, each of them escaped already, that begin no block either. */
export function escapeLineStarts(markdown: string): string {
  return markdown.replace(indents, '').replace(blockStart, '\\').replace(listNumber, '$1\\');
}
