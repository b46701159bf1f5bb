import * as z from 'zod/mini';
import { signInFailureOf } from '../../cards/signIn/signInFailures.ts';
import { signInFailureText } from '../../cards/signIn/signInFailureText.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import type { InvokeResponse } from '../ports.ts';
import { actOnce } from '../sending/actOnce.ts';

const failure = z.object({
  code: z.catch(z.string().check(z.maxLength(100)), ''),
  message: z.catch(z.string().check(z.maxLength(1_000)), ''),
});

/** `signin/failure`: Teams could not sign the person in silently, for a reason that an admin can mend. */
export async function takeSignInFailure(
  { value }: Activity,
  place: Place,
  deps: BotDeps,
): Promise<InvokeResponse> {
  const { code = '', message = '' } = z.safeParse(failure, value).data ?? {};
  const errorId = newErrorId();
  const { log: hint } = signInFailureOf(code);
  deps.log.warn('signIn.failed', { errorId, code, message, hint });
  await actOnce(place, deps, { invoke: 'signin/failure' }, async () => {
    const text = signInFailureText(code, deps.adminContact, errorId);
    await deps.channel.post(place, { text, textFormat: 'plain' });
  });
  return { status: 200, body: {} };
}
