import { describe, expect, it } from 'vitest';
import { toGenieError } from '../../../src/genie/http/toGenieError.ts';

const now = Date.UTC(2026, 10, 21, 9, 0, 0);

function errorFor(
  status: number,
  body: unknown = '',
  options: { headers?: Record<string, string>; about?: 'space' | 'conversation' } = {},
) {
  return toGenieError({
    status,
    headers: new Headers(options.headers),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    about: options.about ?? 'space',
    privateTexts: ['dapi0123456789abcdef', 'Who earns the most?'],
    now,
  });
}

const noSpace =
  'Unable to get space [01f0]. Caused by Node with resource name Some(datarooms/01f0) does not exist.';

describe('a status and a code', () => {
  it.each([
    [400, { error_code: 'INVALID_PARAMETER_VALUE' }, 'bad-request', 'no'],
    [
      401,
      { error_code: 401, message: 'Credential was not sent or was of an unsupported type' },
      'genie-unauthorized',
      'no',
    ],
    [401, '', 'genie-unauthorized', 'no'],
    [403, { message: 'Invalid access token. [ReqId: 0a-1b]' }, 'genie-unauthorized', 'no'],
    [
      403,
      { error_code: 403, message: 'Provided OAuth token does not have required scopes: genie' },
      'genie-forbidden',
      'no',
    ],
    [
      403,
      {
        error_code: '403',
        message: 'Source IP address: 203.0.113.7 is blocked by Databricks IP ACL',
      },
      'genie-forbidden',
      'no',
    ],
    [
      403,
      { error_code: 'PERMISSION_DENIED', message: 'User does not have read permission for node' },
      'genie-forbidden',
      'no',
    ],
    [404, { error_code: 'RESOURCE_DOES_NOT_EXIST', message: noSpace }, 'genie-not-found', 'no'],
    [408, '', 'genie-timeout', 'maybe'],
    [409, { error_code: 'RESOURCE_CONFLICT' }, 'genie-unavailable', 'no'],
    [429, { error_code: 'RESOURCE_EXHAUSTED' }, 'genie-throttled', 'no'],
    [499, { error_code: 'CANCELLED' }, 'genie-cancelled', 'maybe'],
    [500, { error_code: 'INTERNAL_ERROR', message: '' }, 'genie-unavailable', 'maybe'],
    [501, { error_code: 'NOT_IMPLEMENTED' }, 'genie-unavailable', 'maybe'],
    [503, 'No webapps are available to handle your request', 'genie-unavailable', 'maybe'],
    [504, { error_code: 'DEADLINE_EXCEEDED' }, 'genie-unavailable', 'maybe'],
  ])('%i %j means %s, acted on: %s', (status, body, code, acted) => {
    expect(errorFor(status, body)).toMatchObject({ code, details: { status, acted } });
  });

  it.each([
    ['an unknown conversation', { error_code: 'NOT_FOUND' }, 'conversation-gone'],
    ['nothing said', '', 'conversation-gone'],
    [
      'an unshared space',
      { error_code: 'RESOURCE_DOES_NOT_EXIST', message: noSpace },
      'genie-not-found',
    ],
    ['a route that does not exist', { error_code: 'ENDPOINT_NOT_FOUND' }, 'genie-not-found'],
    ['a feature that is off', { error_code: 'FEATURE_DISABLED' }, 'genie-not-found'],
  ])('a 404 on a conversation is distinguished by its body: %s', (_what, body, code) => {
    expect(errorFor(404, body, { about: 'conversation' }).code).toBe(code);
  });
});

describe('a response with an error', () => {
  it.each([
    ['the usual JSON', { error_code: 'ABORTED', message: 'why' }, 'ABORTED', 'why'],
    ['a numeric code', { error_code: 403, message: 'why' }, '403', 'why'],
    ['API 1.2', { error: 'why' }, undefined, 'why'],
    ['SCIM', { detail: 'why', status: '400', scimType: 'invalidValue' }, 'invalidValue', 'why'],
    ['a code and a text', 'BAD_REQUEST: why', 'BAD_REQUEST', 'why'],
    ['HTML with <pre>', '<html><title>no</title><pre>\n why\n</pre></html>', undefined, 'why'],
    ['HTML with <title>', '<html><head><title>why</title></head><p>no</p>', undefined, 'why'],
    ['other HTML', '<p>why</p>', undefined, 'why'],
    ['plain text', 'why', undefined, 'why'],
    ['an unknown dialect', { fault: 'why' }, undefined, ''],
    ['JSON of no use', '[1]', undefined, '[1]'],
    ['fields of other types', { error_code: {}, message: 4, details: 'no' }, undefined, ''],
  ])('has its code and text read from %s', (_shape, body, errorCode, said) => {
    const error = errorFor(400, body);
    expect(error.details.errorCode).toBe(errorCode);
    const head = errorCode ? `Genie answered 400 ${errorCode}` : 'Genie answered 400';
    expect(error.message).toBe(said ? `${head}: ${said}` : head);
  });

  it.each([
    [
      'RequestInfo',
      { details: [{ '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: 'r-1' }] },
      {},
    ],
    ['the end of the text', { message: 'no [ReqId: r-1]' }, {}],
    ['the header', '', { 'x-request-id': 'r-1' }],
  ])('identifies the request by %s', (_where, body, headers) => {
    expect(errorFor(500, body, { headers }).details.requestId).toBe('r-1');
  });

  it.each([
    ['seconds', { 'retry-after': '12' }, '', 12_000],
    ['a date', { 'retry-after': 'Sat, 21 Nov 2026 09:00:30 GMT' }, '', 30_000],
    ['a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 08:00:00 GMT' }, '', 0],
    ['nonsense', { 'retry-after': 'soon' }, '', undefined],
    ['a negative number', { 'retry-after': '-3' }, '', undefined],
    ['nothing', {}, '', undefined],
    [
      'RetryInfo',
      {},
      { details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retry_delay: '2.5s' }] },
      2_500,
    ],
  ])('says how long to wait by %s', (_how, headers, body, expected) => {
    expect(
      errorFor(429, body, { headers: headers as Record<string, string> }).details.retryAfterMs,
    ).toBe(expected);
  });
});

describe('an error message', () => {
  it('masks tokens and the question', () => {
    const said =
      'bad: dapi0123456789abcdef Bearer abc.def eyJhbGciOi.eyJzdWIi.c2ln dapi99999999999-2 on "Who earns the most?"';
    expect(errorFor(400, { message: said }).message).toBe(
      'Genie answered 400: bad: […] […] […] […] on "[…]"',
    );
  });

  it('is cut if it’s long', () => {
    const { message } = errorFor(400, { message: 'x '.repeat(5000) });
    expect(message.length).toBeLessThan(350);
    expect(message).toMatch(/…$/);
  });
});

describe('a redirect', () => {
  it('to the Private Link page has its own message', () => {
    const location = 'https://w.example/login.html?error=private-link-validation-error:123';
    const error = errorFor(302, '', { headers: { location } });
    expect(error).toMatchObject({ code: 'genie-forbidden', details: { acted: 'no' } });
    expect(error.message).toContain('Private Link');
  });

  it.each([
    ['https://login.example/oidc/authorize?nonce=geheim', '/oidc/authorize'],
    ['/login.html?x=geheim', '/login.html'],
    ['', '/'],
    [undefined, 'nowhere'],
    ['http://[', 'nowhere'],
  ])('to %o is named by its path alone', (location, shown) => {
    const error = errorFor(303, '', { headers: location === undefined ? {} : { location } });
    expect(error).toMatchObject({ code: 'genie-bad-response', details: { acted: 'maybe' } });
    expect(error.message).toContain(`a redirect to ${shown}:`);
    expect(error.message).not.toContain('geheim');
  });
});
