import { HttpRequest } from '@azure/functions';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/bot/endpoints/readJson.ts';

/** A request as Azure's worker makes it: of a body in chunks nothing is left but the headers. */
const arriving = (body: string | undefined, headers: Record<string, string>) =>
  new HttpRequest({
    method: 'POST',
    url: 'http://localhost/api/messages',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: { string: body } }),
  });

const read = (body: string | undefined, headers: Record<string, string> = {}) =>
  readJson(arriving(body, headers), 1024);

const lengthRequired = {
  refusal: {
    status: 411,
    sentence: 'The body doesn’t arrive without a Content-Length. Send one; chunks don’t work here.',
  },
};

describe('a request without a body', () => {
  it.each([
    ['in chunks', { 'transfer-encoding': 'chunked' }],
    ['in chunks within a coding', { 'transfer-encoding': 'gzip, chunked' }],
  ])('is told to send its length if the body was lost: %s', async (_, headers) => {
    expect(await read(undefined, headers as Record<string, string>)).toEqual(lengthRequired);
  });

  it.each([{ 'content-length': '0' }, {}])(
    'isn’t JSON if it never had one: %j',
    async (headers) => {
      expect(await read(undefined, headers as Record<string, string>)).toMatchObject({
        refusal: { status: 400, sentence: 'The body isn’t JSON.' },
      });
    },
  );
});

it('a body that has arrived is read, whatever the headers say of it', async () => {
  expect(await read('{"a":1}')).toEqual({ json: { a: 1 } });
  expect(await read('{"a":1}', { 'transfer-encoding': 'chunked' })).toEqual({ json: { a: 1 } });
});
