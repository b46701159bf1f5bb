import { codeOf, type ErrorCode } from '../../common/errors.ts';
import type { Space } from '../../genie/types.ts';
import { endpointSpaceId } from '../../questions/endpoint.ts';
import type { BotDeps } from '../deps.ts';

/**
 * The spaces that the person can use: those in the settings, in that order, or all that Genie lists, and the endpoints.
 *
 * @throws AppError where a person asks Genie as themselves, and can't
 */
export async function listAllowedSpaces({
  genie,
  settings,
  signIn,
}: Pick<BotDeps, 'genie' | 'settings' | 'signIn'>): Promise<Space[]> {
  const { spaceIds, endpoints } = settings;
  if (spaceIds.length === 0) return genie.listSpaces();
  const described = await Promise.all(
    [...spaceIds, ...endpoints.map(endpointSpaceId)].map((id) =>
      genie.describeSpace(id).catch((error: unknown) => {
        const code = codeOf(error);
        if (signIn && unusable.has(code)) throw error;
        // One that isn't theirs to see is none of theirs. One that can't be read right now is listed by its ID.
        return signIn && hidden.has(code) ? undefined : { id, title: id };
      }),
    ),
  );
  return described.filter((space) => space !== undefined);
}

/** They can't ask about any. */
const unusable: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'genie-sign-in',
  'genie-unauthorized',
  'sign-in-mismatch',
  'sign-in-refused',
  'sign-in-required',
  'sign-in-unavailable',
]);
const hidden: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['genie-forbidden', 'genie-not-found']);
