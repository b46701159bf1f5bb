import type { Person } from '../signIn/people.ts';
import type { Caller } from './caller.ts';
import { salesSpace } from './spaces.ts';

/** A made-up person whom anyone can be in the demo. */
export interface DemoPerson extends Person {
  /** What they can see, in words. */
  rights: string;
  caller: Caller;
}

/** Two people who get two answers to one question. */
export const people: readonly DemoPerson[] = [
  {
    oid: 'de300000-0000-4000-8000-0000000000a1',
    name: 'Ada Lovelace',
    upn: 'ada@demo.example',
    rights: 'all regions',
    caller: { userId: 4423871920553312 },
  },
  {
    oid: 'de300000-0000-4000-8000-0000000000e2',
    name: 'Erik Lindqvist',
    upn: 'erik@demo.example',
    rights: 'Europe only',
    caller: { userId: 4423871920553313, regions: ['Europe'], spaceIds: [salesSpace.id] },
  },
];
