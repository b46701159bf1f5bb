import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureHost, startFixtureHost } from '../../support/startFixtureHost.ts';

// What host.json says of each category: nothing of `echo` but its own lines, everything of `echoWord`.
const logLevel = {
  default: 'Information',
  Function: 'Warning',
  'Function.echo.User': 'Information',
  'Function.echoWord': 'Information',
};

let host: FixtureHost;
beforeAll(async () => {
  host = await startFixtureHost({
    hostJson: { logging: { logLevel } },
    env: { 'AzureFunctionsJobHost__logging__logLevel__Function.echoAnything': 'Information' },
  });
});
afterAll(() => host.close());

const linesOf = (name: string) =>
  host.logged
    .filter(({ category }) => `${category}.`.startsWith(`Function.${name}.`))
    .map(({ level, category, message }) => ({ level, category, said: message.split(' ')[0] }));

test('a function’s debug line is dropped where host.json says Information', async () => {
  await fetch(`${host.url}/api/echo/1`, { method: 'POST' });
  expect(linesOf('echo')).toEqual([
    { level: 'information', category: 'Function.echo.User', said: 'a' },
  ]);
});

test('what the host says of each run has a category of its own', async () => {
  await fetch(`${host.url}/api/echo/word`);
  expect(linesOf('echoWord')).toEqual([
    { level: 'information', category: 'Function.echoWord', said: 'Executing' },
    { level: 'information', category: 'Function.echoWord', said: 'Executed' },
  ]);
});

test('an app setting overrides that', async () => {
  await fetch(`${host.url}/api/echo/a/b`);
  expect(linesOf('echoAnything')).toHaveLength(2);
});
