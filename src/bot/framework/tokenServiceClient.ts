import type { UserTokenClient } from 'botframework-connector';
import { AppError } from '../../common/errors.ts';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';
import { createBotAuthentication, createBotClaims } from './botAuthentication.ts';
import type { BotCredentials } from './botCredentials.ts';
import { createOwnToken } from './ownToken.ts';
import { type SdkClient, withoutRetries } from './sdkPipeline.ts';

export interface TokenServiceClientOptions {
  identity: BotIdentity;
  cloud: BotCloud;
  credentials: BotCredentials;
  /** The longest that a call takes. The channel's request waits for it. */
  limitMs: number;
}

/** Thrown for any status but 2xx: the SDK returns some of them as if they were tokens, and quotes the others' bodies. */
export class TokenServiceRefusal extends Error {
  override readonly name = 'TokenServiceRefusal';
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`The token service answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Calls the token service, once. @throws TokenServiceRefusal, and AppError `sign-in-unavailable` for all else */
export type CallTokenService = (
  name: string,
  work: (client: UserTokenClient) => Promise<unknown>,
) => Promise<unknown>;

/** Private to the SDK; a test on the wire notices if it changes. */
type Internals = UserTokenClient & { client: SdkClient & Parameters<OwnToken['ready']>[0] };
type OwnToken = ReturnType<typeof createOwnToken>;

/** What stands in the sign-in state for the bot's id if it has none; without one the service offers no silent sign-in. */
const nameless = 'local-bot';

/** An answer holds one token, and what belongs to it. */
const maxLength = 64 * 1024;

/** The SDK's client of the token service, with one try and one limit. */
export function openTokenService(options: TokenServiceClientOptions): CallTokenService {
  const { identity, cloud, credentials, limitMs } = options;
  const authentication = createBotAuthentication(identity, cloud, credentials);
  const claims = createBotClaims(identity.kind === 'none' ? nameless : identity.appId);
  const ownToken = createOwnToken();
  let opened: Promise<Internals> | undefined;
  const open = () => {
    opened ??= authentication.createUserTokenClient(claims).then((client) => {
      const internals = client as Internals;
      checkAnswers(withoutRetries(internals.client), limitMs);
      return internals;
    });
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
  const ready = async (name: string) => {
    try {
      const internals = await open();
      await ownToken.ready(internals.client);
      return internals;
    } catch (cause) {
      const message = `The bot could not get its own token for ${name}`;
      throw new AppError('sign-in-unavailable', message, { cause });
    }
  };
  return (name, work) =>
    withTimeLimit(limitMs, async ({ signal }) => {
      const call = async () => {
        const internals = await ready(name);
        signal.throwIfAborted();
        return work(internals).catch((error: unknown) => {
          // Nothing is repeated here, but the next call should have another token.
          if (error instanceof TokenServiceRefusal && error.status === 401) {
            ownToken.renew(internals.client).catch(() => undefined);
          }
          throw error;
        });
      };
      return untilAborted(call(), signal).catch((error: unknown) => {
        if (error instanceof TokenServiceRefusal || error instanceof AppError) throw error;
        throw toAppError(name, error);
      });
    });
}

/** Looks at each answer before the SDK reads it, and gives up when the time is over. */
function checkAnswers({ client }: SdkClient, limitMs: number): void {
  client.pipeline.addPolicy(
    {
      name: 'tokenServiceAnswers',
      async sendRequest(request, next) {
        request.timeout = limitMs;
        const response = await next(request);
        const { status } = response;
        const body = response.bodyAsText ?? '';
        if (status < 200 || status >= 300) throw new TokenServiceRefusal(status, body);
        if (body.length > maxLength) throw new RangeError('The answer is too long');
        return response;
      },
    },
    // Innermost, so that the SDK neither follows a redirect nor reads a refusal.
    { phase: 'Sign' },
  );
}

/** Without what was thrown: the SDK quotes addresses, which say who it's about, and bodies, which may hold a token. */
function toAppError(name: string, error: unknown): AppError {
  const { code } = (error ?? {}) as { code?: unknown };
  const kind = typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
  const message = `The token service could not be asked for ${name} (${kind.slice(0, 60)})`;
  return new AppError('sign-in-unavailable', message);
}
