import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoPerson, people } from '../../../../local/demo/people.ts';
import { createPersonTokens, type PersonTokens } from '../../../../local/demo/personTokens.ts';
import { assistantName } from '../../../../local/demo/server/servingRoutes.ts';
import { createServingClient } from '../../../../src/serving/createServingClient.ts';
import type { Reply, Turn } from '../../../../src/serving/types.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { STAGE_MS, startTestDemo, type TestDemo } from '../demoClient.ts';

let demo: TestDemo;
let tokens: PersonTokens;
let slept: number[];
beforeEach(async () => {
  tokens = createPersonTokens(() => demo.time.now);
  slept = [];
  const sleep = async (ms: number) => slept.push(ms);
  demo = await startTestDemo({ readPersonToken: tokens.read, sleep });
});
afterEach(() => demo.close());

const clientWith = (token: string) =>
  createServingClient({
    host: demo.url,
    tokens: { getToken: async () => token, invalidate: () => {} },
    clock: createFakeClock(),
  });

/** A conversation with the assistant: what is said goes with what was said before. */
function converse(token = demo.token) {
  const client = clientWith(token);
  const turns: Turn[] = [];
  const texts: string[] = [];
  const steps: string[] = [];
  const say = async (turn: Turn): Promise<Reply> => {
    const invocation = { name: assistantName, turns: [...turns, turn], conversationId: 'conv-1' };
    const answer = await client.invoke(invocation, ({ text, step }) => {
      if (text !== undefined) texts.push(text);
      if (step !== undefined) steps.push(step);
    });
    turns.push({ ...turn, answer });
    return answer;
  };
  return { client, say, ask: (question: string) => say({ question }), texts, steps };
}

describe('the demo’s assistant', () => {
  it('is a serving endpoint that can be asked', async () => {
    const { client } = converse();
    expect(await client.describe(assistantName)).toEqual({
      name: assistantName,
      family: 'responses',
      isReady: true,
    });
    await expect(client.describe('other')).rejects.toMatchObject({ code: 'endpoint-not-found' });
  });

  it('answers about the data with a table and its source, word by word', async () => {
    const { ask, texts, steps } = converse();
    const { text, citations } = await ask('Revenue by region');
    expect(text).toContain('Europe');
    expect(text).toMatch(/\n\| region \| revenue \|\n\| --- \| ---: \|\n\| .+ \| [\d.]+ \|/);
    expect(citations).toEqual([{ title: expect.stringMatching(/^demo\.sales\./) }]);
    expect(steps).toEqual(['run sql']);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.every((one, index) => one.startsWith(texts[index - 1] ?? ''))).toBe(true);
  });

  it('takes its time for each word, as fast as the stages of the demo', async () => {
    await converse().ask('Revenue by region');
    expect(slept.length).toBeGreaterThan(10);
    expect(slept.at(-1)).toBe(STAGE_MS / 8);
  });

  it('knows what was asked before', async () => {
    const { ask } = converse();
    const { text: all } = await ask('Revenue by region this year');
    const { text: one } = await ask('only the top 1');
    expect(one.split('\n').length).toBeLessThan(all.split('\n').length);
    expect((await ask('What did I ask?')).text).toContain('- Revenue by region this year');
    expect((await converse().ask('What did I ask?')).text).toContain('the first thing');
  });

  it('asks back', async () => {
    expect((await converse().ask('Hmm in Europe')).text).toMatch(/\?/);
  });

  it.each([
    ['Please send this to my boss', 'send_mail'],
    ['Delete the report', 'delete_report'],
  ])('asks to be allowed: %s', async (question, name) => {
    const { ask, say } = converse();
    const { approval, text } = await ask(question);
    expect(approval).toMatchObject({ name, server: 'demo-office' });
    expect(text).toContain('May I?');
    const requestId = approval?.id ?? '';
    const denied = await say({ question: 'Deny', decision: { requestId, isApproved: false } });
    expect(denied.text).toContain('leave it');
    const again = await ask(question);
    const decision = { requestId: again.approval?.id ?? '', isApproved: true };
    expect((await say({ question: 'Allow', decision })).text).toContain('Done');
    expect((await ask('Revenue by region')).text).toContain('Europe');
  });

  it('shows each person what they can see', async () => {
    const [, erik] = people as [DemoPerson, DemoPerson];
    const times = { issuedAt: demo.time.now, expiresAt: demo.time.now + 3600_000 };
    const { text } = await converse(tokens.issue(erik, times)).ask('Revenue by region');
    expect(text).toContain('Europe');
    expect(text).not.toContain('Asia');
    expect((await converse().ask('Revenue by region')).text).toContain('Asia');
    await expect(converse('stranger').ask('Revenue')).rejects.toMatchObject({
      code: 'genie-unauthorized',
    });
  });

  it('answers whole where no stream is asked for, and refuses what it doesn’t know', async () => {
    const path = `/serving-endpoints/${assistantName}/invocations`;
    const input = [{ role: 'user', content: [{ type: 'input_text', text: 'Revenue by region' }] }];
    const whole = await demo.send('POST', path, { input });
    expect(await whole.json()).toMatchObject({
      object: 'response',
      output: [{}, { role: 'assistant' }],
    });
    expect((await demo.send('POST', path, { messages: [] })).status).toBe(400);
    expect((await demo.send('POST', path, {})).status).toBe(400);
    expect(
      (await demo.send('POST', '/serving-endpoints/other/invocations', { input })).status,
    ).toBe(404);
  });
});
