import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedApp } from '../../local/ssoApp/sharedApp.ts';
import { readSsoAppArguments } from '../../local/ssoApp/ssoAppArguments.ts';
import { personWords } from '../../src/cards/talk/personWords.ts';
import { templateOf } from '../infra/templates.ts';
import { testReader } from '../support/testReader.ts';
import { headingLinks } from './headingLinks.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/sign-in.md');
const shell = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text).join('\n');

describe('docs/sign-in.md', () => {
  it('names every variable that the sign-in is deployed with', () => {
    const [, signIn = ''] =
      /^param signIn = \{\n(.*?)^\}/ms.exec(read('infra/main.bicepparam')) ?? [];
    const variables = [...signIn.matchAll(/Variable\('(\w+)'/g)].map(([, name = '']) => name);
    expect(variables.length).toBeGreaterThanOrEqual(6);
    for (const name of ['GENIE_IDENTITY', 'CHANNEL_ANSWERS', ...variables]) {
      expect(page).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'));
    }
  });

  it('has a cure for every code of a failed sign-in that the bot knows', () => {
    const source = read('src/cards/signIn/signInFailures.ts');
    const codes = [...source.matchAll(/^ {4}'(\w+)',$/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThanOrEqual(9);
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  it.each(['workspace-access', 'space-access', 'warehouse-access', 'permissions'])(
    'quotes what a person reads who lacks a right: %s',
    (detail) => {
      const row = page.split('\n').find((line) => line.includes(`\`${detail}\``));
      expect(row).toContain(personWords('genie-forbidden', detail, testReader().texts)?.what);
    },
  );

  it('shows commands that npm run sso-app understands', () => {
    const commands = [...shell.matchAll(/npm run sso-app -- (.*)/g)].map(([, args = '']) =>
      args.replace('<client ID>', sharedApp.databricks.resourceAppId).split(' '),
    );
    expect(commands.length).toBeGreaterThanOrEqual(4);
    for (const args of commands) expect(() => readSsoAppArguments(args)).not.toThrow();
  });

  it('reads only outputs that the deployments have', () => {
    const outputs = [
      ...templateOf('main').outputs.map(({ name }) => name),
      ...[...read('infra/sso-app/main.bicep').matchAll(/^output (\w+)/gm)].map(([, name]) => name),
    ];
    const used = [...shell.matchAll(/outputs\.(\w+)\.value/g)].map(([, name]) => name);
    expect(used).toEqual(['botAppId', 'ssoAppId']);
    expect(outputs).toEqual(expect.arrayContaining(used));
  });

  it('names the clients and the resource that the app is made for', () => {
    for (const { appId } of sharedApp.clients) expect(page).toContain(appId);
    expect(page).toContain(`${sharedApp.databricks.resourceAppId}/.default openid profile`);
  });

  it('leads only to places that are there', () => {
    const { count, broken } = headingLinks(page);
    expect(count).toBeGreaterThan(15);
    expect(broken).toEqual([]);
  });

  it.each(['README.md', 'docs/deploy.md', 'docs/design.md', 'SECURITY.md'])(
    'is found from %s',
    (path) => {
      expect(read(path)).toMatch(/\]\((?:docs\/)?sign-in\.md\)/);
    },
  );
});
