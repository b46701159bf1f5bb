import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDirectLine } from '../../../src/page/token/directLine.ts';
import { type DirectLineDouble, startDirectLine } from '../../support/page/directLineDouble.ts';

let double: DirectLineDouble;
beforeAll(async () => {
  double = await startDirectLine();
});
afterAll(() => double.close());

const whose = { userId: 'dl_page_1', trustedOrigins: ['https://genie.example'] };

/** A vault that has these secrets one after the other, and the reads of it. */
function openDirectLine(secrets: string[]) {
  const invalidated: string[] = [];
  let reads = 0;
  const source = {
    getToken: async () => {
      reads += 1;
      return secrets[Math.min(invalidated.length, secrets.length - 1)] ?? '';
    },
    invalidate: (secret: string) => void invalidated.push(secret),
  };
  const { url } = double;
  const directLine = createDirectLine({ url, path: '/v3/directline' }, source);
  return { directLine, invalidated, reads: () => reads };
}

let sent: () => (string | undefined)[];
beforeEach(() => {
  const before = double.requests.length;
  sent = () => double.requests.slice(before).map(({ authorization }) => authorization);
});

describe('a secret that is refused', () => {
  it('is read again, and what it was for is done', async () => {
    const { directLine, invalidated } = openDirectLine(['old', double.secret]);
    await expect(directLine.open(whose)).resolves.toMatchObject({ token: expect.any(String) });
    expect(invalidated).toEqual(['old']);
    expect(sent()).toEqual(['Bearer old', `Bearer ${double.secret}`]);
  });

  it('is tried once more, and no oftener', async () => {
    const { directLine } = openDirectLine(['old', 'older', double.secret]);
    await expect(directLine.open(whose)).rejects.toMatchObject({ status: 503 });
    expect(sent()).toEqual(['Bearer old', 'Bearer older']);
  });

  it('isn’t sent again if the vault has no other', async () => {
    const { directLine } = openDirectLine(['old']);
    await expect(directLine.open(whose)).rejects.toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    expect(sent()).toEqual(['Bearer old']);
  });

  it('says nothing of a conversation: whether that is there, a new one shows', async () => {
    const { directLine } = openDirectLine([double.secret]);
    const { conversationId } = await directLine.open(whose);
    const { directLine: refused } = openDirectLine(['old']);
    await expect(refused.goOn(conversationId)).resolves.toBeUndefined();
  });
});

describe('going on', () => {
  it.each([[400], [404], [410], [403]])(
    'in a conversation that %i says is gone isn’t possible',
    async (status) => {
      const { directLine } = openDirectLine([double.secret]);
      const { conversationId } = await directLine.open(whose);
      double.faults.next({ path: conversationId }, { status, body: {} }, 2);
      await expect(directLine.goOn(conversationId)).resolves.toBeUndefined();
    },
  );

  it.each([[429], [500], [503]])(
    'is to be tried later where Direct Line says %i',
    async (status) => {
      const { directLine } = openDirectLine([double.secret]);
      const { conversationId } = await directLine.open(whose);
      double.faults.next({ path: conversationId }, { status, body: {} });
      await expect(directLine.goOn(conversationId)).rejects.toMatchObject({ status: 503 });
    },
  );

  it('in another conversation than the one that was asked for isn’t going on', async () => {
    const { directLine } = openDirectLine([double.secret]);
    const { conversationId } = await directLine.open(whose);
    const body = { conversationId: 'another-eu', token: 'token' };
    double.faults.next({ path: conversationId }, { status: 200, body });
    await expect(directLine.goOn(conversationId)).resolves.toBeUndefined();
  });

  it('names the conversation so that it can’t be another address', async () => {
    const { directLine } = openDirectLine([double.secret]);
    await directLine.goOn('../tokens/generate?x=#');
    expect(double.requests.at(-1)?.path).toBe(
      '/v3/directline/conversations/..%2Ftokens%2Fgenerate%3Fx%3D%23',
    );
  });
});
