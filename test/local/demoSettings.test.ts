import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoSettings } from '../../local/demoSettings.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Env } from '../../src/config/settings.ts';

const demo = { url: 'http://localhost:1', token: 'demo' };

function limitsOf(env: Env) {
  const settings = { ...env, AzureWebJobsStorage: 'embedded', ...demoSettings(demo, env) };
  const { questions } = loadConfig(settings);
  return { all: questions.questionsPerMinute, person: questions.userQuestionsPerMinute };
}

it('the demo workspace has no limit that anyone would wait for', () => {
  expect(limitsOf({})).toEqual({ all: 1000, person: 1000 });
});

it('local.settings.json.example sets no such limit either', () => {
  const example = join(import.meta.dirname, '..', '..', 'local.settings.json.example');
  const { Values: values } = JSON.parse(readFileSync(example, 'utf8')) as { Values: Env };
  expect(limitsOf(values)).toEqual({ all: 1000, person: 1000 });
});

it('people who sign in do so at the demo’s own token service, whatever else is set', () => {
  const env = {
    BOT_TOKEN_SERVICE_URL: 'http://localhost:1',
    DATABRICKS_TOKEN_EXCHANGE: 'federation',
  };
  expect({ ...env, ...demoSettings(demo, env, { url: 'http://127.0.0.1:2' }) }).toMatchObject({
    BOT_TOKEN_SERVICE_URL: 'http://127.0.0.1:2',
    DATABRICKS_TOKEN_EXCHANGE: 'none',
  });
  expect(demoSettings(demo, env)).not.toHaveProperty('BOT_TOKEN_SERVICE_URL');
});

it('a limit that is set holds for the demo, too', () => {
  const env = { GENIE_QUESTIONS_PER_MINUTE: '5', USER_QUESTIONS_PER_MINUTE: '2' };
  expect(limitsOf(env)).toEqual({ all: 5, person: 2 });
});

it('the demo’s assistant can be asked alone; other spaces than the demo’s can’t', () => {
  const spaceOf = (space: string) =>
    demoSettings(demo, { DATABRICKS_SPACE_ID: space })['DATABRICKS_SPACE_ID'];
  expect(spaceOf('none')).toBe('none');
  expect(spaceOf('01f0aaaa')).toBe('');
});
