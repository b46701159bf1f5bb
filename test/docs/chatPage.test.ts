import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedApp } from '../../local/ssoApp/sharedApp.ts';
import { readSsoAppArguments } from '../../local/ssoApp/ssoAppArguments.ts';
import { appSettingsOf, createdBy } from '../infra/snapshots.ts';
import { templateOf } from '../infra/templates.ts';
import { headingLinks } from './headingLinks.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/chat-page.md');
const shell = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text).join('\n');

describe('docs/chat-page.md', () => {
  it('names every variable that the page is deployed with', () => {
    const file = read('infra/main.bicepparam');
    const [, ofPage = ''] = /^param chatPage = \{\n(.*?)^\}/ms.exec(file) ?? [];
    const variables = [...ofPage.matchAll(/Variable\('(\w+)'/g)].map(([, name = '']) => name);
    expect(variables).toEqual(['CHAT_PAGE', 'CHAT_PAGE_CLIENT_ID']);
    for (const name of [...variables, 'CHAT_PAGE_FRAME_ANCESTORS', 'DIRECT_LINE_URL']) {
      expect(page).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'));
      expect(file).toContain(`readEnvironmentVariable('${name}'`);
    }
  });

  it('shows commands that npm run sso-app understands', () => {
    const commands = [...shell.matchAll(/npm run sso-app -- (.*)/g)].map(([, args = '']) =>
      args.replace('$host', 'func-genie-x.azurewebsites.net').split(' '),
    );
    expect(commands.length).toBeGreaterThanOrEqual(2);
    for (const args of commands) {
      expect(readSsoAppArguments(args).pageHosts).toEqual(['func-genie-x.azurewebsites.net']);
    }
  });

  it('reads only outputs that the deployment has', () => {
    const used = [...shell.matchAll(/outputs\.(\w+)\.value/g)].map(([, name]) => name);
    expect(used).toEqual(['hostName']);
    expect(templateOf('main').outputs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(used),
    );
  });

  it('tells those who make the app by hand the same as npm run sso-app makes', () => {
    const { callback, guestClaim, credential } = sharedApp.page;
    for (const words of [
      `https://<host>${callback}`,
      `\`${guestClaim}\``,
      credential.audience,
      ...sharedApp.graph.scopes.map(({ name }) => `\`${name}\``),
    ]) {
      expect(page).toContain(words);
    }
  });

  it('calls things as the deployment does', () => {
    const [identity] = createdBy('chatPage', 'Microsoft.ManagedIdentity/userAssignedIdentities');
    expect(page).toContain(`--name ${identity?.name} `);
    expect(page).toContain(`\`${appSettingsOf('chatPage')['DIRECT_LINE_SECRET_NAME']}\``);
    const alerts = createdBy('chatPage', 'Microsoft.Insights/scheduledQueryRules');
    const ofPage = alerts.map(({ name }) => name).filter((name) => name.endsWith('-page'));
    expect(ofPage).toHaveLength(2);
    for (const name of ofPage) expect(page).toContain(`\`${name}\``);
  });

  it.each(['401', '403', '404', '429', '503'])('has a cure for status %s', (status) => {
    expect(page).toMatch(new RegExp(`^\\| ${status}`, 'm'));
  });

  it('leads only to places that are there', () => {
    const { count, broken } = headingLinks(page);
    expect(count).toBeGreaterThan(15);
    expect(broken).toEqual([]);
  });

  it.each(['README.md', 'docs/deploy.md', 'docs/from-the-seed-bot.md', 'docs/operations.md'])(
    'is found from %s',
    (path) => {
      expect(read(path)).toMatch(/\]\((?:docs\/)?chat-page\.md[)#]/);
    },
  );
});
