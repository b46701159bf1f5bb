import type { Place } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import type { InvokeResponse } from '../ports.ts';
import { takeExchange } from './takeExchange.ts';
import { takeSignInFailure } from './takeSignInFailure.ts';
import { takeVerification } from './takeVerification.ts';

const names: ReadonlySet<string | undefined> = new Set([
  'signin/failure',
  'signin/tokenExchange',
  'signin/verifyState',
]);

/** Whether an invoke is a step of a sign-in. */
export function isSignInInvoke({ name }: Activity): boolean {
  return names.has(name);
}

/** Takes a step of a sign-in. Where nobody has to sign in, it is unknown like any other invoke. */
export async function takeSignInInvoke(
  activity: Activity,
  place: Place,
  deps: BotDeps,
): Promise<InvokeResponse | undefined> {
  const { signIn } = deps;
  if (signIn === undefined) return undefined;
  switch (activity.name) {
    case 'signin/tokenExchange':
      return takeExchange(activity, place, deps, signIn);
    case 'signin/verifyState':
      return takeVerification(activity, place, deps, signIn);
    default:
      return takeSignInFailure(activity, place, deps);
  }
}
