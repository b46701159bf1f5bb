import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { openServer } from './openServer.ts';
import { root } from './readImports.ts';
import { SideApi } from './sideApi.ts';

const browserFolder = join(root, 'src/page/browser');

/** As strict as the page's own: what the side needs beyond it would be missing there. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface SideStage {
  url: string;
  /** A new one for each test. */
  api: SideApi;
  close(): Promise<void>;
}

/** The real page, styles and side, over a double of the server. */
export async function openSideStage(): Promise<SideStage> {
  const files = new Map<string, [type: string, content: string]>([
    ['/', ['text/html', await readPage()]],
    ['/side.js', ['text/javascript', await bundleSide()]],
    ['/side.css', ['text/css', await bundleStyles()]],
    ['/icon.svg', ['image/svg+xml', await readFile(join(browserFolder, 'icon.svg'), 'utf8')]],
  ]);
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const [type, content] = files.get(pathname) ?? [];
    if (content === undefined) return stage.api.handle(request, response);
    response
      .writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': contentSecurityPolicy,
      })
      .end(content);
    return undefined;
  };
  const server = await openServer((request, response) => void answer(request, response));
  const stage = { ...server, api: new SideApi() };
  return stage;
}

/** With our script and style instead of those that the page names. */
async function readPage(): Promise<string> {
  const page = await readFile(join(browserFolder, 'index.html'), 'utf8');
  return page
    .replace(/<script[^>]*><\/script>/g, '')
    .replace(/<link rel="stylesheet"[^>]*>/g, '')
    .replace(/(?:href|src)="[^"]*icon[^"]*"/g, (named) => `${named.split('=')[0]}="/icon.svg"`)
    .replace(
      '</head>',
      '<link rel="stylesheet" href="/side.css"><script src="/side.js" type="module"></script></head>',
    );
}

async function bundleSide(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/support/inPage/showSide.js')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Those that the page names, in its order. */
async function bundleStyles(): Promise<string> {
  const page = await readFile(join(browserFolder, 'index.html'), 'utf8');
  const names = [...page.matchAll(/href="(?:\/chat\/)?([^"]+\.css)"/g)].map(([, name]) => name);
  const contents = names.map((name) => `@import './${name}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: browserFolder, loader: 'css' },
    bundle: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
