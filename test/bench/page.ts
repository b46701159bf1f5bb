import type { Browser, BrowserContext } from 'playwright-core';
import { buildPage } from '../../local/build/buildPage.ts';
import type { PageRoute } from '../../src/page/route.ts';
import { launchBrowser } from '../support/browser.ts';
import { startChatWithFakeBot } from '../support/chatWithFakeBot.ts';
import { printFigures } from './support/figures.ts';

// How long it takes on a slow line until one can type a question, beside Web Chat's own sample page for a CDN, with the
// same file of Web Chat, compressed alike and kept alike, and without a policy.

const outDir = await buildPage();
const { files } = (await import(`${outDir}/manifest.json`, { with: { type: 'json' } })).default;
const webChat = files.find((name: string) => name.startsWith('webchat-'));

/** https://github.com/microsoft/BotFramework-WebChat/tree/main/samples/01.getting-started/a.full-bundle */
const sample: PageRoute = {
  method: 'GET',
  path: 'sample',
  kind: 'document',
  handle: async () => ({
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html>
<html lang="en-US">
  <head>
    <title>Web Chat: Full-featured bundle</title>
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <script src="/api/chat/files/${webChat}"></script>
    <style>
      html, body { height: 100%; }
      body { margin: 0; }
      #webchat { height: 100%; width: 100%; }
    </style>
  </head>
  <body>
    <div id="webchat" role="main"></div>
    <script>
      (async function () {
        const res = await fetch('/api/chat/token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        const { token, domain } = await res.json();
        window.WebChat.renderWebChat(
          { directLine: window.WebChat.createDirectLine({ token, domain, webSocket: true }) },
          document.getElementById('webchat'),
        );
        document.querySelector('#webchat > *').focus();
      })().catch((err) => console.error(err));
    </script>
  </body>
</html>`,
  }),
};

/** As a phone has it in a train, or an office far away. */
const line = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const rounds = 5;

const whenUsable = `new MutationObserver((_, observer) => {
  const box = document.querySelector('.webchat__send-box-text-box__input');
  if (!box || box.disabled || box.readOnly) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.usableAt = performance.now(); }));
}).observe(document, { subtree: true, childList: true, attributes: true });`;

async function visit(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await page.addInitScript(whenUsable);
  const cdp = await context.newCDPSession(page);
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await page.goto(url);
  const usable = await page.waitForFunction('globalThis.usableAt');
  const ms = (await usable.jsonValue()) as number;
  await page.close();
  return { ms, bytes };
}

async function measure(browser: Browser, url: string) {
  const context = await browser.newContext();
  const cold = await visit(context, url);
  // V8 keeps compiled code at the second visit, and uses it at the third.
  await visit(context, url);
  const warm = await visit(context, url);
  await context.close();
  return { cold, warm };
}

/** What else runs makes a visit slower only. */
const best = (values: number[]) => Math.min(...values);

const chat = await startChatWithFakeBot(() => [], { routes: [sample] });
const browser = await launchBrowser();
const taken = { ours: [], beside: [] } as Record<
  'ours' | 'beside',
  Awaited<ReturnType<typeof measure>>[]
>;
for (let round = 0; round < rounds; round += 1) {
  taken.ours.push(await measure(browser, `${chat.url}/api/chat`));
  taken.beside.push(await measure(browser, `${chat.url}/api/chat/sample`));
}
await browser.close();
await chat.close();

const of = (who: 'ours' | 'beside', when: 'cold' | 'warm', what: 'ms' | 'bytes') =>
  best(taken[who].map((each) => each[when][what]));
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const kB = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
const figure = (
  name: string,
  when: 'cold' | 'warm',
  what: 'ms' | 'bytes',
  limit?: { limit: string; keeps(ours: number, ratio: number): boolean },
) => {
  const [ours, beside] = [of('ours', when, what), of('beside', when, what)];
  const write = what === 'ms' ? seconds : kB;
  return {
    what: name,
    ours: write(ours),
    beside: write(beside),
    ratio: ours / beside,
    ...(limit && { limit: limit.limit, isKept: limit.keeps(ours, ours / beside) }),
  };
};
printFigures('Page: 1.6 Mbit/s and 150 ms, beside Web Chat’s sample for a CDN', [
  figure('first visit → one can type', 'cold', 'ms', {
    limit: '≤ 1×',
    keeps: (_, ratio) => ratio <= 1,
  }),
  figure('later visit → one can type', 'warm', 'ms', {
    limit: '≤ 1×',
    keeps: (_, ratio) => ratio <= 1,
  }),
  figure('first visit, over the wire', 'cold', 'bytes', {
    limit: '< 1.2 MB',
    keeps: (ours) => ours < 1_200_000,
  }),
  figure('later visit, over the wire', 'warm', 'bytes'),
]);
