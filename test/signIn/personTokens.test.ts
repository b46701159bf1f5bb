import { beforeEach, describe, expect, it } from 'vitest';
import { unsignedToken } from '../../local/signIn/unsignedToken.ts';
import { AppError } from '../../src/common/errors.ts';
import { createLog } from '../../src/common/log.ts';
import { GenieError } from '../../src/genie/errors.ts';
import type { Place } from '../../src/questions/place.ts';
import { noteSignedIn } from '../../src/questions/signIns/noteSignedIn.ts';
import { createPersonTokens, type PersonTokensOptions } from '../../src/signIn/personTokens.ts';
import { readPerson } from '../../src/signIn/readPerson.ts';
import { signOut } from '../../src/signIn/signOut.ts';
import { aPlace } from '../support/aPlace.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { createMemoryTokenService } from '../support/memoryTokenService.ts';
import { openMemoryStorage } from '../support/openMemoryStorage.ts';
import { ada, grace } from '../support/tokenServiceDouble.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Long enough that an instance looks again whether someone has signed out. */
const laterMs = 5_001;

const personal = { id: 'a:ada', conversationType: 'personal' };
const inTeams = aPlace({
  channelId: 'msteams',
  conversation: personal,
  user: { id: '29:ada', aadObjectId: ada.oid },
});
const inPage = aPlace({ user: { id: 'dl_ada' } });
/** Another page, which says that its visitor is Ada. */
const claimed = aPlace({ user: { id: 'dl_ada' }, conversation: { id: 'another' } });

let clock: ReturnType<typeof createFakeClock>;
let storage: ReturnType<typeof openMemoryStorage>;
let service: ReturnType<typeof createMemoryTokenService>;

beforeEach(() => {
  clock = createFakeClock();
  storage = openMemoryStorage(clock);
  service = createMemoryTokenService(clock);
});

const anInstance = (options: Partial<PersonTokensOptions> = {}) =>
  createPersonTokens({
    service,
    signIns: storage.signIns,
    clock,
    log: createLog('error', () => {}),
    ...options,
  });

/** Signs someone in at a place, as the bot hears of it. Returns the token. */
async function signIn(place: Place, person: Partial<typeof ada>, key: string, lifeMs?: number) {
  const token = service.put(place, person, lifeMs);
  await noteSignedIn(place, { key }, { ...storage, clock });
  return token;
}

/** As whom a token of this person counts. */
const keyOf = (person: typeof ada) =>
  readPerson(unsignedToken(person, { issuedAt: 0, expiresAt: 0 }), inPage).key;

const end = (place: Place) => signOut(place, { service, signIns: storage.signIns, clock });
const reads = () => service.calls.filter((call) => call.startsWith('getToken')).length;

describe('a token that is kept', () => {
  it('is read once, until shortly before it expires', async () => {
    const tokens = anInstance();
    const first = service.put(inTeams, ada);
    await clock.advance(hourMs - 41_000);
    expect((await tokens.get(inTeams)).bearer).toBe(first);
    await clock.advance(1_000);
    expect((await tokens.get(inTeams)).bearer).toBe(first);
    expect(reads()).toBe(1);
    const next = service.put(inTeams, ada);
    await clock.advance(1);
    expect((await tokens.get(inTeams)).bearer).toBe(next);
    expect(reads()).toBe(2);
  });

  it('is read once for all who come at the same time', async () => {
    const tokens = anInstance();
    const token = service.put(inTeams, ada);
    const got = await Promise.all(Array.from({ length: 20 }, () => tokens.get(inTeams)));
    expect(new Set(got.map(({ bearer }) => bearer))).toEqual(new Set([token]));
    expect(reads()).toBe(1);
  });

  it('is another one for each person and channel', async () => {
    const tokens = anInstance();
    const graces = aPlace({
      channelId: 'msteams',
      user: { id: '29:grace', aadObjectId: grace.oid },
    });
    const bearers = [service.put(inTeams, ada), service.put(graces, grace)];
    const got = await Promise.all([tokens.get(inTeams), tokens.get(graces)]);
    expect(got.map(({ bearer }) => bearer)).toEqual(bearers);
    const elsewhere = { ...inTeams, channelId: 'directline' };
    await expect(tokens.get(elsewhere)).rejects.toMatchObject({ code: 'sign-in-required' });
  });

  it('lasts as long as the caller says, or a newer one is read', async () => {
    const tokens = anInstance();
    service.put(inTeams, ada, 11 * minuteMs);
    await tokens.get(inTeams);
    await expect(tokens.get(inTeams, 12 * minuteMs)).rejects.toMatchObject({
      code: 'sign-in-required',
      detail: 'has-token',
    });
    const longer = service.put(inTeams, ada);
    expect((await tokens.get(inTeams, 12 * minuteMs)).bearer).toBe(longer);
  });

  it('that doesn’t say when it ends counts for twenty minutes', async () => {
    const tokens = anInstance();
    service.putToken(inPage, { token: 'opaque', expiresAt: undefined });
    const { key } = readPerson('opaque', inPage);
    await noteSignedIn(inPage, { key }, { ...storage, clock });
    expect((await tokens.get(inPage, 12 * minuteMs)).bearer).toBe('opaque');
    await clock.advance(19 * minuteMs);
    await tokens.get(inPage);
    expect(reads()).toBe(1);
    await clock.advance(minuteMs);
    await tokens.get(inPage);
    expect(reads()).toBe(2);
  });

  it('isn’t used after Databricks refused it, and another one that came meanwhile is', async () => {
    const tokens = anInstance();
    const refused = service.put(inTeams, ada);
    await tokens.get(inTeams);
    const fresh = service.put(inTeams, ada);
    tokens.drop(inTeams, refused);
    expect((await tokens.get(inTeams)).bearer).toBe(fresh);
    // A slow call, which hears only now that the old one was refused.
    tokens.drop(inTeams, refused);
    await tokens.get(inTeams);
    expect(reads()).toBe(2);
  });

  it('is kept for two thousand people at most', async () => {
    const tokens = anInstance();
    const person = (index: number) =>
      aPlace({ channelId: 'msteams', user: { id: `29:${index}`, aadObjectId: ada.oid } });
    for (let index = 0; index < 2_001; index += 1) {
      service.put(person(index), ada);
      await tokens.get(person(index));
    }
    await tokens.get(person(2_000));
    await tokens.get(person(1));
    expect(reads()).toBe(2_001);
    await tokens.get(person(0));
    expect(reads()).toBe(2_002);
  });
});

describe('trouble', () => {
  it.each([
    ['the token service', new AppError('sign-in-unavailable', 'away')],
    ['the exchange', new GenieError('genie-unavailable', 'away', { acted: 'no' })],
    ['a refusal', new GenieError('sign-in-refused', 'unknown', { acted: 'no' })],
  ])('of %s isn’t remembered', async (_whose, trouble) => {
    let isAway = true;
    const tokens = anInstance({
      exchange: async (token) => {
        if (isAway) throw trouble;
        return { token: `for ${token}`, expiresAt: undefined };
      },
    });
    const token = service.put(inTeams, ada);
    await expect(tokens.get(inTeams)).rejects.toBe(trouble);
    isAway = false;
    expect((await tokens.get(inTeams)).bearer).toBe(`for ${token}`);
  });

  it('of the token service reaches all who wait, and none who come after', async () => {
    const tokens = anInstance();
    service.put(inTeams, ada);
    service.before.push(async () => {
      throw new AppError('sign-in-unavailable', 'away');
    });
    const got = await Promise.allSettled([tokens.get(inTeams), tokens.get(inTeams)]);
    expect(got.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await tokens.get(inTeams);
    expect(reads()).toBe(2);
  });

  it('is no token: who signs in a moment later has one', async () => {
    const tokens = anInstance();
    await expect(tokens.get(inTeams)).rejects.toMatchObject({ code: 'sign-in-required' });
    service.put(inTeams, ada);
    await tokens.get(inTeams);
  });

  it('of storage is none of the person’s', async () => {
    const signIns = {
      ...storage.signIns,
      get: async () => {
        throw new AppError('storage', 'away');
      },
    };
    service.put(inTeams, ada);
    await expect(anInstance({ signIns }).get(inTeams)).rejects.toMatchObject({ code: 'storage' });
  });
});

describe('a person who signs out', () => {
  it('on one instance is signed out on the other: at once where a question begins, soon in its middle', async () => {
    const [here, there] = [anInstance(), anInstance()];
    service.put(inTeams, ada);
    for (const tokens of [here, there]) await tokens.get(inTeams);
    await end(inTeams);
    await expect(there.get(inTeams, 0)).rejects.toMatchObject({ code: 'sign-in-required' });
    await clock.advance(laterMs);
    await expect(here.get(inTeams)).rejects.toMatchObject({ code: 'sign-in-required' });
  });

  it('and in again as another person is that one everywhere', async () => {
    const [here, there] = [anInstance(), anInstance()];
    const [adaKey, graceKey] = [keyOf(ada), keyOf(grace)];
    await signIn(inPage, ada, adaKey);
    for (const tokens of [here, there]) expect((await tokens.get(inPage)).person.key).toBe(adaKey);
    await end(inPage);
    const graces = await signIn(inPage, grace, graceKey);
    for (const tokens of [here, there]) expect((await tokens.get(inPage, 0)).bearer).toBe(graces);
  });

  it.each(['before the service forgets it', 'while the service forgets it'])(
    'keeps no instance from forgetting the token that it reads %s',
    async (when) => {
      const tokens = anInstance();
      service.put(inTeams, ada);
      const isDuring = when.startsWith('while');
      if (isDuring) service.before.push(async () => void (await tokens.get(inTeams, 0)));
      else {
        // The reader has its row and its token, and the sign-out overtakes it.
        service.before.push(() => end(inTeams));
        await tokens.get(inTeams, 0);
      }
      if (isDuring) await end(inTeams);
      await expect(tokens.get(inTeams, 0)).rejects.toMatchObject({ code: 'sign-in-required' });
    },
  );

  it('isn’t taken back by a slow look at an older row', async () => {
    service.put(inTeams, ada);
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isSlow = true;
    const signIns = {
      ...storage.signIns,
      async get(id: string) {
        const row = await storage.signIns.get(id);
        if (isSlow) {
          isSlow = false;
          await isReleased;
        }
        return row;
      },
    };
    const tokens = anInstance({ signIns });
    const slow = tokens.get(inTeams);
    await end(inTeams);
    await expect(tokens.get(inTeams, 0)).rejects.toMatchObject({ code: 'sign-in-required' });
    release();
    await expect(slow).rejects.toMatchObject({ code: 'sign-in-required' });
    await expect(tokens.get(inTeams)).rejects.toMatchObject({ code: 'sign-in-required' });
  });
});

describe('who says in another conversation that they are someone else', () => {
  it('gets nothing', async () => {
    const tokens = anInstance();
    const bearer = await signIn(inPage, ada, keyOf(ada));
    expect((await tokens.get(inPage)).bearer).toBe(bearer);
    for (const leastLifeMs of [undefined, 0, 2 * minuteMs]) {
      await expect(tokens.get(claimed, leastLifeMs)).rejects.toMatchObject({
        code: 'sign-in-required',
        detail: 'has-token',
      });
    }
    expect((await tokens.get(inPage)).bearer).toBe(bearer);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'the sign-out didn’t reach the token service',
      async () => {
        await signIn(inPage, ada, keyOf(ada));
        service.before.push(async () => {
          throw new AppError('sign-in-unavailable', 'away');
        });
        await end(inPage).catch(() => {});
      },
    ],
  ])('gets nothing although %s', async (_what, prepare) => {
    await prepare();
    const tokens = anInstance();
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(tokens.get(claimed, 0)).rejects.toMatchObject({ code: 'sign-in-required' });
    }
  });

  it('gets nothing from the second conversation on that asks with a sign-in nobody has noted', async () => {
    const bearer = service.put(inPage, ada);
    const tokens = anInstance();
    expect((await tokens.get(inPage, 0)).bearer).toBe(bearer);
    for (const each of [tokens, anInstance()]) {
      await expect(each.get(claimed, 0)).rejects.toMatchObject({ code: 'sign-in-required' });
      expect((await each.get(inPage, 0)).bearer).toBe(bearer);
    }
  });

  it('and then signs in as themselves doesn’t get the other’s token, nor the other theirs', async () => {
    const tokens = anInstance();
    const [adaKey, graceKey] = [keyOf(ada), keyOf(grace)];
    await signIn(inPage, ada, adaKey);
    await tokens.get(inPage);
    const graces = await signIn(claimed, grace, graceKey);
    expect((await tokens.get(claimed, 0)).bearer).toBe(graces);
    await expect(tokens.get(inPage, 0)).rejects.toMatchObject({ code: 'sign-in-required' });
  });

  it('can’t pass for a channel: an unknown one is trusted as little', async () => {
    const channelId = 'msteams2';
    const bearer = service.put({ ...inPage, channelId }, ada);
    expect((await anInstance().get({ ...inPage, channelId })).bearer).toBe(bearer);
    await expect(anInstance().get({ ...claimed, channelId })).rejects.toMatchObject({
      code: 'sign-in-required',
    });
  });
});

describe('in Teams another account’s token', () => {
  const anonymous = aPlace({ channelId: 'msteams', user: { id: '29:ada' } });
  it.each<[string, Place, Partial<typeof ada>]>([
    ['of a colleague', inTeams, grace],
    ['that doesn’t say whose it is', inTeams, { name: 'Ada Lovelace' }],
    ['for someone of whom Teams says no object ID', anonymous, ada],
    ['where neither says who', anonymous, {}],
  ])('%s is given back', async (_what, place, person) => {
    const tokens = anInstance();
    service.put(place, person);
    await expect(tokens.get(place)).rejects.toMatchObject({ code: 'sign-in-mismatch' });
    expect(service.calls).toEqual(['getToken 29:ada', 'signOut 29:ada']);
    await expect(tokens.get(place)).rejects.toMatchObject({ code: 'sign-in-required' });
  });

  it('is refused even if it can’t be given back', async () => {
    service.put(inTeams, grace);
    service.before.push(
      async () => {},
      async () => {
        throw new AppError('sign-in-unavailable', 'away');
      },
    );
    await expect(anInstance().get(inTeams)).rejects.toMatchObject({ code: 'sign-in-mismatch' });
  });

  it('never reaches the exchange', async () => {
    let traded = 0;
    const exchange = async (token: string) => {
      traded += 1;
      return { token, expiresAt: undefined };
    };
    service.put(inTeams, grace);
    await anInstance({ exchange })
      .get(inTeams)
      .catch(() => {});
    expect(traded).toBe(0);
  });

  it.each([(id: string) => id.toUpperCase(), (id: string) => ` ${id} `])(
    'isn’t one whose object ID is written in another way (%#)',
    async (write) => {
      const user = { id: '29:ada', aadObjectId: write(ada.oid) };
      service.put(inTeams, { ...ada, oid: write(ada.oid) });
      await anInstance().get({ ...inTeams, user });
    },
  );
});

describe('Databricks’ own token', () => {
  const trading = (lifeMs: number | undefined) => {
    const traded: string[] = [];
    const exchange = async (token: string) => {
      traded.push(token);
      const expiresAt = lifeMs === undefined ? undefined : clock.now() + lifeMs;
      return { token: `databricks-${traded.length}`, expiresAt };
    };
    return { traded, exchange };
  };

  it.each([
    ['its own', 30 * minuteMs, 30 * minuteMs],
    ['that of the one it was traded for', 2 * hourMs, hourMs],
    ['that of the one it was traded for', undefined, hourMs],
  ])('is kept until the earlier end: %s', async (_which, lifeMs, keptMs) => {
    const { traded, exchange } = trading(lifeMs);
    const tokens = anInstance({ exchange });
    service.put(inTeams, ada);
    await tokens.get(inTeams);
    await clock.advance(keptMs - 40_000);
    expect((await tokens.get(inTeams)).bearer).toBe('databricks-1');
    service.put(inTeams, ada);
    await clock.advance(1);
    expect((await tokens.get(inTeams)).bearer).toBe('databricks-2');
    expect(traded).toHaveLength(2);
  });

  it('is given to one person alone', async () => {
    const { traded, exchange } = trading(undefined);
    const tokens = anInstance({ exchange });
    const graces = aPlace({ channelId: 'msteams', user: { id: '29:g', aadObjectId: grace.oid } });
    service.put(inTeams, ada);
    service.put(graces, grace);
    expect((await tokens.get(inTeams)).bearer).toBe('databricks-1');
    expect((await tokens.get(graces)).bearer).toBe('databricks-2');
    expect(traded).toHaveLength(2);
  });

  it('isn’t asked for with a token that is about to end', async () => {
    const { traded, exchange } = trading(undefined);
    service.put(inTeams, ada, 39_000);
    await expect(anInstance({ exchange }).get(inTeams)).rejects.toMatchObject({
      code: 'sign-in-required',
      detail: 'has-token',
    });
    expect(traded).toEqual([]);
  });
});
