/** A data value inside Markdown, as plain text. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#~]/g, String.raw`\$&`);
}

/** Bold text; a data value in it stays plain. */
export function bold(text: string): string {
  return `**${escapeMarkdown(text)}**`;
}
