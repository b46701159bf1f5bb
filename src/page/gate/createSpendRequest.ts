import { createHash } from 'node:crypto';
import type { HttpRequest } from '@azure/functions';
import type { Clock } from '../../common/clock.ts';
import { newNonce } from '../../questions/ids.ts';
import { spend } from '../../questions/pace/spendAllowance.ts';
import type { AllowanceStore } from '../../questions/ports.ts';
import { createLimit } from '../createLimit.ts';
import { PageError, type PageRoute, type PageVisitor } from '../route.ts';
import { addressOf } from './addressOf.ts';
import { readVisitorCookie } from './visitorCookie.ts';

/** Each token opens a conversation of the channel's. */
const tokensPerMinute = 20;

/** Whatever else the page's script asks for: a person at work needs a few dozen. */
const dataPerMinute = 240;

/** What their browser opens, and Genie is asked for. Another site can have it opened: that must not use up the rest. */
const documentsPerMinute = 60;

/** Requests of one visitor that are counted at the same time: they all write the same row, and each has to wait. */
const countedAtOnce = 20;

type SpendRequest = (request: HttpRequest, route: PageRoute, visitor: PageVisitor) => Promise<void>;

/**
 * Makes what counts a request against what a visitor can have in a minute.
 *
 * @throws PageError for one too many
 */
export function createSpendRequest(deps: {
  allowances: AllowanceStore;
  clock: Clock;
}): SpendRequest {
  const limit = createLimit(countedAtOnce);
  return async (request, route, visitor) => {
    const allowance = allowanceOf(route);
    if (allowance === undefined) return;
    const { name, perMinute } = allowance;
    const id = `${limitIdOf(request, visitor, name === 'tokens')}-page-${name}`;
    const use = await limit(id, () => spend({ id, useId: newNonce(), perMinute }, deps));
    if (use === 'allowed') return;
    const headers = { 'retry-after': '60' };
    throw new PageError(429, 'too-often', 'Too many requests in a minute', { headers });
  };
}

/** `undefined`: it's the same for all, and costs nothing. */
function allowanceOf({ kind, path }: PageRoute): { name: string; perMinute: number } | undefined {
  if (path === 'token') return { name: 'tokens', perMinute: tokensPerMinute };
  if (kind === 'data') return { name: 'data', perMinute: dataPerMinute };
  const isPage = kind === 'file' || path === '';
  return isPage ? undefined : { name: 'documents', perMinute: documentsPerMinute };
}

/** Who is signed in is one person, wherever they are. A browser can leave its cookie out, and be new each time. */
function limitIdOf(request: HttpRequest, { owner, person }: PageVisitor, isToken: boolean): string {
  if (person || (!isToken && readVisitorCookie(request) !== undefined)) return owner;
  return createHash('sha256').update(addressOf(request)).digest('hex').slice(0, 32);
}
