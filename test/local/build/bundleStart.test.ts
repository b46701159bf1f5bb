import { beforeAll, describe, expect, test } from 'vitest';
import { readBundleStart } from '../../support/bundleStart.ts';

/** The files that a new instance loads before its first message: each megabyte costs it some 50 ms. */
let atStart: string[];
beforeAll(async () => {
  atStart = (await readBundleStart()).sources;
});

const filesOf = (name: string) => atStart.filter((path) => path.includes(`node_modules/${name}/`));

describe('the bundle', () => {
  test.each([
    '@azure/identity',
    '@azure/keyvault-secrets',
    'axios',
    'csv-parse',
    'echarts',
    'fflate',
    'fs-extra',
    'htmlparser2',
    'mime-db',
    'ws',
    'zrender',
  ])('loads %s when it is needed, if ever', (name) => {
    expect(filesOf(name)).toEqual([]);
  });

  test('loads at the start what every turn needs', () => {
    expect(filesOf('botbuilder')).not.toEqual([]);
    expect(atStart).toContain('src/questions/life/acceptQuestion.ts');
  });

  test('has one zod for all packages of the Bot Framework', () => {
    expect(atStart.filter((path) => path.endsWith('/zod/index.cjs'))).toHaveLength(1);
  });

  test('has one build of the Azure clients’ core for the Bot Framework and for storage', () => {
    const clients = filesOf('@azure/core-client').filter((path) =>
      path.endsWith('/serviceClient.js'),
    );
    expect(clients).toHaveLength(1);
  });
});
