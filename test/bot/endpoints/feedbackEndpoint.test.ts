import { expect, it } from 'vitest';
import type { BotDeps } from '../../../src/bot/deps.ts';
import { createFeedbackEndpoint } from '../../../src/bot/endpoints/feedbackEndpoint.ts';
import { createFeedbackTokens } from '../../../src/bot/feedbackTokens.ts';
import { AppError } from '../../../src/common/errors.ts';
import { createLog } from '../../../src/common/log.ts';
import { aPost } from '../../support/aPost.ts';

const broken = () => Promise.reject(new AppError('storage', 'secret details of the storage'));
const works = createFeedbackTokens(async () => Buffer.alloc(32));

it.each([
  ['the key of the tokens', createFeedbackTokens(broken)],
  ['the answer', works],
])(
  'while storage does not return %s, a page is told to try later, and nothing more',
  async (...row) => {
    const lines: Record<string, unknown>[] = [];
    const rate = createFeedbackEndpoint({
      feedbackTokens: row[1],
      questions: { get: broken },
      log: createLog('info', (_level, line) => lines.push(JSON.parse(line))),
    } as unknown as BotDeps);
    const headers = { authorization: `Bearer ${await works.sign('answer')}` };
    const { status, body } = await rate(aPost({ answerId: 'answer', rating: 'POSITIVE' }, headers));
    expect(status).toBe(503);
    const [, errorId] =
      /^The rating couldn’t be saved\. \(Error ID: ([0-9a-f]{8})\)$/.exec(String(body)) ?? [];
    expect(lines).toMatchObject([{ event: 'rating.failed', code: 'storage', errorId }]);
  },
);
