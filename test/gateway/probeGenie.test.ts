import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { probeGenie } from '../../src/gateway/probeGenie.ts';
import { createTestClient } from '../genie/testClient.ts';
import {
  type ScriptedResponse,
  type ScriptedServer,
  startScriptedServer,
} from '../support/scriptedServer.ts';

type Answer = ScriptedResponse | 'drop';

let genie: ScriptedServer;
beforeEach(async () => {
  genie = await startScriptedServer();
});
afterEach(() => genie.close());

/** Probes a Genie that answers this, again and again, or these one after the other. */
async function probe(first: Answer, ...others: Answer[]): Promise<void> {
  const responses = [first, ...others];
  let count = 0;
  genie.otherwise((_request, reply) => {
    const scripted = responses[Math.min(count++, responses.length - 1)];
    if (scripted === 'drop') return reply.destroy();
    if (typeof scripted !== 'object') return undefined;
    reply.writeHead(scripted.status ?? 200, { 'content-type': 'application/json' });
    return reply.end(
      typeof scripted.body === 'string' ? scripted.body : JSON.stringify(scripted.body ?? {}),
    );
  });
  const { client, clock } = createTestClient(genie.url, { retries: 0, timeoutMs: 300 });
  await probeGenie(client, 'space', clock);
}

const space: ScriptedResponse = { body: { space_id: 'space', title: 'Sales' } };

describe('a probe', () => {
  it.each<[string, Answer, string]>([
    ['503', { status: 503 }, 'genie-unavailable'],
    ['500', { status: 500 }, 'genie-unavailable'],
    ['a reset', 'drop', 'genie-unreachable'],
    ['half a JSON', { body: '{"space_id": "sp' }, 'genie-bad-response'],
    ['silence', 'hang', 'genie-timeout'],
  ])('fails after three tries that met %s', async (_what, response, code) => {
    await expect(probe(response)).rejects.toMatchObject({ code });
    expect(genie.requests).toHaveLength(3);
  });

  it.each<[string, ScriptedResponse]>([
    ['the space', space],
    ['a missing right', { status: 403, body: { error_code: 'PERMISSION_DENIED' } }],
    ['that there is no such space', { status: 404, body: { error_code: 'NOT_FOUND' } }],
    ['that it is too busy', { status: 429 }],
  ])('takes %s for an answer', async (_what, response) => {
    await expect(probe(response)).resolves.toBeUndefined();
    expect(genie.requests).toHaveLength(1);
  });

  it('succeeds if one of its tries does', async () => {
    await expect(probe({ status: 502 }, 'drop', space)).resolves.toBeUndefined();
    expect(genie.requests).toHaveLength(3);
  });

  it('changes nothing', async () => {
    await probe(space);
    expect(genie.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});
