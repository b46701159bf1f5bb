import fc from 'fast-check';
import type { Mishap } from './instance.ts';

const aMishap = fc.constantFrom<Mishap>(
  'killed-before',
  'killed-after',
  'reply-lost',
  'nothing-sent',
);

/** Which of an instance's first calls meet a mishap, by their number. */
export function someMishaps(mostCalls: number, maxKeys = 4): fc.Arbitrary<Record<string, Mishap>> {
  return fc.dictionary(fc.nat(mostCalls).map(String), aMishap, { maxKeys });
}

/** As `startInstance` takes them. */
export function toMap(at: Readonly<Record<string, Mishap>>): Map<number, Mishap> {
  return new Map(Object.entries(at).map(([call, mishap]) => [Number(call), mishap]));
}
