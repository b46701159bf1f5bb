import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { createPage, type Page } from '../../src/page/createPage.ts';
import { createFileRoutes } from '../../src/page/files/createFileRoutes.ts';
import { createPageFiles } from '../../src/page/files/pageFiles.ts';
import { json, PageError, type PageRoute } from '../../src/page/route.ts';
import { textsFor } from '../../src/texts/textsFor.ts';
import type { Chat } from './createChat.ts';

export interface SamplePageOptions {
  chat: Pick<Chat, 'grant'>;
  /** Where the chat is, without a path. */
  directLineUrl: () => string;
  /** The line under the page's title. */
  notice?: string | undefined;
  /** The token endpoint's answer in place of a token, while there is one. */
  refusal?: (() => PageError | undefined) | undefined;
  frameAncestors?: readonly string[] | undefined;
  /** More of what the page's script asks for. */
  routes?: readonly PageRoute[] | undefined;
}

/** Where `npm run build` puts the page. */
const pageFolder = join(import.meta.dirname, '..', '..', 'dist', 'page');
const files = createPageFiles(pageFolder);
const cookieName = 'sample_visitor';

const empty = (path: string, body: object): PageRoute => ({
  method: 'GET',
  path,
  kind: 'data',
  handle: async () => json(body),
});

/** Nobody has earlier chats here, nor anything to choose. */
const emptySide = [
  empty('chats', { chats: [] }),
  empty('chats/:id', { turns: [] }),
  empty('spaces', { spaces: [] }),
];

const bodySchema = z.object({
  conversationId: z.string().optional(),
  chatId: z.string().optional(),
});

/**
 * The page without the function app, for what shows messages of its own: the gallery and tests. It tells visitors apart
 * by a cookie, and each of their chats is one conversation, whose ID is in the chat's.
 */
export function createSamplePage(options: SamplePageOptions): Page {
  const { chat, directLineUrl, notice, refusal, routes = [] } = options;

  const token: PageRoute = {
    method: 'POST',
    path: 'token',
    kind: 'data',
    async handle({ request, visitor: { owner } }) {
      const refused = refusal?.();
      if (refused) throw refused;
      const wanted = bodySchema.safeParse(await request.json());
      if (!wanted.success) throw new PageError(400, 'bad-request', 'This isn’t what a page sends');
      const userId = `dl_${owner}`;
      const { conversationId = conversationOf(wanted.data.chatId) } = wanted.data;
      const granted = await chat.grant(userId, conversationId);
      const body = {
        ...granted,
        userId,
        domain: '/directline',
        chatId: `${owner}-${Buffer.from(granted.conversationId).toString('hex')}`,
        isResumed: granted.conversationId === conversationId,
        notice,
      };
      const cookie = `${cookieName}=${owner}; Path=/; HttpOnly; SameSite=Strict`;
      return { ...json(body), headers: { 'cache-control': 'no-store', 'set-cookie': cookie } };
    },
  };

  return (request) => {
    const page = createPage({
      routes: [
        ...createFileRoutes({
          files,
          directLineUrl: directLineUrl(),
          frameAncestors: options.frameAncestors ?? [],
        }),
        token,
        ...routes,
        ...emptySide,
      ],
      admit: async ({ headers }) => ({ owner: ownerOf(headers.get('cookie') ?? '') }),
      refuse: (error) => {
        const known = error instanceof PageError ? error : undefined;
        const {
          status = 500,
          code = 'unavailable',
          message = 'The sample page failed',
        } = known ?? {};
        return json({ error: { code, message } }, status);
      },
      textsOf: () => ({ locale: undefined, texts: textsFor(undefined, 'en') }),
    });
    return page(request);
  };
}

function ownerOf(cookies: string): string {
  const pairs = cookies.split('; ').map((pair) => pair.split('='));
  const known = pairs.find(([name]) => name === cookieName)?.[1];
  return known && /^[0-9a-f]{32}$/.test(known) ? known : randomBytes(16).toString('hex');
}

function conversationOf(chatId: string | undefined): string | undefined {
  const [, hex] = chatId?.split('-') ?? [];
  return hex && Buffer.from(hex, 'hex').toString();
}
