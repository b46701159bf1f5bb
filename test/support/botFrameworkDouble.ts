import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotCloud } from '../../src/config/botCloud.ts';

/** The keys of the double: `strangers` is not published, and of `unendorsed` it says no channel. */
export type KeyName = 'ours' | 'teamsOnly' | 'unendorsed' | 'strangers';

interface TokenParts {
  header?: Record<string, unknown>;
  /** Replace the ordinary claims; `undefined` takes one away. */
  claims?: Record<string, unknown>;
  /** Default: `ours`. */
  signedBy?: KeyName;
}

/** The login service of a Bot Framework on loopback: its OpenID metadata, its keys, and the tokens that it signs. */
export interface BotFramework {
  cloud: BotCloud;
  /** Where App Service gives an app's managed identity its tokens, and the one token that it gives. */
  identityEndpoint: string;
  botToken: string;
  /** The paths that were asked for. */
  requests: readonly string[];
  /** A token as the channel service sends it along with an activity. */
  createToken(parts?: TokenParts): string;
  /** Answers every request so from now on; `undefined`: as it should. */
  fail(status: number | undefined): void;
  close(): Promise<void>;
}

export interface BotFrameworkOptions {
  appId: string;
  /** The connector that tokens are made out for, unless their claims name another. */
  serviceUrl?: string;
}

const everyChannel = ['msteams', 'webchat', 'directline'];

export async function startBotFramework({
  appId,
  serviceUrl,
}: BotFrameworkOptions): Promise<BotFramework> {
  const keys = ourKeys();
  const { ours, teamsOnly, unendorsed } = keys;
  const requests: string[] = [];
  const botToken = `bot-token-${randomUUID()}`;
  let failure: number | undefined;
  const server = createServer((request, response) => {
    const path = request.url?.replace(/\?.*/, '') ?? '';
    requests.push(path);
    const expires_on = Math.floor(Date.now() / 1000) + 3600;
    const documents: Record<string, unknown> = {
      '/openid': { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` },
      '/identity': { access_token: botToken, expires_on, token_type: 'Bearer' },
      '/keys': { keys: [ours, teamsOnly, unendorsed].map(({ published }) => published) },
    };
    response
      .writeHead(failure ?? (path in documents ? 200 : 404), { 'content-type': 'application/json' })
      .end(JSON.stringify(documents[path] ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    requests,
    identityEndpoint: `${url}/identity`,
    botToken,
    cloud: {
      issuer: 'https://api.botframework.com',
      openIdMetadataUrl: `${url}/openid`,
      loginUrl: `${url}/`,
      sharedTenant: 'botframework.com',
      scope: 'https://api.botframework.com',
      tokenServiceUrl: url,
      connectorHosts: ['127.0.0.1'],
    },
    createToken({ header, claims, signedBy = 'ours' } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const { kid, privateKey } = keys[signedBy];
      return sign(
        { typ: 'JWT', alg: 'RS256', kid, ...header },
        {
          iss: 'https://api.botframework.com',
          aud: appId,
          serviceurl: serviceUrl,
          nbf: now - 60,
          exp: now + 3600,
          ...claims,
        },
        privateKey,
      );
    },
    fail: (status) => {
      failure = status;
    },
    async close() {
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface Key {
  kid: string;
  privateKey: KeyObject;
  published: object;
}

let created: Record<KeyName, Key> | undefined;

/** Made once for all doubles of a process: four pairs take longer than most tests. */
function ourKeys(): Record<KeyName, Key> {
  created ??= {
    ours: createKey(everyChannel),
    teamsOnly: createKey(['msteams']),
    unendorsed: createKey([]),
    // A flood is signed with it, and nobody looks at the signature: a short key is quick.
    strangers: createKey(everyChannel, 1024),
  };
  return created;
}

function createKey(endorsements: string[], modulusLength = 2048): Key {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const kid = randomUUID();
  return {
    kid,
    privateKey,
    published: { ...publicKey.export({ format: 'jwk' }), kid, endorsements },
  };
}

function sign(header: object, claims: object, key: KeyObject): string {
  const signed = [header, claims].map(encode).join('.');
  const signature = createSign('RSA-SHA256').update(signed).sign(key, 'base64url');
  return `${signed}.${signature}`;
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
