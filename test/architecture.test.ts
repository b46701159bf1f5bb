import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = globSync('{functions,src,local}/**/*.ts', { cwd: root });

interface Import {
  from: string;
  /** A path from the root for our own files, else the package's name. */
  to: string;
  isPackage: boolean;
  typeOnly: boolean;
}

const imports = sources.flatMap((from): Import[] => {
  const text = readFileSync(join(root, from), 'utf8');
  const found = text.matchAll(
    /(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\s*\(?'([^']+)'/g,
  );
  return [...found].map(([, type, named, alone]) => {
    const target = named ?? alone ?? '';
    const isPackage = !/^(?:\.|node:)/.test(target);
    const to = target.startsWith('.') ? relative(root, join(root, dirname(from), target)) : target;
    return { from, to, isPackage, typeOnly: type !== undefined };
  });
});

const folderOf = (path: string) => /^(?:src\/)?[^/]+/.exec(path)?.[0] ?? path;

/** What the files directly in `src` may be used for by all: they know nothing of the rest. */
const common = [
  'src/clock.ts',
  'src/errors.ts',
  'src/log.ts',
  'src/loopback.ts',
  'src/maskSecrets.ts',
  'src/retry.ts',
  'src/timeLimit.ts',
  'src/version.ts',
];

const allowed: Record<string, string[]> = {
  'src/questions': [...common, 'src/genie/errors.ts'],
  'src/genie': [...common, 'src/answers', 'src/questions/ports.ts'],
  'src/sessions': [...common, 'src/questions'],
  'src/exports': [...common, 'src/answers', 'src/questions'],
  'src/secrets': [...common, 'src/genie'],
  'src/answers': [],
  'src/cards': ['src/answers'],
  'src/charts': ['src/answers'],
};

/** What of npm each folder may use, be it for its types alone; Node's own modules are for all. */
const packages: Record<string, string[]> = {
  functions: ['@azure/functions'],
  src: ['@azure/functions', 'p-retry'],
  'src/answers': [],
  'src/bot': ['@azure/functions', 'botbuilder', 'botframework-connector', 'zod'],
  'src/cards': ['marked', 'zod'],
  'src/charts': ['echarts'],
  'src/exports': ['@azure/functions', 'write-excel-file'],
  'src/genie': ['csv-parse', 'zod'],
  'src/questions': [],
  'src/secrets': ['@azure/identity', '@azure/keyvault-secrets', 'zod'],
  'src/sessions': ['@azure/data-tables', '@azure/identity', '@azure/storage-queue', 'zod'],
};

/** Files directly in `src` count as one folder. */
const ownerOf = (path: string) => folderOf(path).replace(/\/[^/]+\.ts$/, '');
const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;

describe('the imports', () => {
  it.each(Object.keys(allowed))('of %s point one way', (folder) => {
    const permitted = [folder, ...(allowed[folder] ?? [])];
    const strays = imports
      .filter(
        ({ from, to, typeOnly }) =>
          from.startsWith(`${folder}/`) && to.startsWith('src/') && !typeOnly,
      )
      .filter(({ to }) => !permitted.some((path) => to === path || folderOf(to) === path));
    expect(strays).toEqual([]);
  });

  it.each(Object.keys(packages))('of %s know no packages but its own', (folder) => {
    const foreign = imports
      .filter(({ from, isPackage }) => isPackage && ownerOf(from) === folder)
      .filter(({ to }) => !packages[folder]?.includes(packageOf(to)));
    expect(foreign).toEqual([]);
  });

  it('leave no folder of what is deployed without rules', () => {
    const deployed = new Set(sources.filter((path) => !path.startsWith('local/')).map(ownerOf));
    expect([...deployed].sort()).toEqual(Object.keys(packages).sort());
  });

  it('of types may cross folders, but never lead into the bot, the app or the functions', () => {
    const inner = Object.keys(allowed);
    const strays = imports.filter(
      ({ from, to }) =>
        inner.includes(folderOf(from)) && /^(src\/(bot|app|config)\b|functions|local)/.test(to),
    );
    expect(strays).toEqual([]);
  });

  it('know the Bot Framework only in src/bot', () => {
    const users = imports.filter(({ to }) => /^(botbuilder|botframework-)/.test(to));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ from }) => !from.startsWith('src/bot/'))).toEqual([]);
  });

  it('let only the settings and what runs on a laptop read the environment', () => {
    const readers = sources.filter((path) =>
      readFileSync(join(root, path), 'utf8').includes('process.env'),
    );
    expect(
      readers.filter((path) => path !== 'src/config.ts' && !path.startsWith('local/')),
    ).toEqual([]);
  });

  it('load the library that draws only where there is something to draw', () => {
    const eager = sources.filter(
      (path) =>
        !/^(?:src\/charts|local)\//.test(path) &&
        /from '(?:echarts[^']*|[^']*\/charts\/[^']*)'/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(eager).toEqual([]);
  });

  it('never lead from what is deployed to what is not', () => {
    const strays = imports.filter(
      ({ from, to }) => !from.startsWith('local/') && to.startsWith('local/'),
    );
    expect(strays).toEqual([]);
  });
});
