import { join } from 'node:path';
import type { HttpRequest } from '@azure/functions';
import type { BotDeps } from './bot/deps.ts';
import { signInVisitor } from './bot/visitors/signInVisitor.ts';
import { knownLocale } from './common/knownLocale.ts';
import type { Config } from './config/config.ts';
import { createChatRoutes } from './page/chats/createChatRoutes.ts';
import { guideViewOf } from './page/chats/guideViewOf.ts';
import { createClosedPage, createPage, type Page } from './page/createPage.ts';
import { createFileRoutes } from './page/files/createFileRoutes.ts';
import { createPageFiles } from './page/files/pageFiles.ts';
import { createGate } from './page/gate/createGate.ts';
import { createGuideRoutes } from './page/guide/guideRoutes.ts';
import { createRefuse } from './page/refuse.ts';
import { createDirectLine } from './page/token/directLine.ts';
import { createTokenRoute } from './page/token/tokenRoute.ts';
import { createTokenSource } from './secrets/databricksTokens.ts';
import type { Storage } from './storage/openStorage.ts';
import { speaks, textsFor } from './texts/textsFor.ts';
import { textsForBrowser } from './texts/textsForBrowser.ts';

/** Where a build puts the page's files: beside the bundle that this is a part of. */
const builtFiles = join(import.meta.dirname, 'page');

/** Puts the chat page together: its gate, and everything that it serves. */
export function openPage({ bot, page, questions }: Config, storage: Storage, deps: BotDeps): Page {
  const { clock, log } = deps;
  const { access, directLine, frameAncestors } = page;
  const { secret = { kind: 'none' as const } } = directLine;
  const textsOf = (request: HttpRequest) => {
    const locale = knownLocale(request.query.get('locale') ?? undefined);
    const texts =
      locale && speaks(locale)
        ? textsFor(locale, bot.defaultLocale)
        : textsForBrowser(request.headers.get('accept-language'), bot.defaultLocale);
    return { locale, texts };
  };

  const refuse = createRefuse({
    textsOf,
    adminContact: bot.adminContact,
    frameAncestors,
    clock,
    log,
  });
  if (access === 'off') return createClosedPage({ refuse });

  const chatDeps = { ...deps, visits: storage.visits };
  return createPage({
    routes: [
      ...createFileRoutes({
        files: createPageFiles(builtFiles),
        directLineUrl: directLine.url,
        frameAncestors,
      }),
      createTokenRoute({
        ...storage,
        directLine: createDirectLine(directLine, createTokenSource(secret, { clock })),
        keepChatsMs: questions.keepQuestionsMs,
        domain: directLine.domain,
        signIn: deps.signIn && ((token, whose) => signInVisitor(token, whose, deps)),
        clock,
        log,
      }),
      ...createChatRoutes(chatDeps),
      ...createGuideRoutes({
        describeSpace: (exchange, chatId) => guideViewOf(exchange, chatId, chatDeps),
        frameAncestors,
        clock,
      }),
    ],
    admit: createGate({ access, people: bot.people, allowances: storage.allowances, clock }),
    refuse,
    textsOf,
  });
}
