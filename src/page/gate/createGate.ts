import type { HttpRequest } from '@azure/functions';
import { whyVisitorRefused } from '../../bot/gate/personRules.ts';
import type { Clock } from '../../common/clock.ts';
import type { PageSettings } from '../../config/pageSettings.ts';
import type { PeopleRules } from '../../config/people.ts';
import type { AllowanceStore } from '../../questions/ports.ts';
import { PageError, type PageRoute, type PageVisitor } from '../route.ts';
import { createSpendRequest } from './createSpendRequest.ts';
import { isOwnRequest } from './isOwnRequest.ts';
import { ownerOf } from './ownerOf.ts';
import { readSignedIn } from './readSignedIn.ts';
import { keepVisitorCookie, newVisitorCookie, readVisitorCookie } from './visitorCookie.ts';

export interface GateOptions {
  access: Exclude<PageSettings['access'], 'off'>;
  people: PeopleRules;
  allowances: AllowanceStore;
  clock: Clock;
}

/** @throws PageError for whom the page isn't */
type Admit = (request: HttpRequest, route: PageRoute) => Promise<PageVisitor>;

/** Makes what lets the page's visitors in. What costs nothing is looked at first. */
export function createGate({ access, people, ...deps }: GateOptions): Admit {
  const spendRequest = createSpendRequest(deps);
  const admitSignedIn = (request: HttpRequest): PageVisitor => {
    const person = readSignedIn(request);
    if (person === undefined) throw new PageError(401, 'signed-out', 'Nobody is signed in');
    const reason = whyVisitorRefused(person, people);
    if (reason) throw new PageError(403, 'no-access', `The person has no access: ${reason}`);
    return { owner: ownerOf(person), person };
  };

  const admitBrowser = (request: HttpRequest, route: PageRoute): PageVisitor => {
    const known = readVisitorCookie(request);
    if (known !== undefined) return { owner: ownerOf({ cookie: known }) };
    const cookie = newVisitorCookie();
    const owner = ownerOf({ cookie });
    if (!givesCookie(request, route)) return { owner };
    return { owner, newCookie: keepVisitorCookie(cookie, request.url.startsWith('https:')) };
  };

  return async (request, route) => {
    if (route.kind === 'data' && !isOwnRequest(request)) {
      throw new PageError(403, 'foreign', 'The request comes from another site');
    }
    const visitor = access === 'signed-in' ? admitSignedIn(request) : admitBrowser(request, route);
    await spendRequest(request, route, visitor);
    return visitor;
  };
}

/** Another site's link to the page comes without the cookie that the browser may well have: it mustn't lose that. */
function givesCookie({ headers }: HttpRequest, { kind, path }: PageRoute): boolean {
  const site = headers.get('sec-fetch-site') ?? 'none';
  if (kind === 'document') return site === 'none' || site === 'same-origin';
  return path === 'token';
}
