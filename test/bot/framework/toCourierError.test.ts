import { describe, expect, it } from 'vitest';
import { toCourierError } from '../../../src/bot/framework/toCourierError.ts';

describe('what the connector answers', () => {
  it.each([
    [412, 'later'],
    [429, 'later'],
    [502, 'later'],
    [503, 'later'],
    [504, 'later'],
    [408, 'unsure'],
    [500, 'unsure'],
    [501, 'unsure'],
    [413, 'too-large'],
    [400, 'refused'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [405, 'refused'],
  ] as const)('%i means %s', (statusCode, kind) => {
    expect(toCourierError({ statusCode })).toMatchObject({ kind, status: statusCode });
  });
});

describe('no answer', () => {
  it.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['EAI_AGAIN', 'later'],
    ['EHOSTUNREACH', 'later'],
    ['ENETUNREACH', 'later'],
    ['ECONNRESET', 'unsure'],
    ['ETIMEDOUT', 'unsure'],
  ] as const)('for %s means %s', (code, kind) => {
    const error = toCourierError(Object.assign(new Error('no connection'), { code }));
    expect(error).toMatchObject({ kind, status: undefined });
  });

  it.each([new Error('aborted'), undefined, null, 'text'])(
    'for an unknown reason (%s) leaves it open what became of the message',
    (thrown) => {
      expect(toCourierError(thrown)).toMatchObject({ kind: 'unsure', cause: thrown });
    },
  );
});
