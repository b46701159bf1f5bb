import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const bot = '00000000-0000-0000-0000-00000000000d';

describe('the command npm run sso-app', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'az-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** Runs it with a program called `az` on the path that does this by its arguments. */
  function run(cases: string, ...args: string[]) {
    writeFileSync(join(dir, 'az'), `#!/bin/sh\ncase "$*" in\n${cases}\nesac\n`);
    chmodSync(join(dir, 'az'), 0o755);
    const command = join(root, 'local', 'ssoApp', 'ssoApp.ts');
    const env = { PATH: `${dir}:/usr/bin:/bin` };
    return spawnSync(process.execPath, [command, ...args], { env, encoding: 'utf8' });
  }

  const account = `account*) echo '{"tenantId": "01234567-89ab-cdef-fedc-ba9876543210"}' ;;`;
  const noApp = `*get*) echo 'ERROR: Not Found({"error":{"code":"Request_ResourceNotFound","message":"No."}})' >&2; exit 1 ;;`;

  it('ends with 2 for wrong arguments, and calls nothing', () => {
    const { status, stderr, stdout } = run('*) echo "was called" >&2 ;;', '--what');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: npm run sso-app');
    expect(stderr).not.toContain('was called');
  });

  it('ends with 1 and a sentence where the person isn’t signed in', () => {
    const cases = `*) echo "ERROR: Please run 'az login' to setup account." >&2; exit 1 ;;`;
    const { status, stderr } = run(cases, '--bot-app-id', bot);
    expect([status, stderr]).toEqual([
      1,
      'You aren’t signed in to Azure. Run az login, then try again.\n',
    ]);
  });

  it('ends with 0 after a dry run, and says what comes next', () => {
    const cases = `${account}\n${noApp}\n*) echo "changed something" >&2; exit 1 ;;`;
    const { status, stderr, stdout } = run(cases, '--bot-app-id', bot, '--dry-run');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Nothing was changed.');
    expect(stdout).toContain('export SSO_APP_ID=<not created yet>');
  });

  it('ends with 1 where the consent is refused, though the app is there', () => {
    const app = `{"id": "22222222-0000-4000-8000-000000000001", "appId": "${bot}"}`;
    const cases = `${account}
      *admin-consent*) echo 'ERROR: AADSTS65001: no consent' >&2; exit 1 ;;
      *federatedIdentityCredentials*get*|*get*federatedIdentityCredentials*) echo '{"value": []}' ;;
      *get*) echo '${app}' ;;`;
    const { status, stderr, stdout } = run(cases, '--bot-app-id', bot, '--admin-consent');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('✗ Give the admin’s consent for everyone');
    expect(stdout).toContain('✓ Trust the bot’s token service');
    expect(stdout).toContain(`export SSO_APP_ID=${bot}`);
  });
});
