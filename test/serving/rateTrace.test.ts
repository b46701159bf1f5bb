import { describe, expect, it } from 'vitest';
import { openClient } from './openClient.ts';

describe('a rating of an answer', () => {
  it('is put on its trace, by a person who isn’t named', async () => {
    await using stage = await openClient();
    stage.double.trace('tr-1');
    await stage.client.rate('tr-1', 'NEGATIVE', 'Wrong year', 'hash-of-ada');
    expect(stage.double.calls.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/3.0/mlflow/traces/tr-1/assessments',
      body: {
        assessment: {
          trace_id: 'tr-1',
          assessment_name: 'user_feedback',
          source: { source_type: 'HUMAN', source_id: 'hash-of-ada' },
          feedback: { value: false },
          rationale: 'Wrong year',
        },
      },
    });
  });

  it('takes the place of the person’s earlier one, and of nobody else’s', async () => {
    await using stage = await openClient();
    stage.double.trace('tr-1');
    await stage.client.rate('tr-1', 'POSITIVE', undefined, 'hash-of-ada');
    await stage.client.rate('tr-1', 'POSITIVE', undefined, 'hash-of-grace');
    await stage.client.rate('tr-1', 'NEGATIVE', undefined, 'hash-of-ada');
    expect(stage.double.calls.at(-1)).toMatchObject({
      method: 'PATCH',
      path: '/api/3.0/mlflow/traces/tr-1/assessments/a-1',
      body: { update_mask: 'feedback', assessment: { feedback: { value: false } } },
    });
    expect(stage.double.assessments.get('tr-1')).toMatchObject([
      { source: { source_id: 'hash-of-ada' }, feedback: { value: false } },
      { source: { source_id: 'hash-of-grace' }, feedback: { value: true } },
    ]);
  });

  it('can be taken back, if there is one', async () => {
    await using stage = await openClient();
    stage.double.trace('tr-1');
    await stage.client.rate('tr-1', 'NONE', undefined, 'hash-of-ada');
    expect(stage.double.calls.map(({ method }) => method)).toEqual(['GET']);
    await stage.client.rate('tr-1', 'POSITIVE', undefined, 'hash-of-ada');
    await stage.client.rate('tr-1', 'NONE', undefined, 'hash-of-ada');
    expect(stage.double.calls.at(-1)?.method).toBe('DELETE');
    expect(stage.double.assessments.get('tr-1')).toEqual([]);
  });

  it('that can’t be kept is the caller’s to know', async () => {
    await using stage = await openClient();
    await expect(
      stage.client.rate('tr-gone', 'POSITIVE', 'Secret words', 'hash-of-ada'),
    ).rejects.toMatchObject({ name: 'GenieError', details: { status: 404 } });
  });

  it('never leads to another address, however a trace is called', async () => {
    await using stage = await openClient();
    const id = 'trace:/main.sales/../../x?y#z';
    stage.double.trace(id);
    await stage.client.rate(id, 'POSITIVE', undefined, 'hash-of-ada');
    expect(stage.double.assessments.get(id)).toHaveLength(1);
  });
});
