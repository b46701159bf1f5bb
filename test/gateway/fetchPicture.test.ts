import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/common/log.ts';
import { fetchPicture } from '../../src/gateway/fetchPicture.ts';
import type { Attachment } from '../../src/genie/types.ts';
import { aMessage, aQuery, aText } from '../answers/aMessage.ts';
import { createTestClient } from '../genie/testClient.ts';
import { closedPort } from '../support/closedPort.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';
import { aPicture } from './aPicture.ts';

let genie: ScriptedServer;
let lines: string[];
beforeEach(async () => {
  genie = await startScriptedServer();
  lines = [];
});
afterEach(() => genie.close());

const viz = (id: string, queryAttachmentId?: string): Attachment => ({
  kind: 'visualization',
  id,
  ...(queryAttachmentId && { queryAttachmentId }),
});

function fetch(
  attachments: Attachment[],
  { url = genie.url, signal }: { url?: string; signal?: AbortSignal } = {},
) {
  const { client } = createTestClient(url, { timeoutMs: 10_000 });
  const log = createLog('info', (_level, line) => lines.push(line));
  return fetchPicture(client, aMessage(...attachments), { log, signal });
}

/** Every request is answered with these bytes. */
function answerWith(bytes: Uint8Array, status = 200): void {
  genie.otherwise((_request, reply) => reply.writeHead(status).end(bytes));
}

it('is Genie’s chart, asked for as bytes, with the token', async () => {
  const png = aPicture(640, 480);
  answerWith(png);
  expect(await fetch([aQuery('q'), aText('x'), viz('v', 'q')])).toEqual({
    chartId: 'v',
    url: `data:image/png;base64,${png.toString('base64')}`,
  });
  expect(genie.requests).toMatchObject([
    {
      method: 'GET',
      url: '/api/2.0/genie/spaces/space/conversations/conversation/messages/message/attachments/v/download-visualization',
      headers: { accept: 'application/octet-stream', authorization: 'Bearer dapi-test' },
    },
  ]);
});

describe('which chart', () => {
  it.each<[string, Attachment[], string[]]>([
    ['none of a message without charts', [aQuery('q'), aText('x')], []],
    ['the only query’s, if it names none', [aQuery('q'), viz('v')], ['v']],
    [
      'none that names no query, of several',
      [aQuery('a', { title: 'A' }), aQuery('b', { title: 'B' }), viz('v')],
      [],
    ],
    ['none of a query that isn’t there', [aQuery('q'), viz('v', 'other')], []],
    ['none of a query that was corrected', [aQuery('a'), viz('v', 'a'), aQuery('b')], []],
    ['the last of a query', [aQuery('q'), viz('v', 'q'), viz('w', 'q')], ['w']],
    [
      'one, whatever there is',
      [aQuery('a', { title: 'A' }), aQuery('b', { title: 'B' }), viz('w', 'b'), viz('v', 'a')],
      ['v'],
    ],
    ['none without an id', [aQuery('q'), viz('', 'q')], []],
  ])('%s', async (_, attachments, expected) => {
    answerWith(aPicture(1, 1));
    const picture = await fetch(attachments);
    expect(picture === undefined ? [] : [picture.chartId]).toEqual(expected);
    expect(genie.requests).toHaveLength(expected.length);
  });
});

describe('there is no picture', () => {
  const attachments = [aQuery('q'), viz('v', 'q')];

  it.each<[string, Uint8Array]>([
    ['of something else', Buffer.from('<svg onload="alert(1)"/>')],
    ['of nothing', Buffer.alloc(0)],
    ['that ends in its header', aPicture(5, 5).subarray(0, 20)],
    ['without a size', aPicture(0, 5)],
    ['that would take gigabytes to show', aPicture(60_000, 60_000)],
    ['larger than a message', Buffer.concat([aPicture(5, 5), Buffer.alloc(20_001)])],
    ['that never ends in size', Buffer.concat([aPicture(5, 5), Buffer.alloc(5_000_000)])],
  ])('%s', async (_, bytes) => {
    answerWith(bytes);
    expect(await fetch(attachments)).toBeUndefined();
  });

  it.each([400, 401, 403, 404, 429, 500, 501, 503, 302])(
    'if Genie says %i, which is asked once',
    async (status) => {
      answerWith(Buffer.from('no'), status);
      expect(await fetch(attachments)).toBeUndefined();
      expect(genie.requests).toHaveLength(1);
      expect(lines.map((line) => JSON.parse(line).event)).toEqual(['genie.chartUnread']);
    },
  );

  it('if Genie isn’t there', async () => {
    expect(
      await fetch(attachments, { url: `http://127.0.0.1:${await closedPort()}` }),
    ).toBeUndefined();
  });

  it('if the connection breaks', async () => {
    genie.next('reset');
    expect(await fetch(attachments)).toBeUndefined();
  });

  it('if it takes longer than an answer waits', async () => {
    genie.next('hang');
    const startedAt = performance.now();
    expect(await fetch(attachments)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(9_000);
  });
});

it('stops with its caller', async () => {
  genie.next('hang');
  const signal = AbortSignal.timeout(50);
  await expect(fetch([aQuery('q'), viz('v')], { signal })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});
