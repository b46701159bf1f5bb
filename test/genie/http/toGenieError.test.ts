import { describe, expect, it } from 'vitest';
import { isMaybeConversation, isPassing } from '../../../src/genie/errors.ts';
import type { RequestSubject } from '../../../src/genie/http/nameRefusal.ts';
import { toGenieError } from '../../../src/genie/http/toGenieError.ts';

const now = Date.UTC(2026, 10, 21, 9, 0, 0);

function errorFor(
  status: number,
  body: unknown = '',
  options: { headers?: Record<string, string>; about?: RequestSubject } = {},
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
    [400, { error_code: 'INVALID_PARAMETER_VALUE' }, 'genie-declined', 'no'],
    [400, { error_code: 'MALFORMED_REQUEST' }, 'bad-request', 'no'],
    [413, '', 'genie-declined', 'no'],
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
    ['a feature that is off', { error_code: 'FEATURE_DISABLED' }, 'genie-disabled'],
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

const blockedAddress =
  'Source IP address: 203.0.113.7 is blocked by Databricks IP ACL for workspace: 1';
const statuses = [400, 401, 403, 404, 500, 502, 503];

/** Whatever status it comes with, as JSON, as a text and as a page. */
function inAnyForm(message: string, errorCode = 'BAD_REQUEST'): [number, unknown][] {
  return statuses.flatMap((status): [number, unknown][] => [
    [status, { error_code: errorCode, message }],
    [status, message],
    [status, `<html><head><title>Error ${status}</title></head><p>${message}</p></html>`],
  ]);
}

describe('a refusal that names its reason', () => {
  it.each([
    ['an IP access list', blockedAddress, 'genie-forbidden', 'address'],
    ['a network', 'Unauthorized network access to workspace: 1', 'genie-forbidden', 'address'],
    ['an address', 'Your IP address 10.0.0.1 is not allowed here', 'genie-forbidden', 'address'],
    ['Private Link', 'Use Private Link to reach this workspace', 'genie-forbidden', 'private-link'],
    [
      'a scope',
      'Provided OAuth token does not have required scopes: genie',
      'genie-forbidden',
      'scope',
    ],
    ['an inactive workspace', 'Workspace 123 is not active', 'genie-inactive', undefined],
    ['a paused workspace', 'workspace is paused', 'genie-inactive', undefined],
    [
      'a suspended workspace',
      'Workspace adb-1.2.azuredatabricks.net has been suspended. Pay, then try again.',
      'genie-inactive',
      undefined,
    ],
    ['a subscription', 'Your trial has expired', 'genie-inactive', undefined],
    ['a feature', 'Genie is disabled for this workspace', 'genie-disabled', undefined],
    ['a preview', 'This preview is not enabled', 'genie-disabled', undefined],
  ])('is about %s, whatever its status and form', (_what, message, code, detail) => {
    for (const [status, body] of inAnyForm(message)) {
      const error = errorFor(status, body, { about: 'conversation' });
      const details = { status, acted: 'no', about: 'bot' };
      expect(error, `${status} ${JSON.stringify(body)}`).toMatchObject({ code, detail, details });
      expect(isPassing(error)).toBe(false);
      expect(isMaybeConversation(error)).toBe(false);
    }
  });

  it.each(statuses)('is a sign-in page with %i', (status) => {
    const page = '<!DOCTYPE html><html><head><title>Databricks - Sign In</title></head></html>';
    const error = errorFor(status, page, { about: 'conversation' });
    expect(error).toMatchObject({ code: 'genie-sign-in', details: { acted: 'no', about: 'bot' } });
  });

  it.each([
    [400, 'FEATURE_DISABLED', 'genie-disabled'],
    [404, 'FEATURE_DISABLED', 'genie-disabled'],
    [400, 'INVALID_STATE', 'genie-inactive'],
    [400, 'UNAUTHENTICATED', 'genie-unauthorized'],
    [500, 'UNAUTHENTICATED', 'genie-unauthorized'],
    [400, 'PERMISSION_DENIED', 'genie-forbidden'],
    [500, 'PERMISSION_DENIED', 'genie-forbidden'],
    [400, 'WORKSPACE_NOT_ACTIVE', 'genie-inactive'],
  ])('has its code with %i: %s', (status, error_code, code) => {
    const error = errorFor(status, { error_code, message: 'no' });
    expect(error).toMatchObject({ code, details: { acted: 'no' } });
    expect(isPassing(error)).toBe(false);
  });

  it.each([
    [429, { message: 'Workspace 1 is paused' }],
    [502, '<html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1></html>'],
    [503, '<html><title>Log in service unavailable</title></html>'],
    [503, '<html><title>Maintenance</title><a href="/login">Sign in</a></html>'],
    [503, 'The workspace is temporarily paused'],
    [503, 'No webapps are available to handle your request'],
    [500, { error_code: 'INVALID_STATE', message: '' }],
    [400, { error_code: 'INVALID_STATE', message: 'The message is still being processed.' }],
    [409, { error_code: 'INVALID_STATE', message: 'no' }],
  ])('isn’t seen in trouble that passes: %i %j', (status, body) => {
    expect(isPassing(errorFor(status, body, { about: 'conversation' }))).toBe(true);
  });

  it('isn’t seen in rows that aren’t ready', () => {
    const body = { error_code: 'INVALID_STATE', message: 'no' };
    expect(errorFor(400, body, { about: 'rows' }).code).toBe('bad-request');
  });
});

describe('a refused follow-up', () => {
  const owner = 'User 2 does not have permission to access conversation owned by user 1';
  it.each([
    [403, { error_code: 'PERMISSION_DENIED', message: owner }, 'conversation-closed'],
    [400, { message: 'Conversation 1 has been deleted' }, 'conversation-closed'],
    [400, { message: 'Workspace object: conversation 1 was deleted' }, 'conversation-closed'],
    [
      400,
      { message: 'Conversation 1 has reached the maximum number of messages (10000)' },
      'conversation-closed',
    ],
    [400, { error_code: 'INVALID_PARAMETER_VALUE', message: 'no' }, 'genie-declined'],
    [400, { error_code: 'INVALID_STATE', message: 'no' }, 'genie-inactive'],
    [403, { error_code: 'PERMISSION_DENIED', message: 'no' }, 'genie-forbidden'],
    [404, '', 'conversation-gone'],
    [405, '', 'bad-request'],
    [410, '', 'conversation-gone'],
    [422, '', 'genie-declined'],
  ])('with %i %j may fit a new conversation', (status, body, code) => {
    const error = errorFor(status, body, { about: 'conversation' });
    expect(error.code).toBe(code);
    expect(isMaybeConversation(error)).toBe(true);
  });

  it.each([
    [400, { message: 'content must be at most 10000 characters' }, 'genie-declined'],
    [400, { message: 'The question is too long for this conversation' }, 'genie-declined'],
    [400, { message: 'Maximum content length exceeded' }, 'genie-declined'],
    [401, '', 'genie-unauthorized'],
    [403, { message: 'Invalid access token.' }, 'genie-unauthorized'],
    [403, { message: 'Unable to get space [1]. Caused by User 2 cannot' }, 'genie-forbidden'],
    [404, { message: noSpace }, 'genie-not-found'],
    [404, { error_code: 'ENDPOINT_NOT_FOUND' }, 'genie-not-found'],
    [408, '', 'genie-timeout'],
    [409, { message: 'conversation is busy' }, 'genie-unavailable'],
    [429, '', 'genie-throttled'],
    [499, '', 'genie-cancelled'],
    [500, { message: 'conversation 1 is broken' }, 'genie-unavailable'],
  ])('with %i %j would be refused anywhere, or will pass', (status, body, code) => {
    const error = errorFor(status, body, { about: 'conversation' });
    expect(error.code).toBe(code);
    expect(isMaybeConversation(error)).toBe(false);
  });
});

describe('a refusal for want of a right', () => {
  const node = '/workspace/1/datarooms/01f0';
  it.each([
    ['User not authorized.', 'workspace-access'],
    ['User is not authorized', 'workspace-access'],
    ['Unauthorized access to Org: 6280049833385130', 'workspace-access'],
    ['User ada@x.y is not a member of this workspace.', 'workspace-access'],
    ['User does not exist in workspace 12', 'workspace-access'],
    ['User is missing the entitlement Databricks SQL access', 'workspace-access'],
    [
      'This API is disabled for users without the databricks-sql-access entitlement.',
      'workspace-access',
    ],
    ['ada@x.y is not authorized to access this workspace', 'workspace-access'],
    [
      `Unable to get space [01f0]. Caused by User 1 does not have read permission for node with aclPath ${node}`,
      'space-access',
    ],
    ['ada@x.y does not have CAN RUN permission on the space', 'space-access'],
    ['You need the permission Can View/Run on 01f0', 'space-access'],
    ['You do not have access to this Genie space', 'space-access'],
    ['User does not have permission to use the Genie agent', 'space-access'],
    ['User does not have permission CAN_USE on 1a2b', 'warehouse-access'],
    ['User does not have permission to use warehouse 1a2b', 'warehouse-access'],
    ['User does not have CAN USE on SQL endpoint 1a2b', 'warehouse-access'],
    ['ada@x.y is not authorized to use or monitor this SQL Endpoint', 'warehouse-access'],
    ["User does not have SELECT on Table 'main.warehouse.space'.", 'permissions'],
    ["User does not have USE SCHEMA on Schema 'main.workspace'", 'permissions'],
  ])('says to what: %j', (message, detail) => {
    const bodies = [
      { error_code: 'PERMISSION_DENIED', message },
      { error_code: 403, message },
      message,
      `<html><head><title>Error 403</title></head><p>${message}</p></html>`,
    ];
    for (const about of ['space', 'conversation', 'rows'] as const) {
      for (const body of bodies) {
        const error = errorFor(403, body, { about });
        expect(error, JSON.stringify(body)).toMatchObject({ code: 'genie-forbidden', detail });
        expect(isPassing(error)).toBe(false);
      }
    }
    const code = 'PERMISSION_DENIED';
    for (const status of [200, 400, 500]) {
      const error = errorFor(status, { error_code: code, message });
      expect(error).toMatchObject({ code: 'genie-forbidden', detail });
    }
  });

  it('is known by its words with 400, too, unless they could quote rows', () => {
    const message = 'User does not have permission to use warehouse 1a2b';
    const error = errorFor(400, { error_code: 'BAD_REQUEST', message });
    expect(error).toMatchObject({ code: 'genie-forbidden', detail: 'warehouse-access' });
    const rows = errorFor(400, { error_code: 'BAD_REQUEST', message }, { about: 'rows' });
    expect(rows.code).toBe('bad-request');
    expect(rows.message).not.toContain('warehouse');
  });

  it('is quoted in no message about rows', () => {
    const error = errorFor(403, "Bob does not have SELECT on Table 'a'", { about: 'rows' });
    expect(error.detail).toBe('permissions');
    expect(error.message).not.toContain('Bob');
  });

  it('says nothing if it doesn’t name the thing', () => {
    for (const message of ['', 'no', 'Forbidden', 'PERMISSION_DENIED: no']) {
      expect(errorFor(403, { error_code: 'PERMISSION_DENIED', message }).detail).toBeUndefined();
    }
  });

  it.each([
    [403, 'Invalid access token for workspace 12. [ReqId: 0a-1b]'],
    [403, 'The user access token is expired for this workspace'],
    [401, 'User not authorized.'],
  ])('isn’t seen in a token that isn’t accepted: %i %j', (status, message) => {
    const error = errorFor(status, { message });
    expect(error).toMatchObject({ code: 'genie-unauthorized', detail: undefined });
  });

  it('isn’t seen in a space that isn’t found', () => {
    const body = { error_code: 'RESOURCE_DOES_NOT_EXIST', message: noSpace };
    for (const about of ['space', 'conversation'] as const) {
      const error = errorFor(404, body, { about });
      expect(error).toMatchObject({ code: 'genie-not-found', detail: undefined });
    }
  });
});

describe('a redirect', () => {
  it('to the Private Link page has its own message', () => {
    const location = 'https://w.example/login.html?error=private-link-validation-error:123';
    const error = errorFor(302, '', { headers: { location } });
    const details = { acted: 'no', about: 'bot' };
    expect(error).toMatchObject({ code: 'genie-forbidden', detail: 'private-link', details });
    expect(error.message).toContain('Private Link');
  });

  it.each([
    ['https://login.example/oidc/authorize?nonce=geheim', '/oidc/authorize', 'genie-sign-in'],
    ['/login.html?login_redirect_mode=geheim', '/login.html', 'genie-sign-in'],
    ['/login?account_id=1&next_url=geheim', '/login', 'genie-sign-in'],
    ['https://login.microsoftonline.com/t/x', '/t/x', 'genie-sign-in'],
    ['https://company.okta.com/app/sso/saml', '/app/sso/saml', 'genie-sign-in'],
    ['https://elsewhere.example/geheim-free', '/geheim-free', 'genie-redirected'],
    ['/blogin/x', '/blogin/x', 'genie-redirected'],
    ['/', '/', 'genie-redirected'],
  ])('to %o was certainly not acted on', (location, shown, code) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const error = errorFor(status, '', { headers: { location } });
      expect(error).toMatchObject({ code, details: { acted: 'no', about: 'bot' } });
      expect(error.message).toContain(`a redirect to ${shown}:`);
      expect(error.message).not.toContain('=geheim');
      expect(isPassing(error)).toBe(false);
    }
  });

  it.each([undefined, 'http://['])('to %o may be anything', (location) => {
    const error = errorFor(303, '', { headers: location === undefined ? {} : { location } });
    expect(error).toMatchObject({ code: 'genie-bad-response', details: { acted: 'maybe' } });
    expect(error.message).toContain('a redirect to nowhere:');
  });
});
