import { beforeEach, describe, expect, it } from 'vitest';
import { unsignedToken } from '../../local/signIn/unsignedToken.ts';
import { AppError } from '../../src/common/errors.ts';
import { createLog } from '../../src/common/log.ts';
import { GenieError } from '../../src/genie/errors.ts';
import type { TokenSource } from '../../src/genie/tokenSource.ts';
import type { Place } from '../../src/questions/place.ts';
import type { Genie } from '../../src/questions/ports.ts';
import { noteSignedIn } from '../../src/questions/signIns/noteSignedIn.ts';
import { createPersonalIdentities, tokenSourceOf } from '../../src/signIn/personalIdentities.ts';
import { createPersonTokens } from '../../src/signIn/personTokens.ts';
import { readPerson } from '../../src/signIn/readPerson.ts';
import { aPlace } from '../support/aPlace.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { createMemoryTokenService } from '../support/memoryTokenService.ts';
import { openMemoryStorage } from '../support/openMemoryStorage.ts';
import { ada, grace } from '../support/tokenServiceDouble.ts';

const page = aPlace();
const claimed = aPlace({ conversation: { id: 'another' } });
const teams = aPlace({ channelId: 'msteams', user: { id: '29:ada', aadObjectId: ada.oid } });

let clock: ReturnType<typeof createFakeClock>;
let storage: ReturnType<typeof openMemoryStorage>;
let service: ReturnType<typeof createMemoryTokenService>;
/** The tokens that reached Genie, in order. */
let sent: string[];
/** What the next call of `probe` throws, or another one's. */
let troubles: unknown[];
/** Holds a call up before it gets its token. */
let beforeToken: (() => Promise<void>) | undefined;

beforeEach(() => {
  clock = createFakeClock();
  storage = openMemoryStorage(clock);
  service = createMemoryTokenService(clock);
  sent = [];
  troubles = [];
  beforeToken = undefined;
});

/** Genie, which remembers the titles that it read first. */
function createGenie(tokens: TokenSource): Genie {
  let spaces: ReturnType<Genie['listSpaces']> | undefined;
  const send = async () => {
    const act = beforeToken;
    beforeToken = undefined;
    await act?.();
    const bearer = await tokens.getToken(new AbortController().signal);
    sent.push(bearer);
    const trouble = troubles.shift();
    if (trouble) throw trouble;
    return bearer;
  };
  return {
    listSpaces() {
      spaces ??= send().then((bearer) => [{ id: bearer, title: `What ${bearer} sees` }]);
      spaces.catch(() => {
        spaces = undefined;
      });
      return spaces;
    },
    async probe() {
      await send();
    },
    explainFailure: () => ({ kind: 'explained', texts: [], suggestions: [] }),
  } as Partial<Genie> as Genie;
}

function anInstance() {
  const log = createLog('error', () => {});
  const { signIns } = storage;
  const tokens = createPersonTokens({ service, signIns, clock, log });
  const identities = createPersonalIdentities({
    tokens,
    service,
    signIns,
    createGenie,
    clock,
    log,
  });
  return { tokens, identities };
}

async function signIn(place: Place, person: typeof ada): Promise<string> {
  const token = service.put(place, person);
  const { key } = readPerson(unsignedToken(person, { issuedAt: 0, expiresAt: 0 }), place);
  await noteSignedIn(place, { key }, { ...storage, clock });
  // A Genie that is bound now is bound after the sign-in.
  await clock.advance(1);
  return token;
}

const titlesIn = async (genie: Genie) => (await genie.listSpaces()).map(({ id }) => id);

describe('two people after one another in one conversation of Web Chat', () => {
  it('each see their own, and the first still theirs when they come back', async () => {
    const { identities } = anInstance();
    const adas = await signIn(page, ada);
    expect(await titlesIn(identities.genieOf(page))).toEqual([adas]);
    const graces = await signIn(page, grace);
    expect(await titlesIn(identities.genieOf(page))).toEqual([graces]);
    await signIn(page, ada);
    expect(await titlesIn(identities.genieOf(page))).toEqual([adas]);
    expect(await identities.identify(page)).not.toBe(readPerson(graces, page).key);
  });

  it('don’t fill each other’s memory if one signs in while the other’s call is on its way', async () => {
    const { identities } = anInstance();
    await signIn(page, ada);
    const mine = identities.genieOf(page);
    let graces = '';
    beforeToken = async () => {
      graces = await signIn(page, grace);
      // Something of the other's makes this instance look again.
      await identities.identify(page, 0);
    };
    await expect(mine.listSpaces()).rejects.toMatchObject({ code: 'sign-in-required' });
    expect(sent).toEqual([]);
    expect(await titlesIn(identities.genieOf(page))).toEqual([graces]);
    const adas = await signIn(page, ada);
    expect(await titlesIn(identities.genieOf(page))).toEqual([adas]);
  });
});

describe('Genie of a place', () => {
  it('refuses who says that they are someone else, and remembers nothing for them', async () => {
    const { identities } = anInstance();
    await signIn(page, ada);
    await titlesIn(identities.genieOf(page));
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(identities.genieOf(claimed).listSpaces()).rejects.toMatchObject({
        code: 'sign-in-required',
      });
    }
    expect(sent).toHaveLength(1);
  });

  it('looks up at each thing that its person wants whether they have signed out', async () => {
    const [here, there] = [anInstance(), anInstance()];
    service.put(teams, ada);
    await titlesIn(here.identities.genieOf(teams));
    await clock.advance(1);
    await there.identities.reject(teams);
    await expect(here.identities.genieOf(teams).listSpaces()).rejects.toMatchObject({
      code: 'sign-in-required',
    });
    expect(service.calls).toContain('signOut 29:ada');
  });

  it('explains a failure without anybody’s rights', () => {
    const { identities } = anInstance();
    const message = {} as Parameters<Genie['explainFailure']>[0];
    expect(identities.genieOf(teams).explainFailure(message).kind).toBe('explained');
    expect(service.calls).toEqual([]);
  });

  it('isn’t kept for people without end', async () => {
    const { identities } = anInstance();
    for (let index = 0; index < 501; index += 1) {
      const user = { id: `29:${index}`, aadObjectId: ada.oid };
      service.put({ ...teams, user }, ada);
      await titlesIn(identities.genieOf({ ...teams, user }));
    }
    const visit = (id: string) =>
      titlesIn(identities.genieOf({ ...teams, user: { id, aadObjectId: ada.oid } }));
    await visit('29:500');
    await visit('29:1');
    expect(sent).toHaveLength(501);
    await visit('29:0');
    expect(sent).toHaveLength(502);
  });
});

describe('whether Genie is down', () => {
  const outage = new GenieError('genie-unavailable', 'away', { acted: 'no' });

  it('is asked with the person’s rights where there are some', async () => {
    const { identities } = anInstance();
    const token = service.put(teams, ada);
    await identities.genieOf(teams).probe(undefined);
    expect(sent).toEqual([token]);
  });

  it.each<[string, () => void]>([
    ['who has not signed in', () => {}],
    ['whose token is another’s', () => void service.put(teams, grace)],
    [
      'whose token can’t be had',
      () =>
        void service.before.push(async () => {
          throw new AppError('sign-in-unavailable', 'away');
        }),
    ],
  ])('is asked without rights for a person %s', async (_who, prepare) => {
    const { identities } = anInstance();
    prepare();
    await identities.genieOf(teams).probe(undefined);
    expect(sent).toEqual(['none']);
  });

  it.each<[string, unknown]>([
    ['a lost sign-in', new AppError('sign-in-required', 'none')],
    ['an away token service', new AppError('sign-in-unavailable', 'away')],
    ['a refused exchange', new GenieError('sign-in-refused', 'unknown', { acted: 'no' })],
  ])('isn’t said by %s on the way', async (_what, trouble) => {
    const { identities } = anInstance();
    const token = service.put(teams, ada);
    troubles.push(trouble);
    await identities.genieOf(teams).probe(undefined);
    expect(sent).toEqual([token, 'none']);
  });

  it('is said by Genie alone', async () => {
    const { identities } = anInstance();
    service.put(teams, ada);
    troubles.push(outage);
    await expect(identities.genieOf(teams).probe(undefined)).rejects.toBe(outage);
    troubles.push(new AppError('sign-in-required', 'none'), outage);
    await expect(identities.genieOf(teams).probe(undefined)).rejects.toBe(outage);
  });
});

describe('the tokens of a place', () => {
  it('end with their caller’s patience', async () => {
    const { tokens } = anInstance();
    service.put(teams, ada);
    service.before.push(() => new Promise(() => {}));
    const patience = new AbortController();
    const work = tokenSourceOf(teams, tokens).getToken(patience.signal);
    patience.abort(new Error('too late'));
    await expect(work).rejects.toThrow('too late');
  });

  it('come from the service after a refusal', async () => {
    const { tokens } = anInstance();
    const source = tokenSourceOf(teams, tokens);
    const { signal } = new AbortController();
    service.put(teams, ada);
    source.invalidate(await source.getToken(signal));
    const fresh = service.put(teams, ada);
    expect(await source.getToken(signal)).toBe(fresh);
  });
});

it('a rejection that the token service doesn’t take is no trouble of the question’s', async () => {
  const { identities } = anInstance();
  service.before.push(async () => {
    throw new AppError('sign-in-unavailable', 'away');
  });
  await identities.reject(teams);
});
