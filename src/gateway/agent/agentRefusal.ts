import { GenieError } from '../../genie/errors.ts';

/** What says that there is no such API here, or that it's switched off. */
const routeCodes: ReadonlySet<string> = new Set([
  'ENDPOINT_NOT_FOUND',
  'FEATURE_DISABLED',
  'NOT_IMPLEMENTED',
]);

/** Whether a refusal says that the workspace has no agent mode: its API is in preview, and off by default. */
export function isRouteRefused(error: unknown): boolean {
  if (!(error instanceof GenieError) || error.details.acted !== 'no') return false;
  const { status, errorCode = '' } = error.details;
  return error.code === 'genie-disabled' || routeCodes.has(errorCode) || status === 405;
}

/**
 * Whether a refusal might say that, as it doesn't say otherwise: it's about no right and no conversation. If the same
 * space can be read in chat mode, it's agent mode that was refused.
 */
export function isMaybeRouteRefused(error: unknown): boolean {
  if (!(error instanceof GenieError) || error.details.acted !== 'no') return false;
  const isUnclear = error.code === 'genie-forbidden' || error.code === 'genie-not-found';
  return isUnclear && error.detail === undefined;
}
