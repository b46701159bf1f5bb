import { createHash } from 'node:crypto';
import type { HttpRequest } from '@azure/functions';
import type { Clock } from '../../common/clock.ts';
import { newNonce } from '../../questions/ids.ts';
import { spend } from '../../questions/pace/spendAllowance.ts';
import type { AllowanceStore } from '../../questions/ports.ts';
import { PageError, type PageRoute, type PageVisitor } from '../route.ts';
import { addressOf } from './addressOf.ts';
import { readVisitorCookie } from './visitorCookie.ts';

/** Each token opens a conversation of the channel's. */
const tokensPerMinute = 20;

/** Whatever else the page's script asks for: a person at work needs a few dozen. */
const dataPerMinute = 240;

/**
 * Counts a request of the page's script against what a visitor can have in a minute.
 *
 * @throws PageError for one too many
 */
export async function spendRequest(
  request: HttpRequest,
  { path }: PageRoute,
  visitor: PageVisitor,
  deps: { allowances: AllowanceStore; clock: Clock },
): Promise<void> {
  const isToken = path === 'token';
  const whose = limitIdOf(request, visitor, isToken);
  const use = await spend(
    {
      id: `${whose}-page-${isToken ? 'tokens' : 'data'}`,
      useId: newNonce(),
      perMinute: isToken ? tokensPerMinute : dataPerMinute,
    },
    deps,
  );
  if (use === 'allowed') return;
  const headers = { 'retry-after': '60' };
  throw new PageError(429, 'too-often', 'Too many requests in a minute', { headers });
}

/** Who is signed in is one person, wherever they are. A browser can leave its cookie out, and be new each time. */
function limitIdOf(request: HttpRequest, { owner, person }: PageVisitor, isToken: boolean): string {
  if (person || (!isToken && readVisitorCookie(request) !== undefined)) return owner;
  return createHash('sha256').update(addressOf(request)).digest('hex').slice(0, 32);
}
