import type { BotCredentials } from './bot/framework/botCredentials.ts';
import { createTokenService } from './bot/framework/createTokenService.ts';
import type { SigningIn } from './bot/signingIn.ts';
import type { Clock } from './common/clock.ts';
import type { Log } from './common/log.ts';
import type { Config } from './config/config.ts';
import type { TokenSource } from './genie/tokenSource.ts';
import type { Place } from './questions/place.ts';
import type { Genie, Identities, SignInStore } from './questions/ports.ts';
import { exchangeForDatabricks } from './signIn/federation.ts';
import {
  createPersonalIdentities,
  createSharedIdentity,
  tokenSourceOf,
} from './signIn/personalIdentities.ts';
import { createPersonTokens } from './signIn/personTokens.ts';

interface Needs {
  config: Config;
  /** How the bot proves to the Bot Framework who it is. */
  credentials: BotCredentials;
  /** The bot's own, for Databricks. */
  ownTokens: TokenSource;
  createGenie: (tokens: TokenSource) => Genie;
  signIns: SignInStore;
  clock: Clock;
  log: Log;
}

/** As whom Genie is asked, by the settings. */
export interface AsWhom {
  identities: Identities;
  /** The tokens with which Genie is asked about something of a place's user. */
  tokensOf: (place: Place) => TokenSource;
  /** Absent: nobody has to sign in. */
  signIn: SigningIn | undefined;
}

export function createIdentities(needs: Needs): AsWhom {
  const { config, credentials, ownTokens, createGenie, signIns, clock, log } = needs;
  if (config.signIn === undefined) {
    const identities = createSharedIdentity(createGenie(ownTokens));
    return { identities, tokensOf: () => ownTokens, signIn: undefined };
  }
  const { connectionName, tokenServiceUrl, federation } = config.signIn;
  const { identity, cloud, genie } = config;
  const service = createTokenService({
    identity,
    cloud,
    credentials,
    connectionName,
    url: tokenServiceUrl,
  });
  const exchange = federation
    ? (token: string) => exchangeForDatabricks(genie.host, token, clock)
    : undefined;
  const tokens = createPersonTokens({ service, signIns, exchange, clock, log });
  return {
    identities: createPersonalIdentities({ tokens, service, signIns, createGenie, clock, log }),
    tokensOf: (place) => tokenSourceOf(place, tokens),
    signIn: { service, tokens, connectionName },
  };
}
