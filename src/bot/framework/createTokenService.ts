import type { Activity } from 'botbuilder';
import * as z from 'zod/mini';
import { AppError } from '../../common/errors.ts';
import { maskEmails } from '../../common/maskSecrets.ts';
import { parseJson } from '../../common/parseJson.ts';
import { redact } from '../../genie/http/redact.ts';
import type { Place } from '../../questions/place.ts';
import { isToken } from '../../signIn/isToken.ts';
import type { TokenOwner, TokenService } from '../../signIn/tokenService.ts';
import { readIssuedToken, readSignInLink } from './tokenServiceAnswers.ts';
import {
  openTokenService,
  type TokenServiceClientOptions,
  TokenServiceRefusal,
} from './tokenServiceClient.ts';

export interface TokenServiceOptions extends Omit<TokenServiceClientOptions, 'limitMs'> {
  /** The OAuth connection of the bot's resource. */
  connectionName: string;
  /** Where the service is, if not where the cloud has it. */
  url?: string | undefined;
  /** The longest that a call takes (ms). The service usually takes less than one second. */
  limitMs?: number;
}

/** Longer digits are none. */
const maxCodeLength = 64;

/** Statuses by which the service refuses an exchange, such as for want of consent. */
const exchangeRefusals: ReadonlySet<number> = new Set([400, 404, 409, 412]);

/** The Bot Framework's token service, by the SDK. */
export function createTokenService(options: TokenServiceOptions): TokenService {
  const { connectionName, cloud, url = cloud.tokenServiceUrl, limitMs = 5_000 } = options;
  const call = openTokenService({ ...options, cloud: { ...cloud, tokenServiceUrl: url }, limitMs });

  return {
    async getToken({ userId, channelId }, code) {
      if (code !== undefined && (code === '' || code.length > maxCodeLength)) return undefined;
      const name = 'GetToken';
      try {
        const answer = await call(name, (client) =>
          // The SDK's type wants a code, but without one it sends none.
          client.getUserToken(userId, connectionName, channelId, code as string),
        );
        return readIssuedToken(answer) ?? throwNonsense(name);
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw toUnavailable(name, error, [userId, code ?? '']);
      }
    },
    async getSignInLink(place) {
      const name = 'GetSignInResource';
      try {
        const answer = await call(name, (client) =>
          client.getSignInResource(connectionName, toActivity(place), ''),
        );
        return readSignInLink(answer) ?? throwNonsense(name);
      } catch (error) {
        throw toUnavailable(name, error, [place.user.id]);
      }
    },
    async exchange({ userId, channelId }, ssoToken) {
      const name = 'exchange';
      if (!isToken(ssoToken)) return { refusal: 'The client sent no token that could be one' };
      try {
        const answer = await call(name, (client) =>
          client.exchangeToken(userId, connectionName, channelId, { token: ssoToken }),
        );
        return readIssuedToken(answer) ?? throwNonsense(name);
      } catch (error) {
        const privateTexts = [userId, ssoToken];
        if (!(error instanceof TokenServiceRefusal) || !exchangeRefusals.has(error.status)) {
          throw toUnavailable(name, error, privateTexts);
        }
        return { refusal: describe(name, error, privateTexts) };
      }
    },
    async signOut({ userId, channelId }: TokenOwner) {
      const name = 'SignOut';
      try {
        await call(name, (client) => client.signOutUser(userId, connectionName, channelId));
      } catch (error) {
        // There was nothing to end.
        if (statusOf(error) !== 404) throw toUnavailable(name, error, [userId]);
      }
    },
  };
}

/** The message that the sign-in is for, as the SDK wants it. */
function toActivity({ activityId, channelId, serviceUrl, locale, ...place }: Place): Activity {
  const { conversation, user, bot } = place;
  const activity: Partial<Activity> = {
    type: 'message',
    channelId,
    serviceUrl,
    conversation: conversation as Activity['conversation'],
    from: user as Activity['from'],
    recipient: bot as Activity['recipient'],
    ...(activityId && { id: activityId }),
    ...(locale && { locale }),
  };
  return activity as Activity;
}

function throwNonsense(name: string): never {
  throw new AppError('sign-in-unavailable', `The token service’s answer to ${name} makes no sense`);
}

function statusOf(error: unknown): number | undefined {
  return error instanceof TokenServiceRefusal ? error.status : undefined;
}

function toUnavailable(name: string, error: unknown, privateTexts: readonly string[]): unknown {
  if (!(error instanceof TokenServiceRefusal)) return error;
  return new AppError('sign-in-unavailable', describe(name, error, privateTexts));
}

const text = z.catch(z.optional(z.string()), undefined);
const errorWire = z.object({ error: z.object({ code: text, message: text }) });

const maxDescription = 200;

/** What the service said, for the log: without tokens, and without saying whose. */
function describe(
  name: string,
  { status, body }: TokenServiceRefusal,
  privateTexts: readonly string[],
): string {
  const parsed = z.safeParse(errorWire, parseJson(body));
  const { code, message } = parsed.success ? parsed.data.error : {};
  const encoded = [...privateTexts, ...privateTexts.map(encodeURIComponent)];
  const said = maskEmails(redact([code, message].filter(Boolean).join(': '), encoded));
  const where = `The token service answered ${status} to ${name}`;
  const whole = said ? `${where}: ${said}` : where;
  return whole.length > maxDescription ? `${whole.slice(0, maxDescription - 1)}…` : whole;
}
