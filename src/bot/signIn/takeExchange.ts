import * as z from 'zod/mini';
import { codeOf } from '../../common/errors.ts';
import { type Place, vouchesFor } from '../../questions/place.ts';
import { signInBegunIn, signInIdOf } from '../../questions/signIn.ts';
import { maxTokenLength } from '../../signIn/isToken.ts';
import { tokenOwnerOf } from '../../signIn/personTokens.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import type { InvokeResponse } from '../ports.ts';
import type { SigningIn } from '../signingIn.ts';
import { acceptToken } from './acceptToken.ts';
import { sayMismatch, saySignedIn } from './say.ts';

const exchange = z.object({
  id: z.catch(z.optional(z.string().check(z.maxLength(200))), undefined),
  connectionName: z.catch(z.optional(z.string().check(z.maxLength(200))), undefined),
  token: z.catch(
    z.optional(z.string().check(z.minLength(1), z.maxLength(maxTokenLength))),
    undefined,
  ),
});

/**
 * `signin/tokenExchange`: a client of Teams, or our own page, brings a token of the person for this app, to be traded for
 * one for Databricks. Each client of the person sends it. All are answered alike, and what waited is asked once: its id
 * follows from its own activity.
 *
 * 200 done · 400 not for this bot's connection · 412 the client is to show the sign-in button
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
 */
export async function takeExchange(
  { value }: Activity,
  place: Place,
  deps: BotDeps,
  signIn: SigningIn,
): Promise<InvokeResponse> {
  const { id, connectionName, token } = z.safeParse(exchange, value).data ?? {};
  const about = { ...(id && { id }), ...(connectionName && { connectionName }) };
  const refuse = (status: number, failureDetail: string) => {
    deps.log.warn('signIn.notExchanged', { status, failureDetail });
    return { status, body: { ...about, failureDetail } };
  };
  if (connectionName !== signIn.connectionName || token === undefined) {
    return refuse(400, 'This token is for another connection, or there is none.');
  }
  if (!(await isWithinLimit(place, deps))) return refuse(412, 'Too many requests.');
  if (!(await isExpected(place, deps))) return refuse(412, 'No sign-in is waiting here.');
  try {
    const issued = await signIn.service.exchange(tokenOwnerOf(place), token);
    if ('refusal' in issued) return refuse(412, issued.refusal);
    const signedIn = await acceptToken(issued.token, place, deps);
    // A question that goes on shows by itself that all is well.
    if (signedIn.question !== 'asked') await saySignedIn(signedIn, place, deps);
    return { status: 200, body: about };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'sign-in-mismatch') await sayMismatch(place, deps, id);
    return refuse(412, `The token could not be exchanged: ${code}.`);
  }
}

/** A page can claim to be anyone, and must not sign others in: there, only a card that was shown counts. */
async function isExpected(place: Place, { signIns, clock }: BotDeps): Promise<boolean> {
  if (vouchesFor(place)) return true;
  const row = (await signIns.get(signInIdOf(place)))?.value;
  return signInBegunIn(row ?? {}, place, clock.now()) !== undefined;
}
