import type { Clock } from '../../common/clock.ts';
import { isLoopback } from '../../common/loopback.ts';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';
import { isKnownChannel } from '../../questions/place.ts';
import type { IsConnector } from '../framework/serviceUrl.ts';
import { createTokenCheck } from './tokenCheck.ts';

/** What is checked of a request and its activity. */
export interface Caller {
  /** The request's own address. */
  url: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  channelId: string;
  serviceUrl: string;
}

/** Why a caller is refused, for the log; `undefined` lets it in. */
export type Refused = 'address' | 'origin' | 'channel' | 'serviceUrl' | 'token';

/**
 * Lets the Bot Framework in, and nobody else. What costs nothing is looked at first, so that a flood of junk never
 * reaches the signature check. What it can make the key server do is bounded by `signingKeys.ts`.
 *
 * Without an identity there are no tokens, and only this machine is meant to call. The request's address comes from its
 * `Host` header, so the check keeps out web pages in a browser on this machine, and callers that use the machine's real
 * address. It can't keep out callers that forge the header: for that, the socket must be on loopback, and
 * `botIdentity.ts` refuses to start if the bot is evidently not on a laptop.
 *
 * @returns a function that throws if it can't get the Bot Framework's keys: then the caller is unknown
 */
export function createCallerCheck(
  identity: BotIdentity,
  cloud: BotCloud,
  isConnector: IsConnector,
  clock: Clock,
): (caller: Caller) => Promise<Refused | undefined> {
  if (identity.kind === 'none') {
    return async ({ url, headers, serviceUrl }) => {
      if (!isOnThisMachine(url)) return 'address';
      if (headers['origin'] !== undefined && !isOnThisMachine(headers['origin'])) return 'origin';
      return isConnector(serviceUrl) ? undefined : 'serviceUrl';
    };
  }
  const isSigned = createTokenCheck(identity.appId, cloud, clock);
  return async ({ headers, channelId, serviceUrl }) => {
    if (!isKnownChannel(channelId)) return 'channel';
    if (!isConnector(serviceUrl)) return 'serviceUrl';
    const isOurs = await isSigned(headers['authorization'] ?? '', { channelId, serviceUrl });
    return isOurs ? undefined : 'token';
  };
}

function isOnThisMachine(address: string): boolean {
  return isLoopback(URL.parse(address)?.hostname ?? '');
}
