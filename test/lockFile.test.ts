import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  integrity?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
);

/** 64 bytes in Base64. */
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the lock file', () => {
  // A registry that lacks another platform's package lets npm write a lock file that npm ci then refuses.
  it('names the packages of every platform', () => {
    const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  // Also those of other platforms: they are programs that run on other people's machines.
  it('has the checksum of every package', () => {
    const without = packages.filter(([, { integrity = '' }]) => !sha512.test(integrity));
    expect(without.map(([path]) => path)).toEqual([]);
  });

  // An entry without an address comes from the registry that npm is set to, and the checksum holds there, too.
  it('names no registry but the public one', () => {
    const elsewhere = packages.filter(
      ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });
});
