import type { Settings } from './settings.ts';

const names = ['DATABRICKS_SPACE_ID', 'GENIE_SPACE_ID'] as const;

/** What people paste around an ID: quotes, and the brackets of a list. */
const wrapping = new Set(['"', "'", '`', '“', '”', '‘', '’', '[', ']']);

/** Where an ID stands in the address of a space: in the browser's, and in the API's. */
const parents = ['rooms', 'spaces', 'agents'];

/** The IDs of the spaces that people can ask. Each can also be the link to the space, as people copy it. */
export function readSpaceIds(settings: Settings): string[] {
  const name = settings.text(names[0]) === undefined ? names[1] : names[0];
  const ids = settings.list(...names).flatMap((item) => {
    const text = unwrap(item);
    if (text === '') return [];
    const id = text.includes('/') ? idInAddress(text) : text;
    if (id !== undefined && /^[\w-]{1,100}$/.test(id)) return id;
    settings.problem(
      `${name} must hold the IDs of Genie spaces, or links to them such as https://adb-123.4.azuredatabricks.net/genie/rooms/01f0…`,
    );
    return [];
  });
  return [...new Set(ids)];
}

function unwrap(item: string): string {
  let start = 0;
  let end = item.length;
  while (start < end && wrapping.has(item[start] ?? '')) start += 1;
  while (end > start && wrapping.has(item[end - 1] ?? '')) end -= 1;
  return item.slice(start, end);
}

/** `/genie/rooms/<id>/…`, with or without a host; or an ID with a slash too many. */
function idInAddress(text: string): string | undefined {
  const path = text.split(/[?#]/, 1)[0] ?? '';
  const segments = path.split('/').filter((segment) => segment !== '');
  const parent = segments.findIndex((segment) => parents.includes(segment));
  if (parent !== -1) return segments[parent + 1];
  return segments.length === 1 ? segments[0] : undefined;
}
