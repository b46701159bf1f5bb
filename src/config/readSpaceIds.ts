import type { Settings } from './settings.ts';

const names = ['DATABRICKS_SPACE_ID', 'GENIE_SPACE_ID'] as const;

/** What people paste around an ID: quotes, and the brackets of a list. */
const wrapping = new Set(['"', "'", '`', '“', '”', '‘', '’', '[', ']']);

/** Where an ID stands in the address of a space: in the browser's, and in the API's. */
const parents = ['rooms', 'spaces', 'agents'];

/** In place of any ID: Genie isn't asked, but serving endpoints are. */
const none = 'none';

/** Whether people can ask Genie at all, going by the same setting as `readSpaceIds`. */
export function readAsksGenie(settings: Settings, endpoints: readonly string[]): boolean {
  if (settings.text(...names)?.toLowerCase() !== none) return true;
  if (endpoints.length > 0) return false;
  settings.problem(
    `${nameIn(settings)} is none, so there must be a SERVING_ENDPOINT_NAME: the bot would have nobody to ask`,
  );
  return false;
}

/** The IDs of the spaces that people can ask. Each can also be the link to the space, as people copy it. */
export function readSpaceIds(settings: Settings): string[] {
  if (settings.text(...names)?.toLowerCase() === none) return [];
  const name = nameIn(settings);
  const ids = settings.list(...names).flatMap((item) => {
    const text = unwrap(item);
    if (text === '') return [];
    const id = text.includes('/') ? idInAddress(text) : text;
    const isId = id !== undefined && id.toLowerCase() !== none && /^[\w-]{1,100}$/.test(id);
    if (isId) return id;
    settings.problem(
      `${name} must hold the IDs of Genie spaces, or links to them such as https://adb-123.4.azuredatabricks.net/genie/rooms/01f0…`,
    );
    return [];
  });
  return [...new Set(ids)];
}

function nameIn(settings: Settings): string {
  return settings.text(names[0]) === undefined ? names[1] : names[0];
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
