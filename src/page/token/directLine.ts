import * as z from 'zod/mini';
import { parseJson } from '../../common/parseJson.ts';
import { readBytes } from '../../common/readBytes.ts';
import { withTimeLimit } from '../../common/timeLimit.ts';
import type { DirectLineSettings } from '../../config/pageSettings.ts';
import { PageError } from '../route.ts';

/** What the page needs to write in a conversation. */
export interface Grant {
  conversationId: string;
  token: string;
}

/** Who gets a token, and on which pages it's good for a sign-in. */
export interface GrantFor {
  userId: string;
  name?: string | undefined;
  trustedOrigins: readonly string[];
}

export interface DirectLine {
  /** A token for a new conversation. @throws PageError `unavailable` */
  open(whose: GrantFor): Promise<Grant>;
  /** Another token for a conversation; `undefined`: it's gone. @throws the same */
  goOn(conversationId: string): Promise<Grant | undefined>;
}

/** Where the secret comes from that makes tokens. */
interface SecretSource {
  getToken(): Promise<string>;
  invalidate(secret: string): void;
}

const limitMs = 10_000;
const maxBytes = 64 * 1024;

const grantWire = z.object({
  conversationId: z.string().check(z.minLength(1), z.maxLength(200)),
  token: z.string().check(z.minLength(1), z.maxLength(16_384)),
});

/**
 * The channel between the page and the bot, as who has its secret uses it.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-authentication
 */
export function createDirectLine(
  { url, path }: Pick<DirectLineSettings, 'url' | 'path'>,
  secrets: SecretSource,
): DirectLine {
  /** A refused secret might have been replaced in the vault: it's read again, and tried once more. */
  async function call(what: Call): Promise<Answer> {
    const secret = await secrets.getToken();
    const answer = await send(`${url}${path}${what.path}`, secret, what);
    if (!isRefusal(answer)) return answer;
    secrets.invalidate(secret);
    const renewed = await secrets.getToken();
    return renewed === secret ? answer : send(`${url}${path}${what.path}`, renewed, what);
  }

  return {
    async open({ userId, name, trustedOrigins }) {
      const user = { id: userId, ...(name && { name }) };
      const answer = await call({
        name: 'generate',
        path: '/tokens/generate',
        body: { user, trustedOrigins },
      });
      return readGrant('generate', answer);
    },
    async goOn(conversationId) {
      const path = `/conversations/${encodeURIComponent(conversationId)}`;
      const answer = await call({ name: 'reconnect', path });
      // Direct Line says 403 of a conversation that it no longer has, too. A new one shows whether it's the secret.
      if ([400, 404, 410].includes(answer.status) || isRefusal(answer)) return undefined;
      const grant = readGrant('reconnect', answer);
      return grant.conversationId === conversationId ? grant : undefined;
    },
  };
}

interface Call {
  name: string;
  path: string;
  body?: unknown;
}

interface Answer {
  status: number;
  text: string;
}

function isRefusal({ status }: Answer): boolean {
  return status === 401 || status === 403;
}

async function send(url: string, secret: string, { name, body }: Call): Promise<Answer> {
  try {
    return await withTimeLimit(limitMs, async ({ signal }) => {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${secret}`,
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // The secret is for this host alone.
        redirect: 'manual',
        signal,
      });
      const bytes = await readBytes(response.body, maxBytes);
      if (bytes === undefined) throw new Error('The answer is too long');
      return { status: response.status, text: bytes.toString('utf8') };
    });
  } catch (cause) {
    throw unavailable(`Direct Line could not be reached to ${name}`, cause);
  }
}

/** What a refusal says stays out of the log: it could quote what was sent. */
function readGrant(name: string, { status, text }: Answer): Grant {
  const grant = status >= 200 && status < 300 ? z.safeParse(grantWire, parseJson(text)) : undefined;
  if (grant?.success) return grant.data;
  throw unavailable(`Direct Line answered ${status} to ${name}`);
}

function unavailable(message: string, cause?: unknown): PageError {
  const headers = { 'retry-after': '10' };
  return new PageError(503, 'unavailable', message, { cause, headers });
}
