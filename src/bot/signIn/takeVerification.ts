import * as z from 'zod/mini';
import { codeOf } from '../../common/errors.ts';
import type { Place } from '../../questions/place.ts';
import { type SignIn, signInBegunIn, signInIdOf } from '../../questions/signIn.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import type { InvokeResponse } from '../ports.ts';
import type { SigningIn } from '../signingIn.ts';
import { readCode } from './readCode.ts';
import { sayMismatch, saySignedIn } from './say.ts';
import { takeCode } from './takeCode.ts';

const verification = z.object({ state: z.string().check(z.maxLength(200)) });

/** The state of a pop-up that the person closed. */
const closed = 'CancelledByUser';

/**
 * `signin/verifyState`: the pop-up of the sign-in button is done, and Teams brings the code that it ended with.
 *
 * 200 done, or given up · 400 no code · 404 no token for it, and Teams says so
 */
export async function takeVerification(
  { value }: Activity,
  place: Place,
  deps: BotDeps,
  signIn: SigningIn,
): Promise<InvokeResponse> {
  const state = z.safeParse(verification, value).data?.state ?? '';
  if (state === closed) return { status: 200, body: {} };
  const code = readCode(state);
  if (code === undefined) return { status: 400, body: {} };
  if (!(await isWithinLimit(place, deps))) return { status: 404, body: {} };
  const before = (await deps.signIns.get(signInIdOf(place)))?.value;
  try {
    const outcome = await takeCode(code, place, deps, signIn);
    if (outcome.kind === 'signed-in') {
      await saySignedIn(outcome.signedIn, place, deps);
      return { status: 200, body: {} };
    }
    deps.log.warn('signIn.notVerified', { kind: outcome.kind });
    const isDone = outcome.kind === 'known' || (await isSignedIn(place, before, deps, signIn));
    return { status: isDone ? 200 : 404, body: {} };
  } catch (error) {
    const errorCode = codeOf(error);
    if (errorCode === 'sign-in-mismatch') await sayMismatch(place, deps, code);
    else deps.log.warn('signIn.notVerified', { code: errorCode, error });
    return { status: 404, body: {} };
  }
}

/** Another of the person's clients, or the silent way, was faster. */
async function isSignedIn(
  place: Place,
  before: SignIn | undefined,
  { signIns, clock }: BotDeps,
  { tokens }: SigningIn,
): Promise<boolean> {
  const hasToken = await tokens.get(place, 0).then(
    () => true,
    () => false,
  );
  const begun = signInBegunIn(before ?? {}, place, clock.now());
  if (!hasToken || !begun?.hadToken) return hasToken;
  // It had one before, which wasn't enough.
  return (await signIns.get(signInIdOf(place)))?.value.generation !== before?.generation;
}
