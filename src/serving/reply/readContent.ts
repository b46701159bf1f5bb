import type { Draft } from './draft.ts';
import { toCitation } from './toCitation.ts';
import type { AnnotationWire, ContentWire } from './wire.ts';

/** The text of a message's content, a string or a list of parts. Its sources and thoughts go into the draft. */
export function readContent(content: ContentWire, draft: Draft): string {
  if (typeof content === 'string') return content;
  return content
    .map((part) => {
      if (part.type === 'reasoning') {
        draft.think(part.summary.map(({ text = '' }) => text).join(' ') || (part.text ?? ''));
        return '';
      }
      for (const annotation of part.annotations) cite(annotation, draft);
      return part.text ?? part.refusal ?? '';
    })
    .join('');
}

/** Adds what an annotation names as a source: a page, or a file. */
export function cite({ url, title, filename }: AnnotationWire, draft: Draft): void {
  const citation = toCitation(title ?? filename, url);
  if (citation) draft.cite(citation);
}
