import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { ask } from '../../../local/verify/talk/ask.ts';
import { checkTable } from '../../../local/verify/talk/checkTable.ts';
import { directLineUrl, openTalk } from '../../../local/verify/talk/directLine.ts';
import { downloadTable } from '../../../local/verify/talk/downloadTable.ts';
import { rateAnswer } from '../../../local/verify/talk/rateAnswer.ts';
import { surviveRestart } from '../../../local/verify/talk/surviveRestart.ts';
import type { Trial, Workspace } from '../../../local/verify/trial.ts';
import { aTrial } from '../../support/azure/aTrial.ts';
import { type Script, startChatWithFakeBot } from '../../support/chatWithFakeBot.ts';
import { closeAfterEach } from '../../support/closeAfterEach.ts';

const aCard = (...body: unknown[]) => ({
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { body } }],
});
const aButton = (data: unknown) => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.Submit', data }],
});
const anAnswer = (id: string, ...body: unknown[]): Partial<Activity> => ({
  summary: `Answer ${id}`,
  channelData: { answerId: id },
  ...aCard(...body),
});
const failure = {
  summary: 'Genie is busy.',
  ...aCard({ type: 'TextBlock', text: 'Error ID: 12ab' }),
};
const question = 'Revenue by region';

/** Answers one question, and says nothing to anything else. */
const answering =
  (...replies: Partial<Activity>[]): Script =>
  ({ text }) =>
    text === question ? replies : [];

describe('a conversation by Direct Line', () => {
  const closing = closeAfterEach();

  /** The local Direct Line, with a bot that follows a script. */
  async function meet(script: Script, overrides: Partial<Trial> = {}) {
    const chat = closing(await startChatWithFakeBot(script));
    const trial = aTrial({
      fetch: (input, init) =>
        fetch(String(input).replace(directLineUrl, `${chat.url}/directline`), init),
      ...overrides,
    });
    return { chat, trial, talk: await openTalk(trial, chat.secret) };
  }

  it('waits for the answer, not for what the bot says meanwhile', async () => {
    const { trial, talk } = await meet(answering({ text: 'One moment.' }, anAnswer('a1')));
    const { value } = await ask(trial, talk, question);
    expect(value.answer.summary).toBe('Answer a1');
  });

  it('takes each answer for one question only', async () => {
    const ids = ['a1', 'a2'];
    const { trial, talk } = await meet(({ text }) => (text ? [anAnswer(ids.shift() ?? '')] : []));
    await ask(trial, talk, 'One');
    expect((await ask(trial, talk, 'Two')).value.answer.summary).toBe('Answer a2');
  });

  it('is a person to the bot whose ID nobody can guess', async () => {
    const { chat, trial, talk } = await meet(answering(anAnswer('a1')));
    await ask(trial, talk, question);
    expect(chat.received.at(-1)?.from?.id).toMatch(/^dl_[0-9a-f]{16}$/);
  });

  it('keeps its token a secret', async () => {
    const { trial } = await meet(answering());
    expect(trial.secrets.size).toBe(1);
  });

  it('ends with the bot’s words where it has no answer', async () => {
    const { trial, talk } = await meet(answering(failure));
    await expect(ask(trial, talk, question)).rejects.toThrow(
      'The bot has no answer to “Revenue by region”: “Genie is busy.”',
    );
  });

  it('ends with the last thing heard where nothing comes', async () => {
    const { trial, talk } = await meet(answering({ text: 'One moment.' }));
    await expect(ask(trial, talk, question)).rejects.toThrow(
      'There was no answer to “Revenue by region” within 12 minutes. The last thing I heard: “One moment.”',
    );
  });

  it('ends where the bot refuses the message', async () => {
    const { trial, talk } = await meet(({ text }) => (text ? 500 : []));
    await expect(ask(trial, talk, question)).rejects.toThrow('Direct Line answered 502');
  });

  it('ends where the answer says something else than expected', async () => {
    const { trial, talk } = await meet(answering(anAnswer('a1')));
    await expect(ask(trial, talk, question, { expected: /Europe/ })).rejects.toThrow(
      'The answer to “Revenue by region” says something else: “Answer a1”',
    );
  });

  it('misses a poll or two without harm', async () => {
    let misses = 2;
    const { chat, trial } = await meet(answering(anAnswer('a1')));
    const fetchMost: typeof fetch = (input, init) =>
      init?.method === 'GET' && misses-- > 0
        ? Promise.reject(new TypeError('fetch failed'))
        : trial.fetch(input, init);
    const talk = await openTalk({ ...trial, fetch: fetchMost }, chat.secret);
    expect((await ask(trial, talk, question)).value.answer.summary).toBe('Answer a1');
    expect(chat.received.filter(({ text }) => text === question)).toHaveLength(1);
  });

  it('shows a table only where the card has one with rows', async () => {
    const table = (rows: number) => ({ type: 'Table', rows: Array(rows).fill({}) });
    const shown = (...body: unknown[]) => checkTable({ type: 'message', ...aCard(...body) });
    expect((await shown({ type: 'Container', items: [table(7)] })).note).toBe('6 rows');
    await expect(shown(table(1))).rejects.toThrow('The answer shows no table.');
    await expect(shown()).rejects.toThrow('The answer shows no table.');
  });

  it('takes the bot’s thank you for a thumb, and nothing else', async () => {
    const rated = (reply: string) =>
      meet(({ value }) => (value ? [{ text: reply }] : [])).then(({ talk }) =>
        rateAnswer(talk, {
          type: 'message',
          ...aCard(aButton({ action: 'rate', rating: 'POSITIVE' })),
        }),
      );
    expect((await rated('Thank you.')).note).toBe('“Thank you.”');
    await expect(rated('Genie didn’t take it.')).rejects.toThrow(
      'The bot said “Genie didn’t take it.”',
    );
  });

  it('says where a button is missing', async () => {
    const { trial, talk } = await meet(answering());
    const bare: Activity = { type: 'message' };
    await expect(rateAnswer(talk, bare)).rejects.toThrow('The answer has no thumb.');
    await expect(downloadTable(trial, talk, bare, 'csv')).rejects.toThrow(
      'The answer has no Download. Name another question with --question.',
    );
  });

  it.each(['xlsx', 'csv'] as const)(
    'opens the %s of both files that the bot offers',
    async (format) => {
      const files = { xlsx: 'PK', csv: '\ufeffa' };
      const actions = Object.keys(files).map((name) => ({
        type: 'Action.OpenUrl',
        url: `https://func.azurewebsites.net/api/answers/a1/export?format=${name}&signature=${name}`,
      }));
      const { trial, talk } = await meet(({ value }) =>
        value ? [aCard({ type: 'ActionSet', actions })] : [],
      );
      const withFiles: Trial = {
        ...trial,
        fetch: async (url) =>
          new Response(String(url).includes('format=csv') ? files.csv : files.xlsx),
      };
      const answer: Activity = { type: 'message', ...aCard(aButton({ action: 'export' })) };
      expect((await downloadTable(withFiles, talk, answer, format)).note).toMatch(/^\d bytes$/);
      expect([...trial.secrets].filter((secret) => secret.includes('signature='))).toHaveLength(2);
    },
  );

  it.each([
    ['csv', '\ufeffa,b', 200, '6 bytes'],
    ['xlsx', 'PK…', 200, '5 bytes'],
    ['xlsx', '<html>', 200, 'What the link gives isn’t xlsx.'],
    ['csv', 'a,b', 200, 'What the link gives isn’t csv.'],
    ['csv', '', 403, 'The link answered 403.'],
  ] as const)('opens the link to a download: %s %j %i', async (format, file, status, outcome) => {
    const link = 'https://func.azurewebsites.net/api/answers/a1/export?signature=s3cret';
    const shared = aCard({ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', url: link }] });
    const { trial, talk } = await meet(({ value }) => (value ? [shared] : []));
    const answer: Activity = { type: 'message', ...aCard(aButton({ action: 'export', format })) };
    const withFile: Trial = { ...trial, fetch: async () => new Response(file, { status }) };
    const seen = await downloadTable(withFile, talk, answer, format).then(
      ({ note }) => note,
      (error: Error) => error.message,
    );
    expect(seen).toBe(outcome);
    expect([...trial.secrets].some((secret) => secret.includes('s3cret'))).toBe(true);
  });

  describe('across a restart', () => {
    const workspace: Workspace = { settings: {}, question, followUp: '', slowQuestion: question };

    /** Restarts while nothing has been answered; `replies` come when the app is back. */
    async function restart(replies: Partial<Activity>[], more: Partial<Workspace> = {}) {
      const { chat, trial, talk } = await meet(answering());
      return surviveRestart(trial, talk, { ...workspace, ...more }, async () => {
        const asked = chat.received.find(({ text }) => text === question);
        // After the look that asks whether the answer was there before the restart was done.
        const { read } = talk;
        talk.read = async () => {
          await read();
          talk.read = read;
          for (const reply of replies) await chat.say(asked ?? { type: 'message' }, reply);
        };
      });
    }

    it('passes with one answer', async () => {
      expect((await restart([anAnswer('a1')])).note).toMatch(/^answered once, /);
    });

    it('passes with one answer to one question that reached Genie', async () => {
      const { note } = await restart([anAnswer('a1')], { countAsked: async () => 1 });
      expect(note).toMatch(/^asked once, answered once, /);
    });

    it('fails with two answers', async () => {
      await expect(restart([anAnswer('a1'), anAnswer('a1')])).rejects.toThrow(
        'It was answered 2 times.',
      );
    });

    it('fails where Genie was asked twice', async () => {
      const twice = restart([anAnswer('a1')], { countAsked: async () => 2 });
      await expect(twice).rejects.toThrow('Genie was asked 2 times.');
    });

    it('fails without an answer', async () => {
      await expect(restart([])).rejects.toThrow('There was no answer');
    });

    it('shows nothing where the answer comes before the restart is done', async () => {
      const { trial, talk } = await meet(answering(anAnswer('a1')));
      const survived = surviveRestart(trial, talk, workspace, async () => undefined);
      await expect(survived).rejects.toThrow('The answer came before the restart was done');
    });
  });
});
