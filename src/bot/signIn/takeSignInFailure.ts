import * as z from 'zod/mini';
import { signInFailureOf } from '../../cards/signIn/signInFailures.ts';
import { signInFailureText } from '../../cards/signIn/signInFailureText.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { signInBegunIn, signInIdOf } from '../../questions/signIn.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import type { InvokeResponse } from '../ports.ts';
import { readerOf } from '../readerOf.ts';
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
  const row = (await deps.signIns.get(signInIdOf(place)))?.value;
  const waiting = signInBegunIn(row ?? {}, place, deps.clock.now());
  const errorId = newErrorId();
  const { log: hint } = signInFailureOf(code);
  deps.log.warn('signIn.failed', { errorId, code, message, hint });
  const sayWhy = async () => {
    const { texts } = readerOf(place, deps);
    const text = signInFailureText(code, { contact: deps.adminContact, errorId }, texts);
    await deps.channel.post(place, { text, textFormat: 'plain' });
  };
  // Each client of the person reports it.
  const occasion = waiting && `failure ${waiting.since}`;
  await actOnce(place, deps, { invoke: 'signin/failure' }, sayWhy, occasion);
  return { status: 200, body: {} };
}
