import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/common/errors.ts';
import { createLog, logWith } from '../../src/common/log.ts';
import { GenieError } from '../../src/genie/errors.ts';

function record(level: Parameters<typeof createLog>[0]) {
  const lines: string[] = [];
  return { lines, log: createLog(level, (_level, line) => lines.push(line)) };
}

describe('the log', () => {
  it('writes one JSON object a line, whatever the text', () => {
    const { lines, log } = record('info');
    log.with({ questionId: 'q' }).info('x', { text: 'a\n{"level":"error"}\u2028b' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'x',
      level: 'info',
      questionId: 'q',
    });
  });

  it('shows no control character and no mark that turns the reading order, and loses none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { lines, log } = record('info');
        log.info('x', { text: `\u0085\u009b\u202e${text}` });
        const line = lines[0] ?? '';
        expect(line).not.toMatch(
          /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u,
        );
        expect(JSON.parse(line).text).toBe(`\u0085\u009b\u202e${text}`);
      }),
    );
  });

  it('has the fields of the work that a line is written for, and of no other work', async () => {
    const { lines, log } = record('info');
    const work = async (questionId: string) => {
      await new Promise(setImmediate);
      log.info(questionId);
    };
    await Promise.all([
      logWith({ questionId: 'one', step: 1 }, () => logWith({ step: 2 }, () => work('one'))),
      logWith({ questionId: 'two' }, () => work('two')),
      work('none'),
    ]);
    const fields = lines.map((line) => JSON.parse(line));
    expect(fields.map(({ event, questionId, step }) => [event, questionId, step])).toEqual([
      ['one', 'one', 2],
      ['two', 'two', undefined],
      ['none', undefined, undefined],
    ]);
  });

  it('names the request that Databricks knows an error by', () => {
    const { lines, log } = record('info');
    const details = { acted: 'no', requestId: 'r-1' } as const;
    log.warn('x', { error: new GenieError('genie-throttled', 'slow down', details) });
    expect(JSON.parse(lines[0] ?? '').error.requestId).toBe('r-1');
  });

  it('keeps the code, the stack and the cause of an error', () => {
    const { lines, log } = record('info');
    log.error('x', { error: new AppError('storage', 'outer', { cause: new Error('inner') }) });
    expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
      code: 'storage',
      message: 'outer',
      stack: expect.stringContaining('log.test'),
      cause: { message: 'inner' },
    });
  });

  it('bears an error that is its own cause, and shows nothing else that an error carries', () => {
    const { lines, log } = record('info');
    const error: Error = Object.assign(new Error('odd'), { request: { authorization: 'secret' } });
    error.cause = error;
    log.error('x', { error, other: new Error('y', { cause: { authorization: 'secret' } }) });
    expect(lines[0]).toContain('odd');
    expect(lines[0]).not.toContain('secret');
  });

  it('shows of an error with a JSON form of its own what it shows of any', () => {
    const { lines, log } = record('info');
    const toJSON = () => ({ request: { authorization: 'secret' } });
    const error = Object.assign(new Error('odd'), { toJSON });
    log.error('x', { error, each: [error] });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      error: { message: 'odd' },
      each: [{ message: 'odd' }],
    });
    expect(lines[0]).not.toContain('secret');
  });

  it('leaves plain words as they are', () => {
    const { lines, log } = record('info');
    log.info('x', { text: 'the basic understanding, and the bearer' });
    expect(lines[0]).toContain('the basic understanding, and the bearer');
  });

  it.each([
    ['a Databricks token', 'said\ndapi0123456789abcdef-2', 'dapi0123456789abcdef'],
    ['a JSON web token', 'x eyJhbGciOi.eyJpc3MiOi.c2lnbmF0', 'eyJpc3MiOi'],
    ['an Authorization header', 'authorization: Bearer abc.def', 'abc.def'],
    ['credentials of a client', 'authorization: basic Y2xpZW50OnMzY3JldA==', 'Y2xpZW50OnMzY3JldA'],
    ['a signed address', 'https://a.blob.core.windows.net/x?sv=1&sig=a%2Bb%3D&se=2', 'a%2Bb%3D'],
    ['a storage key', 'AccountName=a;AccountKey=c2VjcmV0==;x', 'c2VjcmV0'],
    ['an email address', 'no mailbox ada.l+x@example.co.uk here', 'ada.l+x@example.co.uk'],
    ['two addresses without a gap', 'from ada@example.com-to@example.org', 'example.org'],
    ['an address after dots', 'ada@example..grace@example.org', 'grace@example.org'],
  ])('masks %s that an error quotes', (_what, message, secret) => {
    const { lines, log } = record('info');
    log.error('x', { error: new AppError('internal', 'z', { cause: new Error(message) }) });
    expect(lines[0]).toContain('[…]');
    expect(lines[0]).not.toContain(secret);
  });

  it('shows people at the level debug alone', () => {
    const { lines, log } = record('debug');
    log.debug('x', { from: 'ada@example.com', token: 'dapi0123456789abcdef' });
    expect(lines[0]).toContain('ada@example.com');
    expect(lines[0]).not.toContain('dapi0123');
  });

  it('leaves out what is less severe than its level', () => {
    const { lines, log } = record('warn');
    log.info('quiet');
    log.warn('loud');
    expect(lines).toHaveLength(1);
  });
});
