import { randomBytes } from 'node:crypto';
import type { HttpResponseInit } from '@azure/functions';
import { contentDisposition } from '../../exports/contentDisposition.ts';
import { exportFileName } from '../../exports/exportFileName.ts';
import { closedPolicy } from '../contentPolicy.ts';
import { PageError, type PageRequest, type PageRoute } from '../route.ts';
import { createGuide, type Guide, type GuideView } from './createGuide.ts';
import { guideHtml } from './guideHtml.ts';
import { guideMarkdown } from './guideMarkdown.ts';

export interface GuideDeps {
  /**
   * The space that a chat of the visitor asks, or a new chat would, with its samples. Without them, the guide is of use as
   * well: it fails for a chat that isn't theirs alone.
   *
   * @throws PageError
   */
  describeSpace(exchange: PageRequest, chatId: string | undefined): Promise<GuideView>;
  /** Origins of pages that can show it in a frame. */
  frameAncestors: readonly string[];
  clock: { now(): number };
}

/** `GET guide`: the guide to asking, as a page or as a file. */
export function createGuideRoutes(deps: GuideDeps): PageRoute[] {
  return [
    {
      method: 'GET',
      path: 'guide',
      kind: 'document',
      async handle(exchange) {
        const { query, texts } = exchange;
        const format = query.get('format') ?? 'html';
        if (format !== 'html' && format !== 'markdown')
          throw new PageError(400, 'bad-request', 'The format is html or markdown');
        const chatId = query.get('chat') ?? undefined;
        const view = await deps.describeSpace(exchange, chatId);
        const locale = query.get('locale') ?? undefined;
        const guide = createGuide(view, { texts, chatId, locale });
        return format === 'html' ? pageOf(guide, deps) : fileOf(guide, deps);
      },
    },
  ];
}

function pageOf(guide: Guide, { frameAncestors }: GuideDeps): HttpResponseInit {
  const nonce = randomBytes(16).toString('base64url');
  const policy = [...closedPolicy(frameAncestors), `style-src 'nonce-${nonce}'`];
  const headers = {
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
  };
  return { status: 200, headers, body: guideHtml(guide, { nonce }) };
}

function fileOf(guide: Guide, { clock }: GuideDeps): HttpResponseInit {
  const headers = {
    'cache-control': 'no-store',
    'content-type': 'text/markdown; charset=utf-8',
    'content-disposition': contentDisposition(exportFileName(guide.title, 'md', clock.now())),
  };
  return { status: 200, headers, body: guideMarkdown(guide) };
}
