import { describe, expect, it } from 'vitest';
import { unsignedToken } from '../../local/signIn/unsignedToken.ts';
import { readPerson } from '../../src/signIn/readPerson.ts';
import { aPlace } from '../support/aPlace.ts';
import { ada, grace } from '../support/tokenServiceDouble.ts';

const times = { issuedAt: 0, expiresAt: 3_600_000 };
const tokenOf = (person: Partial<typeof ada>) =>
  unsignedToken({ oid: '', tid: '', upn: '', name: '', ...person }, times);

const page = aPlace({ user: { id: 'dl_1' } });
const teams = (aadObjectId?: string) =>
  aPlace({ channelId: 'msteams', user: { id: '29:1', ...(aadObjectId && { aadObjectId }) } });

describe('whose a token is', () => {
  it('is the same everywhere, and tells nobody who', () => {
    const keys = [
      readPerson(tokenOf(ada), page),
      readPerson(tokenOf(ada), teams(ada.oid)),
      readPerson(tokenOf({ ...ada, oid: ada.oid.toUpperCase() }), teams(ada.oid.toUpperCase())),
      readPerson(tokenOf({ ...ada, name: 'Countess', upn: 'other@example.com' }), page),
    ].map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is another for each person, tenant and user without a name', () => {
    const keys = [
      readPerson(tokenOf(ada), page),
      readPerson(tokenOf(grace), page),
      readPerson(tokenOf({ ...ada, tid: 'dddd0000-0000-4000-8000-000000000000' }), page),
      readPerson('opaque', page),
      readPerson('opaque', aPlace({ user: { id: 'dl_2' } })),
      readPerson('opaque', aPlace({ channelId: 'directline', user: { id: 'dl_1' } })),
    ].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('isn’t the page’s say, whatever object ID it sends', () => {
    const claims = aPlace({ user: { id: 'dl_1', aadObjectId: grace.oid, name: 'Grace Hopper' } });
    expect(readPerson(tokenOf(ada), claims)).toEqual(readPerson(tokenOf(ada), page));
  });

  it.each<[Partial<typeof ada>, string | undefined]>([
    [ada, 'Ada Lovelace'],
    [{ ...ada, name: '' }, 'ada@example.com'],
    [{ ...ada, name: '  ', upn: '' }, undefined],
  ])('is named as the token says: %j', (person, name) => {
    expect(readPerson(tokenOf(person), page).name).toBe(name);
  });
});

describe('in Teams', () => {
  it.each<[string, string, string | undefined]>([
    ['another’s', tokenOf(grace), ada.oid],
    ['one without an object ID', tokenOf({ name: ada.name }), ada.oid],
    ['an opaque one', 'opaque', ada.oid],
    ['an encrypted one', 'a.b.c.d.e', ada.oid],
    ['anyone’s for a user without an object ID', tokenOf(ada), undefined],
    ['one that says as little as the user', tokenOf({}), undefined],
    ['one for a user whose object ID is blank', tokenOf({ oid: ' ' }), ' '],
  ])('refuses %s', (_whose, token, aadObjectId) => {
    expect(() => readPerson(token, teams(aadObjectId))).toThrow(
      expect.objectContaining({ code: 'sign-in-mismatch' }),
    );
  });
});
