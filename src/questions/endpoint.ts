/** Spaces whose answers come from a model serving endpoint, not from Genie, have IDs of this form. */
const prefix = 'endpoint:';

/** The space that stands for a serving endpoint. */
export function endpointSpaceId(name: string): string {
  return `${prefix}${name}`;
}

/** Whether a space stands for a serving endpoint. */
export function isEndpoint(spaceId: string | undefined): spaceId is string {
  return spaceId?.startsWith(prefix) === true;
}

/** The name of the serving endpoint that a space stands for. */
export function endpointNameOf(spaceId: string): string {
  return spaceId.slice(prefix.length);
}
