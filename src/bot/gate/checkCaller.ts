import type { Clock } from '../../common/clock.ts';
import { isLoopback } from '../../common/loopback.ts';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';
import { isKnownChannel } from '../../questions/place.ts';
import type { IsConnector } from '../framework/serviceUrl.ts';
import { createTokenCheck } from './tokenCheck.ts';

/** What is looked at of a request, and of the activity in it. */
export interface Caller {
  /** The request's own address. */
  url: string;
  /** By their names in lower case. */
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
 * Without an identity there are no tokens, and only this machine is meant to call. The request's address is what its
 * `Host` header says, so that keeps out web pages that a browser on this machine shows, and who calls it by its real
 * address. It keeps out nobody who writes the header: that is for the socket, which must be on loopback, and
 * `botIdentity.ts` refuses to start where the bot is seen to be on no laptop.
 *
 * @returns a function that throws where the Bot Framework's keys cannot be had: who calls is not known then
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
