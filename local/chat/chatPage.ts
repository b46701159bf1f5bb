import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ChatTokens } from './chatTokens.ts';
import type { Conversations } from './conversations.ts';
import { HttpError, readJson, sendJson } from './httpJson.ts';
import type { Route } from './route.ts';

export interface ChatPageParts {
  conversations: Conversations;
  tokens: ChatTokens;
  /** The line under the title, if it isn't the page's own. */
  notice?: string | undefined;
}

const pageFolder = join(import.meta.dirname, '../../src/page/browser');
const webChatFile = fileURLToPath(
  new URL('webchat.js', import.meta.resolve('botframework-webchat')),
);

const types = { css: 'text/css', html: 'text/html', js: 'text/javascript', svg: 'image/svg+xml' };

const ownFiles = [
  'index.html',
  'colors.css',
  'page.css',
  'cards.css',
  'page.js',
  'access.js',
  'connect.js',
  'look.js',
  'patientStore.js',
  'renderMarkdown.js',
  'session.js',
  'stop.js',
  'streams.js',
  'texts.js',
  'icon.svg',
];

const files = new Map([
  ...ownFiles.map((name) => [name, join(pageFolder, name)] as const),
  ['webchat.js', webChatFile] as const,
]);

const typeOf = (name: string) => types[extname(name).slice(1) as keyof typeof types];

/**
 * Only our own scripts, and nothing from another host: text from the data can neither run nor fetch anything. Web Chat
 * creates its styles at run time in empty elements, which the hash of the empty string allows, and its icons as
 * `blob:`.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const tokenSchema = z.object({
  userId: z.string().regex(/^dl_[\w-]{8,64}$/),
  conversationId: z.string().optional(),
});

/** The page, its files, and `POST /chat/token`, the only endpoint a cloud has to provide itself to serve the page. */
export function createChatPageRoutes({ conversations, tokens, notice }: ChatPageParts): Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      handle: ({ response }) => sendFile(response, 'index.html'),
    },
    {
      method: 'GET',
      path: '/chat/:file',
      handle: ({ response, params }) => sendFile(response, params['file'] ?? ''),
    },
    {
      method: 'POST',
      path: '/chat/token',
      async handle({ request, response }) {
        const body = tokenSchema.safeParse(await readJson(request));
        if (!body.success) throw new HttpError(400, 'BadArgument', 'User IDs must start with dl_.');
        const { userId } = body.data;
        const known = conversations.find(body.data.conversationId ?? '');
        const { id } = known?.userId === userId ? known : conversations.open(userId);
        await conversations.save();
        sendJson(response, 200, {
          token: tokens.sign({ conv: id, user: userId }),
          conversationId: id,
          domain: '/directline',
          notice,
        });
      },
    },
  ];
}

async function sendFile(response: ServerResponse, name: string): Promise<void> {
  const path = files.get(name);
  if (path === undefined) throw new HttpError(404, 'NotFound', 'Not found.');
  const content = await readFile(path);
  response
    .writeHead(200, {
      'content-type': `${typeOf(name)}; charset=utf-8`,
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(content);
}
