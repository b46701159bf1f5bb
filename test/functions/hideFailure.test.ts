import { expect, it, test } from 'vitest';
import { hideFailure } from '../../functions/hideFailure.ts';
import { AppError } from '../../src/common/errors.ts';

const secret = 'dapi0123456789abcdef0123456789abcdef';

/** Runs what throws `thrown`; the lines it left, and all that the host is given. */
async function fail(thrown: unknown, input: unknown = {}) {
  const lines: string[] = [];
  const error: unknown = await hideFailure(
    { name: 'answerQuestion', input },
    (_level, line) => lines.push(line),
    async () => {
      throw thrown;
    },
  ).catch((failure: unknown) => failure);
  if (!(error instanceof Error)) throw new Error('Nothing was thrown.');
  return { lines, line: JSON.parse(lines[0] ?? ''), error };
}

test('a function that succeeds leaves no line', async () => {
  const lines: string[] = [];
  const write = (_level: string, line: string) => lines.push(line);
  expect(await hideFailure({ name: 'sweep', input: {} }, write, async () => 7)).toBe(7);
  expect(lines).toEqual([]);
});

test('a failure leaves one line with the function, its code, and every cause', async () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const cause = new Error('no answer', { cause: refused });
  const { lines, line } = await fail(new AppError('storage', 'Storage could not read', { cause }));
  expect(lines).toHaveLength(1);
  expect(line).toMatchObject({
    level: 'error',
    event: 'function.failed',
    function: 'answerQuestion',
    code: 'storage',
    error: {
      message: 'Storage could not read',
      cause: { message: 'no answer', cause: { code: 'ECONNREFUSED' } },
    },
  });
});

it.each([
  { kind: 'go', questionId: 's-q' },
  '{"kind":"watch","questionId":"s-q"}',
  Buffer.from('{"kind":"backup","questionId":"s-q"}').toString('base64'),
])('the question in the message %j is named', async (message) => {
  expect((await fail(new Error('x'), message)).line).toMatchObject({ questionId: 's-q' });
});

it.each([
  { kind: 'due', subscriptionId: 'o-s', look: 1 },
  '{"kind":"due-backup","subscriptionId":"o-s","look":2}',
])('the subscription in the message %j is named', async (message) => {
  const { line } = await fail(new Error('x'), message);
  expect(line).toMatchObject({ subscriptionId: 'o-s' });
  expect(line).not.toHaveProperty('questionId');
});

it.each([undefined, null, 'not base64!', { questionId: 7 }, { schedule: {} }])(
  'an input that names no question is no problem: %j',
  async (input) => {
    const { line } = await fail(new Error('x'), input);
    expect(line).not.toHaveProperty('questionId');
    expect(line).toMatchObject({ code: 'internal', error: { message: 'x' } });
  },
);

test('the line has no credentials and no email addresses', async () => {
  const cause = new Error('for ada@example.com');
  const { lines } = await fail(new Error(`with Bearer ${secret}`, { cause }));
  expect(lines.join()).not.toMatch(/dapi0123|ada@example/);
});

it.each([
  new Error(`Revenue for ada@example.com ${secret}`, { cause: new Error(secret) }),
  Object.assign(new TypeError(secret), { request: { headers: { authorization: secret } } }),
  secret,
  { message: secret },
  undefined,
])('the host is given an error ID, and nothing of the error itself (%#)', async (thrown) => {
  const { line, error } = await fail(thrown);
  const given = [error.name, error.message, error.stack, String(error), JSON.stringify(error)];
  expect(given.join()).not.toMatch(/dapi|ada@|Revenue/);
  expect(error.message).toContain(line.errorId);
  expect(error.stack).toBe(`FailedRun: ${error.message}`);
  expect(error.cause).toBeUndefined();
  expect(Object.keys(error)).toEqual(['name']);
});
