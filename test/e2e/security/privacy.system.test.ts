import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCardSubmit, aMessage, teamsUser, tenantId } from '../../support/activities.ts';
import { openSigned } from '../../support/openSigned.ts';
import { openStage, type Stage } from '../../support/openStage.ts';
import { aPersonAt } from '../../support/person.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';
import type { Bot } from '../../support/startBot.ts';

const question = 'Which products generate the highest total sales value?';
const broken = 'Revenue by month as Zaphod would ask';
const comment = 'these figures look wrong to Trillian';
/** What Genie says of a question that it could not answer. */
const explanation = 'CAST_INVALID_INPUT: the value Beeblebrox of the column';

/** Asks, clicks and fails in every way that leaves a line in the log. */
async function useEverything({ genie, connector }: Stage, bot: Bot): Promise<void> {
  const { url: serviceUrl } = connector;
  const at = (place: string) => ({ serviceUrl, conversation: { id: place } });
  const ask = (text: string, place: string) => bot.post(aMessage({ text, ...at(place) }));

  connector.faults.next({ path: 'activities' }, { status: 500 });
  await ask(question, 'answered');
  const answer = await connector.waitFor(() => answersIn(connector, 'answered')[0], 15_000);
  for (const submit of submitsOf(answer)) {
    const value = { ...(submit as object), comment };
    await bot.post(aCardSubmit({ value, ...at('answered') }));
  }

  const error = { type: 'SQL_EXECUTION_EXCEPTION', error: explanation };
  genie.faults.script(broken, { statuses: [{ status: 'FAILED', ms: 0 }], error });
  await ask(broken, 'failed');
  await connector.waitFor(
    () => messagesIn(connector, 'failed').find((shown) => /Error ID/.test(readAloud(shown))),
    15_000,
  );
  genie.faults.next({ path: 'start-conversation' }, 'drop-after');
  await ask(`${question} again`, 'lost');
  await connector.waitFor(() => answersIn(connector, 'lost')[0], 15_000);
  await bot.post({ ...aMessage(at('refused')), serviceUrl: 'https://evil.example/?Zaphod' });
}

describe('the log of a whole run', () => {
  let stage: Stage;
  let bot: Bot;
  beforeAll(async () => {
    stage = await openStage();
    bot = await stage.startBot();
    await useEverything(stage, bot);
  });
  afterAll(() => stage.close());

  it('contains no token, name, address, question, comment or row', () => {
    const output = bot.output();
    expect(bot.log.length).toBeGreaterThan(10);
    for (const event of [
      'question.ended',
      'question.failed',
      'question.replyLost',
      'caller.refused',
    ]) {
      expect(output).toContain(`"event":"${event}"`);
    }
    const rows = readAloud(answersIn(stage.connector, 'answered')[0] ?? { type: '' });
    expect(rows).toContain('Quinoa & Kale Bowl');
    for (const secret of [
      stage.genie.token,
      'Bearer ',
      'ada@example.com',
      'Ada Lovelace',
      question,
      broken,
      comment,
      'Zaphod',
      'Beeblebrox',
      'Trillian',
      'Quinoa',
      'SELECT',
    ]) {
      expect(output).not.toContain(secret);
    }
  });

  it('has the line for the error ID that a person was shown', () => {
    const shown = stage.connector.activities('failed').map(({ activity }) => readAloud(activity));
    const errorId = /Error ID: (\w+)/.exec(shown.join('\n'))?.[1];
    expect(bot.log).toContainEqual(
      expect.objectContaining({ event: 'question.failed', errorId, code: 'genie-failed' }),
    );
  });
});

describe('a bot with an identity', () => {
  afterEach(() => vi.restoreAllMocks());

  it('logs no token, neither the Bot Framework’s nor its own', async () => {
    const printed: string[] = [];
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...said) => printed.push(said.join(' ')));
    }
    const bot = await openSigned();
    try {
      const place = { channelData: { tenant: { id: tenantId } } };
      bot.connector.faults.next({ path: 'activities' }, { status: 502 });
      await aPersonAt(bot, 'signed', place).ask(question);
      bot.framework.fail(500);
      await bot.post(aMessage({ text: question, ...place }));

      const written = [...bot.log.map((line) => JSON.stringify(line)), ...printed].join('\n');
      expect(written).toContain('question.ended');
      for (const secret of [
        bot.framework.botToken,
        'eyJ',
        question,
        'ada@example.com',
        teamsUser.name,
      ]) {
        expect(written).not.toContain(secret);
      }
    } finally {
      await bot.close();
    }
  });

  it('logs questions only at the level debug, and warns of it at the start', async () => {
    const bot = await openSigned({ env: { LOG_LEVEL: 'DEBUG' } });
    try {
      await aPersonAt(bot, 'debug', { channelData: { tenant: { id: tenantId } } }).ask(question);
      expect(bot.log[0]).toMatchObject({ level: 'warn', event: 'log.private' });
      expect(bot.log).toContainEqual(
        expect.objectContaining({ event: 'question.text', text: question }),
      );
      expect(JSON.stringify(bot.log)).not.toContain(bot.genie.token);
    } finally {
      await bot.close();
    }
  });
});
