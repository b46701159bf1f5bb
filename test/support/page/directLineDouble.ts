import { randomBytes } from 'node:crypto';
import { createFaultQueue, type Faults } from '../connectorFaults.ts';
import { openServer } from '../openServer.ts';

export interface DirectLineRequest {
  method: string;
  path: string;
  authorization: string | undefined;
  body: { user?: { id: string; name?: string }; trustedOrigins?: string[] };
}

export interface DirectLineDouble {
  /** For `DIRECT_LINE_URL`. */
  url: string;
  /** What it takes; it can be changed, as an admin does. */
  secret: string;
  requests: readonly DirectLineRequest[];
  /** The next requests meet these. */
  faults: Faults;
  /** Direct Line no longer has a conversation. */
  drop(conversationId: string): void;
  close(): Promise<void>;
}

/** What Direct Line does for who has its secret: tokens for new conversations, and for those that it has. */
export async function startDirectLine(): Promise<DirectLineDouble> {
  const requests: DirectLineRequest[] = [];
  const faults = createFaultQueue();
  const conversations = new Set<string>();
  const { url, close } = await openServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const { method = '', url: path = '', headers } = request;
    const body = text === '' ? {} : JSON.parse(text);
    const { authorization } = headers;
    requests.push({ method, path, authorization, body });
    const reply = (status: number, answer: unknown, more: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...more })
        .end(JSON.stringify(answer));
    const fault = faults.take({ method, path, body });
    if (fault?.drop) return response.destroy();
    if (fault?.status) return reply(fault.status, fault.body, fault.headers);
    if (authorization !== `Bearer ${double.secret}`) {
      return reply(403, { error: { code: 'BadArgument', message: 'Invalid token or secret' } });
    }
    const grant = (conversationId: string) => {
      const token = `direct-line-token-${randomBytes(12).toString('hex')}`;
      return { conversationId, token, expires_in: 3600 };
    };
    if (method === 'POST' && path === '/v3/directline/tokens/generate') {
      const id = `${randomBytes(11).toString('base64url')}-eu`;
      conversations.add(id);
      return reply(200, grant(id));
    }
    const id = /^\/v3\/directline\/conversations\/([^/?]+)$/.exec(path)?.[1];
    if (method === 'GET' && id && conversations.has(id)) {
      return reply(200, { ...grant(id), streamUrl: 'wss://directline.example/stream' });
    }
    return reply(404, { error: { code: 'BadArgument', message: 'Unknown conversation' } });
  });
  const double: DirectLineDouble = {
    url,
    secret: 'direct-line-secret',
    requests,
    faults,
    drop: (id) => conversations.delete(id),
    close,
  };
  return double;
}
