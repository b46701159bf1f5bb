import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AzError } from '../../../local/verify/az/az.ts';
import { StepFailed } from '../../../local/verify/stepFailed.ts';
import { createSteps, StopError } from '../../../local/verify/steps.ts';
import { aTrial } from '../../support/azure/aTrial.ts';

function open(signal = new AbortController().signal) {
  const said: string[] = [];
  const steps = createSteps({ clock: aTrial().clock, say: (line) => said.push(line), signal });
  return { steps, said };
}

describe('the steps of a trial', () => {
  it.each([
    [new StepFailed('No table.'), 'No table.'],
    [new AzError('az group show: No.'), 'az group show: No.'],
    [
      new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND x') }),
      'It broke off: fetch failed, getaddrinfo ENOTFOUND x.',
    ],
    [
      z.safeParse(z.object({ id: z.string() }), { id: 1, key: 's3cret' }).error,
      'The answer has another shape than expected, at id.',
    ],
  ])('fail in a sentence: %s', async (error, words) => {
    const { steps, said } = open();
    await steps.attempt('Step', () => Promise.reject(error));
    expect(steps.results).toEqual([{ name: 'Step', passed: false, ms: 0, note: words }]);
    expect(said.at(-1)).toBe(`✗ Step (0.0 s): ${words}`);
  });

  it('go on after one that the later ones can do without, and not after any other', async () => {
    const { steps } = open();
    const fail = () => Promise.reject(new StepFailed('No.'));
    expect(await steps.attempt('One', fail)).toBeUndefined();
    await expect(steps.need('Two', fail)).rejects.toThrow(StopError);
  });

  it('don’t begin after Ctrl-C', async () => {
    const { steps } = open(AbortSignal.abort());
    await expect(steps.attempt('Step', async () => ({ value: 1 }))).rejects.toThrow(StopError);
    expect(steps.results).toEqual([]);
  });
});
