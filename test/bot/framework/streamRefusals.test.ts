import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { streamRefusals } from '../../../src/bot/framework/streamRefusals.ts';
import { toCourierError } from '../../../src/bot/framework/toCourierError.ts';
import { root } from '../../support/readImports.ts';

const code = 'ContentStreamNotAllowed';

describe('what a refused packet says of its stream', () => {
  it.each([
    [{ code, message: 'Content stream was canceled by user' }, 'stopped'],
    [{ code, message: 'CONTENT STREAM WAS CANCELLED BY USER.' }, 'stopped'],
    [{ message: 'Content stream was canceled by the user' }, 'stopped'],
    [{ details: { error: { code, message: 'Stream canceled' } } }, 'stopped'],
    [{ code, message: 'Content stream finished due to exceeded streaming time.' }, 'time-up'],
    [{ code, message: 'Exceeded streaming time' }, 'time-up'],
    [
      { code, message: 'Content stream is not allowed on an already completed streamed message' },
      'completed',
    ],
    [{ code: 'ContentStreamSequenceOrderPreConditionFailed', message: 'PreCondition' }, 'late'],
    [
      {
        code,
        message: 'Request streamed content should contain the previously streamed content',
      },
      'not-contained',
    ],
    [{ code: 'BadArgument', message: 'Streaming api is not enabled.' }, 'not-here'],
    [{ code, message: 'Content stream is not allowed' }, 'unknown'],
    [{ code }, 'unknown'],
    [{ message: 'Content stream is not allowed' }, 'unknown'],
  ])('%j: %s, and it was certainly not taken', (said, stream) => {
    for (const statusCode of [400, 403, 405, 412]) {
      expect(toCourierError({ statusCode, ...said })).toMatchObject({ stream, kind: 'unfit' });
    }
  });

  it('is not read into trouble of the server', () => {
    const said = { code, message: 'Content stream: a task was canceled' };
    for (const statusCode of [500, 502, 503, undefined]) {
      expect(toCourierError({ ...(statusCode && { statusCode }), ...said }).stream).toBe(undefined);
    }
  });

  it.each([
    [403, { code: 'Forbidden', message: 'The request was canceled' }],
    [400, { code: 'BadArgument', message: 'Activity was cancelled' }],
    [403, { code: 'BotDisabledByAdmin' }],
  ])('is nothing if it doesn’t speak of a stream: %i %j', (statusCode, said) => {
    expect(toCourierError({ statusCode, ...said }).stream).toBe(undefined);
  });

  it('that it’s too large stays that', () => {
    const error = toCourierError({ statusCode: 403, code, message: 'Message size too large' });
    expect(error.kind).toBe('too-large');
  });
});

describe('the table in docs/design.md', () => {
  const rows = readFileSync(join(root, 'docs/design.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it.each([...new Set(streamRefusals.map(({ kind }) => kind))])('says the same of %s', (kind) => {
    const [, , said = ''] = rows.find(([, first]) => first === `\`${kind}\``) ?? [];
    const names = streamRefusals.filter((each) => each.kind === kind).map((each) => each.names);
    const written = said.split(';').map((part) => [...part.matchAll(/`([^`]+)`/g)]);
    expect(written.map((part) => part.map(([, name]) => name))).toEqual(names);
  });
});
