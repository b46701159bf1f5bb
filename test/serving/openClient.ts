import type { Log } from '../../src/common/log.ts';
import type { TokenSource } from '../../src/genie/tokenSource.ts';
import type { Said } from '../../src/questions/ports.ts';
import { createServingClient } from '../../src/serving/createServingClient.ts';
import type { Reply, Turn } from '../../src/serving/types.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { startServingDouble } from '../support/servingDouble.ts';

export const fixedToken = (token = 'dapi-test'): TokenSource => ({
  getToken: async () => token,
  invalidate: () => {},
});

/** A double with an agent of the Responses API, `agent`, and a client of it whose clock stands still. */
export async function openClient(options: { tokens?: TokenSource; log?: Log } = {}) {
  const double = await startServingDouble();
  double.endpoint('agent', { task: 'agent/v1/responses' });
  const clock = createFakeClock();
  const { tokens = fixedToken(), log } = options;
  const client = createServingClient({ host: double.url, tokens, clock, log });
  const said: Said[] = [];

  return {
    double,
    client,
    clock,
    /** What was told while the answer came. */
    said,
    steps: () => said.flatMap(({ step }) => step ?? []),
    texts: () => said.flatMap(({ text }) => text ?? []),
    ask: (
      question: string,
      { name = 'agent', before = [] as Turn[], signal = undefined as AbortSignal | undefined } = {},
    ): Promise<Reply> =>
      client.invoke(
        {
          name,
          turns: [...before, { question }],
          conversationId: 'conv-1',
          userKey: 'hash-of-ada',
        },
        (one) => said.push(one),
        signal,
      ),
    [Symbol.asyncDispose]: () => double.close(),
  };
}
