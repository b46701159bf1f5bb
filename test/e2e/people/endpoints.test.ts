import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { hasty, type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt, type Person } from '../../support/person.ts';
import { createGate, lastQuestion, refuse } from '../../support/servingDouble.ts';
import { completed, delta, done, itemDone, message, traced } from '../../support/servingWire.ts';
import { readAloud } from '../../support/shownTo.ts';
import { type Endpoints, startEndpoints } from '../../support/startEndpoints.ts';
import { until } from '../../support/until.ts';

const endpoint = 'endpoint:sales-agent';
const unnamed = /Genie/;

let workspace: Endpoints;
let bot: InProcess;
beforeAll(async () => {
  workspace = await startEndpoints('sales-agent', 'other');
  bot = await openInProcess({
    env: {
      DATABRICKS_HOST: workspace.url,
      SERVING_ENDPOINT_NAME: 'sales-agent; other; missing',
      ADMIN_CONTACT_EMAIL: 'admin@company.com',
    },
  });
  workspace.sendRestTo(bot.genie.url);
});
afterAll(async () => {
  await bot.close();
  await workspace.close();
});

const calls = () => workspace.serving.invocations;
/** What the endpoint was told in its last call. */
const told = () =>
  ((calls().at(-1)?.body['input'] ?? []) as { role: string; content: string }[]).map(
    ({ role, content }) => `${role}: ${content}`,
  );
/** All that came since, aloud. */
const heard = (person: Person, from = 0) => person.messages().slice(from).map(readAloud).join('\n');

async function choose(person: Person, space = endpoint): Promise<void> {
  await person.click(await person.hear('spaces'), { action: 'space', space });
}

const scenes = [
  ['in Teams', { scene: 'personal' as const }],
  ['in Web Chat', { scene: 'webchat' as const }],
] as const;

describe.each(scenes)('a serving endpoint %s', (where, scene) => {
  /** Each a person of their own: nobody clicks that often. */
  const personAt = (what: string) => {
    const place = `${what}-${where}`.replaceAll(' ', '-');
    const from = { id: `29:${place}`, name: 'Ada', aadObjectId: `aad-${place}` };
    return aPersonAt(bot, place, { ...scene, from });
  };

  it('is listed after Genie’s spaces, by its name, and chosen with a click', async () => {
    const ada = personAt('list');
    const spaces = readAloud(await ada.hear('spaces'));
    expect(spaces.split('\n').filter((line) => /✓|agent|other|missing|Support/.test(line))).toEqual(
      expect.arrayContaining(['sales-agent', 'other', 'missing']),
    );
    expect(spaces.indexOf('Sales')).toBeLessThan(spaces.indexOf('sales-agent'));
    await choose(ada);
    expect(ada.last()).toMatch(/“sales-agent”/);
    expect(readAloud(await ada.hear('spaces'))).toContain('sales-agent ✓');
  });

  it('answers, follows up, and nothing is said of Genie', async () => {
    const ada = personAt('talk');
    await choose(ada);
    const from = ada.messages().length;
    const asked = calls().length;
    const genies = bot.genie.messages().length;
    const answer = readAloud(await ada.ask('How many?'));
    expect(answer).toContain('You asked: How many?');
    expect(answer).toContain('sales-agent');
    await ada.ask('And last year?');
    expect(told()).toEqual([
      'user: How many?',
      'assistant: You asked: How many?',
      'user: And last year?',
    ]);
    expect(calls()).toHaveLength(asked + 2);
    expect(heard(ada, from)).not.toMatch(unnamed);
    expect(bot.genie.messages()).toHaveLength(genies);
    const bodies = JSON.stringify(
      calls()
        .slice(asked)
        .map(({ body }) => body),
    );
    expect(bodies).not.toMatch(/Ada|@|unverified/);
  });

  it('shows its words before it’s done', async () => {
    const ada = personAt('stream');
    await choose(ada);
    const gate = createGate();
    const text = 'First words, then the rest.';
    workspace.serving.next({
      stream: [
        delta('m', 'First words, '),
        gate,
        itemDone(message('m', text)),
        completed([message('m', text)]),
        done,
      ],
    });
    const asking = ada.ask('Slowly');
    await gate.reached;
    gate.open();
    expect(readAloud(await asking)).toContain(text);
  });

  it('isn’t told of what was asked again, nor of what came before a reset', async () => {
    const ada = personAt('again');
    await choose(ada);
    const answer = await ada.ask('One');
    const before = ada.answers().length;
    await ada.click(answer, { action: 'again' });
    await bot.connector.waitFor(() => ada.answers()[before]);
    expect(told()).toEqual(['user: One']);
    await bot.settled();
    await ada.hear('reset');
    await ada.ask('Two');
    expect(told()).toEqual(['user: Two']);
    expect(calls().at(-1)?.path).toContain('sales-agent');
  });

  it('gets thumbs where it has a trace, and they are said to be saved', async () => {
    const ada = personAt('thumbs');
    await choose(ada);
    const trace = `tr-${where.length}`;
    workspace.serving.trace(trace);
    const item = message('m', 'Rated');
    workspace.serving.next({ stream: [itemDone(item, traced(trace)), completed([item]), done] });
    const answer = await ada.ask('Rate me');
    const from = ada.messages().length;
    await rate(ada, answer, 'POSITIVE');
    const given = () => workspace.serving.assessments.get(trace) ?? [];
    await until(() => given().length > 0);
    expect(given()).toEqual([expect.objectContaining({ feedback: { value: true } })]);
    expect(heard(ada, from)).not.toMatch(unnamed);
    expect(bot.genie.requests.filter(({ path }) => /feedback/.test(path))).toEqual([]);
  });

  it('has its thumbs saved where there is no trace', async () => {
    const ada = personAt('untraced');
    await choose(ada);
    const from = ada.messages().length;
    await rate(ada, await ada.ask('Rate me, too'), 'NEGATIVE');
    const isRated = () => bot.log.some((line) => line['event'] === 'answer.rated');
    await until(isRated);
    expect(readAloud(await ada.hear('feedback'))).toContain('Your rating was saved');
    expect(heard(ada, from)).not.toMatch(unnamed);
  });

  async function rate(ada: Person, answer: Activity, rating: 'POSITIVE' | 'NEGATIVE') {
    // In Teams by its own thumbs.
    if (scene.scene === 'webchat') await ada.click(answer, { action: 'rate', rating });
    else await ada.react(answer, rating === 'POSITIVE' ? 'like' : 'dislike');
  }

  it('has answers that are shown again, and no SQL', async () => {
    const ada = personAt('show');
    await choose(ada);
    await ada.ask('Once more');
    const asked = calls().length;
    expect(readAloud(await ada.hear('show'))).toContain('You asked: Once more');
    expect(readAloud(await ada.hear('sql'))).toContain('had no SQL');
    expect(readAloud(await ada.hear('as table'))).toContain('doesn’t contain a table');
    expect(calls()).toHaveLength(asked);
  });

  it('has conversations in the history, which are deleted with all that was kept', async () => {
    const ada = personAt('history');
    await choose(ada);
    await ada.ask('In the history');
    const history = await ada.hear('history');
    expect(readAloud(history)).toMatch(/In the history[\s\S]*sales-agent/);
    expect(readAloud(history)).toContain('Delete this conversation? This can’t be undone.');
    await ada.click(history, { action: 'delete' });
    await until(() => heard(ada).includes('Deleted “In the history” from your history.'));
    expect(readAloud(await ada.hear('show'))).toMatch(/haven’t had an answer/);
    await ada.ask('Next time');
    expect(told()).toEqual(['user: Next time']);
  });

  it('keeps nothing that was said once its asker wants to be forgotten', async () => {
    const ada = personAt('forgotten');
    await choose(ada);
    await ada.ask('A secret');
    const row = bot.log.findLast((line) => line['event'] === 'question.step');
    const conversationId = String(row?.['conversationId']);
    expect(await bot.storage.turns.listAll(conversationId)).toHaveLength(1);
    await ada.hear('logout');
    expect(await bot.storage.turns.listAll(conversationId)).toEqual([]);
  });

  it.each([
    [403, 'PERMISSION_DENIED', /permission to use this endpoint.*Can Query/],
    [404, 'RESOURCE_DOES_NOT_EXIST', /endpoint can’t be found/],
    [400, 'BAD_REQUEST', /didn’t accept the question/],
    [500, 'INTERNAL_ERROR', /couldn’t answer the question/],
  ])('that answers %i says so in words, and can be asked again', async (status, code, words) => {
    const ada = personAt(`refused ${status}`);
    await choose(ada);
    const from = ada.messages().length;
    const refusal = refuse(status, code, 'no');
    workspace.serving.next(refusal, refusal);
    await ada.write('Will it?');
    await until(() => words.test(ada.last().replaceAll('\n', ' ')), 5_000);
    expect(ada.last()).toMatch(/Error ID: \w{8}/);
    expect(heard(ada, from)).not.toMatch(unnamed);
    await bot.settled();
    workspace.serving.next();
    await drain();
    expect(readAloud(await ada.ask('Now?'))).toContain('You asked: Now?');
    expect(told()).toEqual(['user: Now?']);
  });

  it('that is not there stays in the list, and says so when it is asked', async () => {
    const ada = personAt('missing');
    await choose(ada, 'endpoint:missing');
    await ada.write('Anyone?');
    await until(() => /can’t be found/.test(ada.last()), 5_000);
    expect(readAloud(await ada.hear('spaces'))).toContain('missing ✓');
  });

  it('is no longer waited for once its question is cancelled', async () => {
    const ada = personAt('cancel');
    await choose(ada);
    const from = ada.messages().length;
    const gate = createGate();
    workspace.serving.next({ stream: [delta('m', 'Never'), gate] });
    await ada.write('Stop this');
    await gate.reached;
    const call = calls().at(-1);
    await ada.write('cancel');
    await until(() => /Cancelled\./.test(heard(ada, from)), 5_000);
    await call?.closed;
    expect(heard(ada, from)).not.toMatch(/Genie|Never/);
    await bot.settled();
    expect(readAloud(await ada.ask('Next'))).toContain('You asked: Next');
  });
});

/** Answers that a test scripted for tries that never came. */
async function drain(): Promise<void> {
  const before = calls().length;
  for (let count = 0; count < 3; count += 1) {
    await fetch(`${workspace.url}/serving-endpoints/other/invocations`, {
      method: 'POST',
      body: '{"input":[]}',
    });
  }
  expect(calls().length).toBe(before + 3);
}

describe('endpoints alone', () => {
  let alone: InProcess;
  let own: Endpoints;
  beforeAll(async () => {
    own = await startEndpoints('only-one');
    alone = await openInProcess({
      env: {
        DATABRICKS_HOST: own.url,
        DATABRICKS_SPACE_ID: 'none',
        SERVING_ENDPOINT_NAME: 'only-one',
      },
    });
  });
  afterAll(async () => {
    await alone.close();
    await own.close();
  });

  const genies = () => own.serving.calls.filter(({ path }) => /genie/.test(path));

  it('are asked without a choice, and Genie is neither called nor named', async () => {
    const ada = aPersonAt(alone, 'alone', { scene: 'webchat' });
    expect(readAloud(await ada.hear('spaces'))).toContain('only-one ✓');
    expect(readAloud(await ada.ask('Anything'))).toContain('You asked: Anything');
    const info = readAloud(await ada.hear('info'));
    expect(info).toMatch(/only-one/);
    expect(info).toMatch(/Sent to the endpoint.*what was said before/s);
    expect(heard(ada)).not.toMatch(unnamed);
    expect(genies()).toEqual([]);
    expect(lastQuestion(own.serving.invocations.at(-1)?.body ?? {})).toBe('Anything');
  });

  it('make the bot ready without Genie', async () => {
    expect(await alone.app.checkReadiness()).toMatchObject({
      ready: true,
      checks: { storage: { ok: true }, credential: { ok: true } },
    });
    expect(genies()).toEqual([]);
  });

  it('are what people are welcomed to', async () => {
    const activity: Activity = {
      type: 'conversationUpdate',
      id: 'update-1',
      channelId: 'webchat',
      from: { id: 'u', name: 'Ada' },
      recipient: { id: 'bot' },
      conversation: { id: 'welcomed' },
      membersAdded: [{ id: 'bot' }],
    } as Activity;
    await alone.post(activity);
    const welcomed = aPersonAt(alone, 'welcomed', { scene: 'webchat' });
    await until(() => welcomed.messages().length > 0, 3_000);
    expect(welcomed.last()).toContain('“only-one”');
    expect(welcomed.last()).not.toMatch(unnamed);
  });
});

describe('an answer whose session is over', () => {
  it('is no longer there, which is said in words', async () => {
    let ahead = 0;
    const clock = { ...hasty, now: () => Date.now() + ahead };
    const own = await startEndpoints('agent');
    const later = await openInProcess({
      clock,
      env: {
        DATABRICKS_HOST: own.url,
        DATABRICKS_SPACE_ID: 'none',
        SERVING_ENDPOINT_NAME: 'agent',
      },
    });
    try {
      const ada = aPersonAt(later, 'over', { scene: 'webchat' });
      await ada.ask('Kept for a while');
      expect(readAloud(await ada.hear('history'))).toContain('Kept for a while');
      ahead = 5 * 3_600_000;
      expect(readAloud(await ada.hear('show'))).toContain('I no longer have this answer.');
      expect(readAloud(await ada.hear('history'))).not.toContain('Kept for a while');
      await later.app.sweep();
      await ada.ask('Next time');
      expect(JSON.stringify(own.serving.invocations.at(-1)?.body)).not.toContain('Kept');
      expect(heard(ada)).not.toMatch(unnamed);
    } finally {
      await later.close();
      await own.close();
    }
  });
});
