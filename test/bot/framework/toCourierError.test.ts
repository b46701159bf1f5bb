import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusals } from '../../../src/bot/framework/refusals.ts';
import { toCourierError } from '../../../src/bot/framework/toCourierError.ts';
import { root } from '../../support/readImports.ts';

describe('what the connector answers', () => {
  // The message was fine, and so is its receiver: something else was not, and that can pass.
  it.each([302, 307, 401, 402, 403, 407, 412, 421, 423, 424, 425, 429, 502, 503, 504])(
    '%i means that it can be sent again later',
    (statusCode) => {
      expect(toCourierError({ statusCode })).toMatchObject({ kind: 'later', status: statusCode });
    },
  );

  it.each([400, 405, 406, 409, 411, 415, 418, 422, 428, 431, 499, 501])(
    '%i means that it might be taken as another message',
    (statusCode) => {
      expect(toCourierError({ statusCode })).toMatchObject({ kind: 'unfit' });
    },
  );

  it.each([404, 410, 451])('%i means that nothing gets through', (statusCode) => {
    expect(toCourierError({ statusCode })).toMatchObject({ kind: 'refused' });
  });

  it.each([200, 204, 408, 500, 505, 520, 599])(
    '%i leaves it open what became of the message',
    (statusCode) => {
      expect(toCourierError({ statusCode })).toMatchObject({ kind: 'unsure' });
    },
  );

  it('413 means that it is too large', () => {
    expect(toCourierError({ statusCode: 413 })).toMatchObject({ kind: 'too-large' });
  });
});

describe('a refusal that names itself', () => {
  it.each([
    [403, { code: 'BotDisabledByAdmin' }],
    [403, { code: 'botnotinconversationroster' }],
    [403, { code: 'Forbidden', message: 'The bot is not part of the conversation roster.' }],
    [403, { message: 'The bot isn’t part of the conversation roster' }],
    [400, { code: 'BadArgument', message: 'Bot is not part of the conversation roster' }],
    [403, { code: 'ConversationBlockedByUser' }],
    [403, { message: '{\r\n  "subCode": "MessageWritesBlocked"}' }],
    [403, { details: { error: { innerHttpError: { body: { code: 'MessageWritesBlocked' } } } } }],
    [403, { code: 'ForbiddenOperationException' }],
    [403, { code: 'NotEnoughPermissions' }],
    [400, { code: 'ConversationNotFound' }],
  ])('is believed, in any spelling, at a %i: %j', (statusCode, said) => {
    expect(toCourierError({ statusCode, ...said })).toMatchObject({ kind: 'refused' });
  });

  it.each([
    [400, { code: 'MessageSizeTooBig' }],
    [403, { message: 'Message size too large' }],
  ])('can say at a %i that the message is too large: %j', (statusCode, said) => {
    expect(toCourierError({ statusCode, ...said })).toMatchObject({ kind: 'too-large' });
  });

  it.each([
    [403, { code: 'ServiceError', message: 'Unknown' }, 'later'],
    [403, { code: 'PARSE_ERROR', message: 'Unexpected token <' }, 'later'],
    [500, { code: 'BotDisabledByAdmin' }, 'unsure'],
    [408, { code: 'BotNotInConversationRoster' }, 'unsure'],
    [502, { code: 'ConversationNotFound' }, 'later'],
  ])('is not read into a %i %j', (statusCode, said, kind) => {
    expect(toCourierError({ statusCode, ...said })).toMatchObject({ kind });
  });
});

describe('the table in docs/design.md', () => {
  const design = readFileSync(join(root, 'docs/design.md'), 'utf8');
  const rows = design
    .split('\n')
    .filter((line) => /^\| `(?:refused|too-large|later|unfit|unsure)`/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it.each(refusals.map((refusal) => [refusal.kind, refusal] as const))(
    'says the same of what is %s',
    (kind, { statuses, names }) => {
      const [, , said = ''] = rows.find(([, first]) => first === `\`${kind}\``) ?? [];
      expect([...said.matchAll(/\b\d{3}\b/g)].map(([status]) => Number(status))).toEqual(statuses);
      expect([...said.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(names);
    },
  );
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
