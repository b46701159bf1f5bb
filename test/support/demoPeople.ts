import { type DemoPerson, people } from '../../local/demo/people.ts';
import { createPersonTokens, type PersonTokens } from '../../local/demo/personTokens.ts';

const tenant = 'c0ffee00-0000-4000-8000-000000000000';

const [adaInDemo, erikInDemo] = people as [DemoPerson, DemoPerson];

/** Sees everything. */
export const ada = { ...adaInDemo, tid: tenant };
/** Sees Europe alone. */
export const erik = { ...erikInDemo, tid: tenant };
/** Sees Asia Pacific alone. */
export const grace: typeof ada = {
  oid: 'de300000-0000-4000-8000-0000000000c3',
  name: 'Grace Hopper',
  upn: 'grace@demo.example',
  rights: 'Asia Pacific only',
  caller: { ...erikInDemo.caller, userId: 4423871920553314, regions: ['Asia Pacific'] },
  tid: tenant,
};

/** The tokens of these three, which the demo workspace reads. */
export interface DemoPeople {
  tokenFor: PersonTokens['issue'];
  readPersonToken: PersonTokens['read'];
  /** Whose token an `Authorization` header has: their name, or else the header itself. */
  nameOf(authorization: string | undefined): string;
  /** Every token so far. */
  issued(): string[];
}

export function createDemoPeople(now: () => number = Date.now): DemoPeople {
  const made = createPersonTokens(now);
  const names = new Map<string, string>();
  const ends = new Map<string, number>();
  return {
    tokenFor(person, times) {
      const token = made.issue(person, times);
      names.set(token, person.name);
      ends.set(token, times.expiresAt);
      return token;
    },
    readPersonToken(token) {
      const isGraces = names.get(token) === grace.name && (ends.get(token) ?? 0) > now();
      return isGraces ? grace.caller : made.read(token);
    },
    nameOf(authorization = '') {
      return names.get(authorization.replace(/^Bearer /, '')) ?? authorization;
    },
    issued: () => [...names.keys()],
  };
}
