import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toItems } from '../../src/serving/toItems.ts';
import type { Turn } from '../../src/serving/types.ts';
import { runs } from '../support/runs.ts';

const approval = { id: 'ap_1', name: 'send_mail', server: 'mail', arguments: '{"to":"ada"}' };
const asked: Turn = { question: 'Send it', answer: { text: 'May I?', approval } };
const decide = (isApproved: boolean, requestId = 'ap_1'): Turn => ({
  question: isApproved ? 'Allow' : 'Deny',
  decision: { requestId, isApproved },
});
const turn = (question: string, text?: string): Turn => ({
  question,
  ...(text !== undefined && { answer: { text } }),
});
const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });
const item = (message: object) => ({ type: 'message', ...message });

describe('what was said', () => {
  it('becomes the items of a Responses API', () => {
    expect(toItems([turn('One?', 'Two.'), turn('Three?')], 'responses')).toEqual([
      item(user('One?')),
      item(assistant('Two.')),
      item(user('Three?')),
    ]);
  });

  it('becomes the messages of a chat', () => {
    expect(toItems([turn('One?', 'Two.'), turn('Three?')], 'chat')).toEqual([
      user('One?'),
      assistant('Two.'),
      user('Three?'),
    ]);
  });

  it('has no empty message where an answer had no text', () => {
    expect(toItems([turn('One?', ''), turn('Two?')], 'chat')).toEqual([user('One?'), user('Two?')]);
  });

  it.each([true, false])('answers a request for approval by its ID: %s', (isApproved) => {
    expect(toItems([asked, decide(isApproved)], 'responses')).toEqual([
      item(user('Send it')),
      item(assistant('May I?')),
      {
        type: 'mcp_approval_request',
        id: 'ap_1',
        name: 'send_mail',
        arguments: '{"to":"ada"}',
        server_label: 'mail',
      },
      { type: 'mcp_approval_response', approval_request_id: 'ap_1', approve: isApproved },
    ]);
  });

  it('says in words what was decided about a request that isn’t there', () => {
    const items = toItems([asked, decide(true, 'another')], 'responses');
    expect(items.at(-1)).toEqual(item(user('Allow')));
    expect(toItems([asked, turn('Wait', 'Yes?'), decide(true)], 'responses').at(-1)).toEqual(
      item(user('Allow')),
    );
  });

  it('says in words what was decided in a chat', () => {
    expect(toItems([asked, decide(false)], 'chat')).toEqual([
      user('Send it'),
      assistant('May I?'),
      user('Deny'),
    ]);
  });
});

describe('a conversation that is too long', () => {
  it('loses its oldest turns, whole', () => {
    const turns = [turn('a'.repeat(500), 'b'), turn('c', 'd'), turn('e', 'f'), turn('g')];
    expect(toItems(turns, 'chat', 600)).toEqual([
      user('c'),
      assistant('d'),
      user('e'),
      assistant('f'),
      user('g'),
    ]);
  });

  it('keeps its question, however long that is', () => {
    const question = 'x'.repeat(5_000);
    expect(toItems([turn('a', 'b'), turn(question)], 'responses', 1_000)).toEqual([
      item(user(question)),
    ]);
  });

  it('says in words what was decided about a request that it lost', () => {
    const long: Turn = { question: 'x'.repeat(1_000), answer: { text: '', approval } };
    expect(toItems([long, decide(true)], 'responses', 500)).toEqual([item(user('Allow'))]);
  });

  it('fits into 4 MB as JSON, whatever its characters cost', () => {
    const costly = '"\\\u0001€𝒳'.repeat(20_000);
    const turns = Array.from({ length: 40 }, () => turn(costly, costly));
    for (const family of ['responses', 'chat'] as const) {
      const items = toItems([...turns, turn('And now?')], family);
      expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThan(4_000_000);
      expect(items.length).toBeGreaterThan(10);
    }
  });

  it('is as long as it can be, and no longer, at random', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const turns = fc.array(
      fc.record({
        question: text,
        answer: fc.option(fc.record({ text }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(turns, fc.integer({ min: 100, max: 3_000 }), (said, max) => {
        const items = toItems(said, 'responses', max);
        const last = toItems(said.slice(-1), 'responses');
        expect(items.slice(-last.length)).toEqual(last);
        const isAlone = items.length === last.length;
        expect(isAlone || Buffer.byteLength(JSON.stringify(items)) <= max).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});
