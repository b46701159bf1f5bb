import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { HttpRequest } from '@azure/functions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPage } from '../../../src/page/createPage.ts';
import { createFileRoutes } from '../../../src/page/files/createFileRoutes.ts';
import { createPageFiles } from '../../../src/page/files/pageFiles.ts';
import { PageError } from '../../../src/page/route.ts';
import { textsFor } from '../../../src/texts/textsFor.ts';

const html = '<script nonce="{nonce}"></script><link nonce="{nonce}" />';
const script = 'console.log("a script");'.repeat(50);
const name = 'page-0123456789abcdef.js';

describe('the files of the page', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(script));
    writeFileSync(join(folder, 'secret.js.br'), brotliCompressSync('not the page’s'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ html, files: [name] }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function open({ frameAncestors = [] as string[], from = folder } = {}) {
    const page = createPage({
      routes: createFileRoutes({
        files: createPageFiles(from),
        directLineUrl: 'https://europe.directline.botframework.com',
        frameAncestors,
      }),
      admit: async () => ({ owner: '0'.repeat(32) }),
      refuse: (error) => {
        if (!(error instanceof PageError)) throw error;
        return { status: error.status };
      },
      textsOf: () => ({ locale: undefined, texts: textsFor(undefined, 'en') }),
    });
    return async (path = '', headers: Record<string, string> = {}) => {
      const url = `https://bot.example/api/chat${path}`;
      const answer = await page(new HttpRequest({ method: 'GET', url, headers }));
      return { ...answer, headers: answer.headers as Record<string, string> };
    };
  }

  const directives = (policy = '') =>
    Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part]));

  it('include a page that allows its own scripts alone, by a nonce that nobody can know', async () => {
    const get = open();
    const nonces = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { body, headers } = await get();
        const [, nonce = ''] = /^<script nonce="([^"]+)">/.exec(String(body)) ?? [];
        expect(String(body)).toBe(html.replaceAll('{nonce}', nonce));
        const policy = directives(headers['content-security-policy']);
        expect(policy['script-src']).toBe(`script-src 'nonce-${nonce}'`);
        expect(policy['style-src']).toContain(`'nonce-${nonce}'`);
        expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(20);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });

  it('send a page nowhere but to its own origin and Direct Line’s', async () => {
    const { headers } = await open()();
    const policy = directives(headers['content-security-policy']);
    expect(policy).toMatchObject({
      'default-src': "default-src 'none'",
      'base-uri': "base-uri 'none'",
      'form-action': "form-action 'none'",
      'img-src': "img-src 'self' data: blob:",
      'connect-src':
        "connect-src 'self' https://europe.directline.botframework.com wss://europe.directline.botframework.com",
    });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('microphone=()'),
    });
  });

  it('show a page in no frame, unless a setting names who can', async () => {
    const closed = await open()();
    expect(closed.headers).toMatchObject({
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none';"),
    });
    const ancestors = ['https://intranet.contoso.com', 'https://contoso.sharepoint.com'];
    const framed = await open({ frameAncestors: ancestors })();
    expect(framed.headers['content-security-policy']).toContain(
      'frame-ancestors https://intranet.contoso.com https://contoso.sharepoint.com;',
    );
    expect(framed.headers).not.toHaveProperty('x-frame-options');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['BR', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['br; q=0.0, *', 'gzip', gunzipSync],
    ['gzip', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['deflate', undefined, (content: Buffer) => content],
    ['identity', undefined, (content: Buffer) => content],
    ['brotli', undefined, (content: Buffer) => content],
    ['', undefined, (content: Buffer) => content],
  ])('travel to who accepts “%s” as %s', async (accepted, coding, unpack) => {
    const get = open();
    for (const _ of ['first', 'kept']) {
      const { body, headers } = await get(`/files/${name}`, { 'accept-encoding': accepted });
      expect(unpack(Buffer.from(body as Uint8Array)).toString()).toBe(script);
      expect(headers['content-encoding']).toBe(coding);
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it.each([
    'secret.js',
    'secret.js.br',
    'manifest.json',
    `${name}.br`,
    `..%2f${name}`,
    `%2e%2e%2fpage%2fsecret.js`,
    `.%5csecret.js`,
    'constructor',
    '__proto__',
    '%00',
    '',
  ])('are those of the manifest alone: %s is none', async (path) => {
    expect((await open()(`/files/${path}`)).status).toBe(404);
  });

  it('are missed without harm where nothing was built, and found once it was', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'page-'));
    const get = open({ from: empty });
    expect((await get()).status).toBe(503);
    expect((await get(`/files/${name}`)).status).toBe(503);
    writeFileSync(join(empty, 'manifest.json'), JSON.stringify({ html, files: [name] }));
    expect((await get()).status).toBeUndefined();
    expect((await get(`/files/${name}`)).status).toBe(503);
    writeFileSync(join(empty, `${name}.br`), brotliCompressSync(script));
    expect((await get(`/files/${name}`)).status).toBeUndefined();
    rmSync(empty, { recursive: true });
  });
});
