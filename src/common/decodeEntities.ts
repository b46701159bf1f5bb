const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
  '&amp;': '&',
};

/** Decodes the few HTML entities that a text needs to write markup as words. */
export function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:lt|gt|quot|#39|nbsp|amp);/g,
    (entity) => characters[entity] ?? entity,
  );
}
