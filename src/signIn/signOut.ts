import type { Place } from '../questions/place.ts';
import { changeSignIn, type SignInDeps } from '../questions/signIns/changeSignIn.ts';
import { tokenOwnerOf } from './personTokens.ts';
import type { TokenService } from './tokenService.ts';

/**
 * Ends a person's sign-in at a channel, on every instance: what they keep in memory is of an earlier sign-in then. Counted
 * before and after: one that reads the token meanwhile must not keep it either.
 */
export async function signOut(
  place: Place,
  { service, ...deps }: SignInDeps & { service: Pick<TokenService, 'signOut'> },
): Promise<void> {
  const end = () =>
    changeSignIn(place, deps, (signIn) => ({
      ...signIn,
      generation: signIn.generation + 1,
      // Nobody's from now on, even if the token service keeps it.
      ...(signIn.seenIn && { seenIn: {} }),
    }));
  await end();
  await service.signOut(tokenOwnerOf(place));
  await end();
}
