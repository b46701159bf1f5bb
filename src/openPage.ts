import type { HttpRequest } from '@azure/functions';
import type { BotDeps } from './bot/deps.ts';
import { signInVisitor } from './bot/visitors/signInVisitor.ts';
import { knownLocale } from './common/knownLocale.ts';
import type { Config } from './config/config.ts';
import { createChatRoutes } from './page/chats/createChatRoutes.ts';
import { createClosedPage, createPage, type Page } from './page/createPage.ts';
import { createGate } from './page/gate/createGate.ts';
import { createRefuse } from './page/refuse.ts';
import { createDirectLine } from './page/token/directLine.ts';
import { createTokenRoute } from './page/token/tokenRoute.ts';
import { createTokenSource } from './secrets/databricksTokens.ts';
import type { Storage } from './storage/openStorage.ts';
import { speaks, textsFor } from './texts/textsFor.ts';
import { textsForBrowser } from './texts/textsForBrowser.ts';

/** Puts the chat page together: its gate, and everything that it serves. */
export function openPage({ bot, page, questions }: Config, storage: Storage, deps: BotDeps): Page {
  const { clock, log } = deps;
  const { access, directLine, frameAncestors } = page;
  const { secret = { kind: 'none' as const } } = directLine;
  if (access === 'signed-in' && secret.kind === 'none') {
    log.warn('settings.page', {
      warning: 'CHAT_PAGE is on without DIRECT_LINE_SECRET_NAME: the page gets no tokens',
    });
  }
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

  return createPage({
    routes: [
      ...createChatRoutes({ ...deps, visits: storage.visits }),
      createTokenRoute({
        ...storage,
        directLine: createDirectLine(directLine, createTokenSource(secret, { clock })),
        keepChatsMs: questions.keepQuestionsMs,
        domain: directLine.domain,
        signIn: deps.signIn && ((token, whose) => signInVisitor(token, whose, deps)),
        clock,
        log,
      }),
    ],
    admit: createGate({ access, people: bot.people, allowances: storage.allowances, clock }),
    refuse,
    textsOf,
  });
}
