import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/signIn/readClaims.ts';

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const aToken = (claims: unknown) => `${encode({ alg: 'RS256' })}.${encode(claims)}.signature`;

describe('the claims of a token', () => {
  it('are whose it is and how long it is good for', () => {
    const claims = {
      aud: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d',
      oid: '00000000-0000-4000-8000-00000000ADA0',
      tid: '00000000-0000-4000-8000-0000000000FF',
      upn: 'ada@example.com',
      name: 'Ada Lovelace',
      iat: 1_795_000_000,
      exp: 1_795_003_600,
    };
    expect(readClaims(aToken(claims))).toEqual({
      oid: '00000000-0000-4000-8000-00000000ada0',
      tid: '00000000-0000-4000-8000-0000000000ff',
      upn: 'ada@example.com',
      name: 'Ada Lovelace',
      issuedAt: 1_795_000_000_000,
      expiresAt: 1_795_003_600_000,
    });
  });

  it('read letters outside of ASCII as they are', () => {
    expect(readClaims(aToken({ name: 'Zoë 李 👩‍🔬' })).name).toBe('Zoë 李 👩‍🔬');
  });

  it.each([
    [{ upn: 'a@b.c', preferred_username: 'd@e.f' }, 'a@b.c'],
    [{ preferred_username: 'd@e.f' }, 'd@e.f'],
    [{ upn: '', preferred_username: 'd@e.f' }, 'd@e.f'],
    [{ upn: 7, preferred_username: 'd@e.f' }, 'd@e.f'],
    [{}, undefined],
  ])('name the person by %j', (claims, upn) => {
    expect(readClaims(aToken(claims)).upn).toBe(upn);
  });

  it.each([
    { oid: 7 },
    { oid: null },
    { oid: '' },
    { oid: '  ' },
    { oid: ['a'] },
    { oid: 'x'.repeat(65) },
    { exp: '1795003600' },
    { exp: -1 },
    { exp: 0 },
    { exp: null },
    { exp: 1_795_003_600_000 },
    { name: 'x'.repeat(257) },
    { name: {} },
  ])('are without what is odd, and keep the rest: %j', (odd) => {
    const [name] = Object.keys(odd);
    const read = readClaims(aToken({ oid: 'o', exp: 1_795_003_600, name: 'n', tid: 't', ...odd }));
    expect(Object.values(read).filter((value) => value !== undefined)).toHaveLength(3);
    expect(read.tid).toBe('t');
    expect(read).toHaveProperty(name === 'exp' ? 'expiresAt' : (name ?? ''), undefined);
  });

  it.each([
    '',
    'opaque',
    'dapi0123456789abcdef',
    'a.b',
    'a.b.c',
    aToken('not JSON'),
    aToken('null'),
    aToken('[]'),
    aToken('"text"'),
    `${aToken({ oid: 'o' })}.four.five`,
    aToken({ oid: 'o', padding: 'x'.repeat(20_000) }),
  ])('are empty where there are none to read: case %#', (token) => {
    expect(Object.values(readClaims(token)).filter((value) => value !== undefined)).toEqual([]);
  });

  it('are read without a throw from any text', () => {
    fc.assert(fc.property(fc.string(), (text) => Boolean(readClaims(text))));
    fc.assert(fc.property(fc.jsonValue(), (claims) => Boolean(readClaims(aToken(claims)))));
  });
});
