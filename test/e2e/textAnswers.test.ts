import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { openLink } from '../support/openLink.ts';
import { aPersonAt, type Person } from '../support/person.ts';
import { createGate, type ServingDouble, startServingDouble } from '../support/servingDouble.ts';
import {
  approvalRequest,
  completed,
  created,
  delta,
  done,
  itemDone,
  message,
} from '../support/servingWire.ts';
import { linksOf, readAloud, submitsOf } from '../support/shownTo.ts';

const text = [
  'Revenue grew [1].',
  '',
  '**Revenue by region**',
  '',
  '| Region | Revenue | Change |',
  '|---|--:|--:|',
  '| EMEA | $1,204.50 | -12.5 % |',
  '| A \\| B | $300.00 | +3 % |',
  '| =LATAM | | 0 % |',
  '',
  'That’s all.',
].join('\n');
const cited = message('m1', text, [
  { type: 'url_citation', title: 'Handbook', url: 'https://docs.contoso.example/x' },
]);
const answering = (...items: Record<string, unknown>[]) => ({
  stream: [created, ...items.map((item) => itemDone(item)), completed(items), done],
});
const asking = answering(message('m1', 'I need your permission.'), approvalRequest('mcpr_1'));

let serving: ServingDouble;
let bot: InProcess;
beforeEach(async () => {
  serving = await startServingDouble();
  serving.endpoint('assistant', { task: 'agent/v1/responses' });
  bot = await open();
});
afterEach(async () => {
  await bot.close();
  await serving.close();
});

function open(env: Record<string, string> = {}, channel: 'msteams' | 'webchat' = 'msteams') {
  return openInProcess({
    connector: { channel },
    env: {
      DATABRICKS_HOST: serving.url,
      DATABRICKS_SPACE_ID: 'none',
      SERVING_ENDPOINT_NAME: 'assistant',
      PUBLIC_BASE_URL: 'https://bot.example',
      USER_QUESTIONS_PER_MINUTE: '1000',
      ...env,
    },
  });
}

/** The first message that has such a button, after `before` others. */
const withButton = (person: Person, action: string, before = 0) =>
  bot.connector.waitFor(() =>
    person
      .messages()
      .slice(before)
      .find((each) => submitsOf(each).some((data) => Object(data).action === action)),
  );
/** What an endpoint was told at its latest call. */
const lastInput = () => serving.invocations.at(-1)?.body['input'] as Record<string, unknown>[];

describe('the answer of an endpoint', () => {
  it.each(['personal', 'webchat'] as const)('is one card in the scene %s', async (scene) => {
    serving.next(answering(cited));
    const ada = aPersonAt(bot, `answer-${scene}`, { scene });
    const answer = await ada.ask('How did we do?');
    const read = readAloud(answer);
    const order = ['Revenue grew [1].', 'Revenue by region', '$1,204.50', 'That’s all.'];
    const places = order.map((words) => read.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(read).toContain('assistant · ');
    expect(read).toContain('Sources: Handbook (docs.contoso.example)');
    expect(read).not.toMatch(/Genie|SQL/);
    // Data never becomes a link.
    expect(linksOf(answer)).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain('https://docs.contoso.example');
  });

  it.each([
    ['msteams', 'personal'],
    ['webchat', 'webchat'],
  ] as const)(
    'grows by its words in %s; the table is in the card alone',
    async (channel, scene) => {
      await bot.close();
      bot = await open({ ENABLE_STREAMING: 'true' }, channel);
      const gate = createGate();
      const begun = text.slice(0, text.indexOf('| =LATAM'));
      serving.next({
        stream: [created, delta('m1', begun), gate, itemDone(cited), completed([cited]), done],
      });
      const ada = aPersonAt(bot, `grows-${channel}`, { scene });
      const asking = ada.ask('How did we do?');
      const packets = (streamType: string) =>
        bot.connector.requests
          .map(({ body }) => (body ?? {}) as Activity)
          .filter(({ channelData }) => channelData?.['streamType'] === streamType);
      await bot.connector.waitFor(() => packets('streaming')[0]);
      gate.open();
      await asking;
      expect(packets('streaming').map((packet) => packet.text)).toContain('Revenue grew [1].');
      const [final] = packets('final');
      expect(final?.text).toBe('Revenue grew [1].\n\nThat’s all.');
      const table = readAloud({ ...final, text: '' } as Activity);
      expect(table).toContain('Revenue by region');
      expect(table.split('$1,204.50')).toHaveLength(2);
      expect(bot.connector.streams.faults).toEqual([]);
    },
  );

  it('can be downloaded as it was written', async () => {
    serving.next(answering(cited));
    const ada = aPersonAt(bot, 'download');
    const answer = await ada.ask('How did we do?');
    const before = ada.messages().length;
    await ada.click(answer, { action: 'export' });
    const card = await bot.connector.waitFor(() => ada.messages()[before]);
    const [csv = ''] = linksOf(card);
    const file = await openLink(bot, csv);
    expect(file.status).toBe(200);
    expect(file.text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Region,Revenue,Change',
      'EMEA,"$1,204.50",-12.5 %',
      'A | B,$300.00,+3 %',
      "'=LATAM,,0 %",
      '',
    ]);
    expect(serving.invocations).toHaveLength(1);
  });

  it('has no SQL, which is said', async () => {
    serving.next(answering(cited));
    const ada = aPersonAt(bot, 'sql');
    await ada.ask('How did we do?');
    expect(readAloud(await ada.hear('sql'))).toContain('no SQL');
  });

  it('shows its other rows when they are asked for', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `| ${index + 1_000} | x |`);
    serving.next(answering(message('m1', ['|n|x|', '|-|-|', ...rows].join('\n'))));
    const ada = aPersonAt(bot, 'pages');
    const answer = await ada.ask('List them');
    expect(readAloud(answer)).toContain('10 of 30 rows');
    await ada.click(answer, { action: 'page', from: 10 });
    expect(readAloud(ada.answers()[0] ?? { type: 'gone' })).toContain('Rows 11–20 of 30');
    expect(serving.invocations).toHaveLength(1);
  });
});

describe('a request for approval', () => {
  it.each([
    ['personal', true],
    ['personal', false],
    ['webchat', true],
  ] as const)('in the scene %s is passed on as its asker decides: %s', async (scene, isAllowed) => {
    serving.next(asking, answering(message('m2', 'Done, as you said.')));
    const ada = aPersonAt(bot, `approve-${scene}-${isAllowed}`, { scene });
    await ada.write('Send it');
    const card = await withButton(ada, 'decide');
    const read = readAloud(card);
    expect(read).toContain('May I use “send_mail” from “mail”?');
    expect(read).toContain('"to": "ada"');
    expect(submitsOf(card).map((data) => Object(data).action)).toEqual(['decide', 'decide']);

    await ada.click(card, { action: 'decide', isAllowed });
    const outcome = await bot.connector.waitFor(() =>
      ada.messages().find((each) => readAloud(each).includes('Done, as you said.')),
    );
    expect(lastInput().at(-1)).toMatchObject({
      type: 'mcp_approval_response',
      approval_request_id: 'mcpr_1',
      approve: isAllowed,
    });
    // Nobody typed the decision: it isn't quoted, and can't be asked again.
    expect(readAloud(outcome)).not.toMatch(/allowed/i);
    expect(submitsOf(outcome).map((data) => Object(data).action)).not.toContain('again');
  });

  it('is answered once, whichever button is pressed next', async () => {
    serving.next(asking, answering(message('m2', 'Done, as you said.')));
    const ada = aPersonAt(bot, 'once');
    await ada.write('Send it');
    const card = await withButton(ada, 'decide');
    await Promise.all([
      ada.click(card, { action: 'decide', isAllowed: true }),
      ada.click(card, { action: 'decide', isAllowed: false }),
    ]);
    await bot.connector.waitFor(() =>
      ada.messages().find((each) => readAloud(each).includes('Done, as you said.')),
    );
    await bot.settled();
    await ada.click(card, { action: 'decide', isAllowed: false });
    const again = ada
      .messages()
      .filter((each) => readAloud(each) === 'You’ve already answered this.');
    expect(again).toHaveLength(2);
    expect(ada.messages()).toHaveLength(4);
    expect(serving.invocations).toHaveLength(2);
  });

  it('can only be answered by its asker', async () => {
    serving.next(asking);
    const scene = 'group';
    const ada = aPersonAt(bot, 'crowd', { scene });
    const grace = aPersonAt(bot, 'crowd', {
      scene,
      from: { id: '29:grace', name: 'Grace', aadObjectId: 'grace' },
    });
    await ada.write('Send it');
    const card = await withButton(ada, 'decide');
    await grace.click(card, { action: 'decide', isAllowed: true });
    expect(grace.last()).toContain('Only the person who asked');
    expect(serving.invocations).toHaveLength(1);
  });

  it('is over once something else was said', async () => {
    serving.next(asking, answering(message('m2', 'Something else.')));
    const ada = aPersonAt(bot, 'over');
    await ada.write('Send it');
    const card = await withButton(ada, 'decide');
    await ada.ask('What else?');
    await ada.click(card, { action: 'decide', isAllowed: true });
    expect(ada.last()).toContain('The conversation has gone on since then');
    expect(serving.invocations).toHaveLength(2);
  });

  it('is over once the conversation was reset', async () => {
    serving.next(asking);
    const ada = aPersonAt(bot, 'reset');
    await ada.write('Send it');
    const card = await withButton(ada, 'decide');
    await bot.settled();
    await ada.hear('reset');
    await ada.click(card, { action: 'decide', isAllowed: true });
    expect(ada.last()).toContain('The conversation has gone on since then');
    expect(serving.invocations).toHaveLength(1);
  });
});
