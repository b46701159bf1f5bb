import type { Message, QueryAttachment } from '../genie/types.ts';

/**
 * `Revenue (corrected)`, `Corrected revenue`. Elsewhere in a title, as in `Fixed costs`, the words are part of a name.
 */
const correctionMark =
  /[([](?:corrected|correction|fixed|revised|updated|retry|attempt|version|v)\s*\d*[)\]]|^\s*corrected\b/gi;

/**
 * The ids of the queries that a later query of the same message replaced.
 *
 * Genie does not say which of several queries correct an earlier one and which answer another part of the question. A
 * query counts as corrected when its statement failed and a later one did not, when a later one has the same title (or,
 * without titles, the same description) or the same SQL, or when nothing tells it from a later one.
 *
 * @param failed ids of the queries whose statement is known to have failed; failing to fetch the rows doesn't count
 */
export function findSupersededQueries(
  message: Message,
  failed: ReadonlySet<string> = new Set(),
): Set<string> {
  const queries = message.attachments.filter((attachment) => attachment.kind === 'query');
  const superseded = queries.filter((query, index) =>
    queries.slice(index + 1).some((later) => takesPlaceOf(later, query, failed)),
  );
  return new Set(superseded.map((query) => query.id));
}

function takesPlaceOf(
  later: QueryAttachment,
  earlier: QueryAttachment,
  failed: ReadonlySet<string>,
): boolean {
  if (failed.has(earlier.id) && !failed.has(later.id)) return true;
  return normalize(later.sql) === normalize(earlier.sql) || namesMatch(later, earlier);
}

function namesMatch(later: QueryAttachment, earlier: QueryAttachment): boolean {
  const name = nameOf(earlier);
  return name === undefined || name === nameOf(later);
}

function nameOf(query: QueryAttachment): string | undefined {
  const title = (query.title ?? '').replace(correctionMark, ' ');
  return normalize(title) || normalize(query.description ?? '') || undefined;
}

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s()[\]:;.,–-]+/g, ' ')
    .trim();
}
