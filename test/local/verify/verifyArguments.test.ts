import { describe, expect, it } from 'vitest';
import { readVerifyArguments } from '../../../local/verify/verifyArguments.ts';
import { ownWorkspace } from '../../../local/verify/workspace/ownWorkspace.ts';

const args = (...more: string[]) => readVerifyArguments(['--resource-group', 'rg-try', ...more]);

describe('the arguments of a trial', () => {
  it('need a resource group only', () => {
    expect(args()).toEqual({
      resourceGroup: 'rg-try',
      location: 'westeurope',
      keep: false,
      intoExisting: false,
      yes: false,
      question: undefined,
      followUp: undefined,
      slowQuestion: undefined,
    });
  });

  it.each([[[]], [['--resource-group']], [['-g', 'rg', '--what']], [['rg-try']]])(
    'are explained where they are wrong: %j',
    (given) => {
      expect(() => readVerifyArguments(given)).toThrow('Usage: npm run verify:azure');
    },
  );

  it.each(['-rf', 'rg;rm', 'rg try', '$(id)', 'rg.'])('take no %j for a resource group', (name) => {
    expect(() => readVerifyArguments([`--resource-group=${name}`])).toThrow(
      'isn’t a name for a resource group',
    );
  });

  it('take no words for a region', () => {
    expect(() => args('--location', 'West Europe')).toThrow('isn’t a region');
  });
});

describe('your own workspace', () => {
  const env = {
    DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
    DATABRICKS_TOKEN: 'dapi123',
  };

  it('is used where the environment names one', () => {
    expect(ownWorkspace(env, args('--question', 'Sales by month'))).toMatchObject({
      settings: { ...{ DATABRICKS_HOST: env.DATABRICKS_HOST }, DATABRICKS_SECRET: 'dapi123' },
      question: 'Sales by month',
      slowQuestion: 'Sales by month',
    });
    expect(ownWorkspace({}, args())).toBeUndefined();
  });

  it.each([
    [{ ...env, DATABRICKS_TOKEN: '' }, ['--question', 'x'], 'but not DATABRICKS_TOKEN'],
    [env, [], 'Name a question that your space answers with a table'],
    [
      { ...env, DATABRICKS_AUTH_TYPE: 'azure-msi' },
      ['--question', 'x'],
      'Use DATABRICKS_AUTH_TYPE=pat',
    ],
  ])('can’t be used half set up: %j', (given, more, words) => {
    expect(() => ownWorkspace(given, args(...more))).toThrow(words);
  });
});
