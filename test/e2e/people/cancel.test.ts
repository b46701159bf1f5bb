import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
  const statuses = [
    { status: 'ASKING_AI', ms: 1_200 },
    { status: 'COMPLETED', ms: 0 },
  ];
  bot.genie.faults.script(/slowly/, { statuses });
});
afterAll(() => bot.close());

const asked = (text: string) => bot.genie.messages().find(({ content }) => content.endsWith(text));

describe.each(['personal', 'webchat'] as const)('cancel in %s', (scene) => {
  it('stops waiting, says so, and continues in a new conversation', async () => {
    const place = `cancel-${scene}`;
    const person = aPersonAt(bot, place, { scene });
    await person.ask('Revenue by region');
    const slow = `Revenue by month slowly ${scene}`;
    await person.write(slow);
    const message = await until(() => asked(slow));

    await person.write('cancel');
    await bot.connector.waitFor(() =>
      person
        .messages()
        .some((said) => /your question\. Genie might still finish it in/.test(readAloud(said))),
    );
    await person.ask(`Revenue by category ${scene}`);
    const next = asked(`Revenue by category ${scene}`);
    expect(next?.conversationId).not.toBe(message.conversationId);

    // Genie has finished by now what nobody waits for.
    await until(() => Date.now() > message.createdAt + 1_800);
    expect(person.answers()).toHaveLength(2);
    if (scene === 'personal') {
      const spoken = person.messages().map(readAloud).join('\n');
      expect(spoken).toContain('You cancelled this question.');
      expect(spoken).not.toMatch(/ … \d/);
    }
  });
});

describe('cancel', () => {
  it('withdraws every question that waits behind another', async () => {
    const person = aPersonAt(bot, 'cancel-all', { scene: 'webchat' });
    await person.write('How many orders slowly first?');
    await person.write('How many orders second?');
    await person.write('How many orders third?');
    await until(() => asked('How many orders slowly first?'));
    const reply = await person.hear('cancel');
    expect(readAloud(reply)).toBeDefined();
    await bot.connector.waitFor(() =>
      person
        .messages()
        .some((said) =>
          /your 3 questions\. Genie might still finish the one it already has in/.test(
            readAloud(said),
          ),
        ),
    );
    await person.ask('How many customers?');
    expect(asked('second?')).toBeUndefined();
    expect(asked('third?')).toBeUndefined();
  });

  it('leaves other people’s questions in the same place alone', async () => {
    const ada = aPersonAt(bot, 'cancel-others', { scene: 'channel' });
    const bob = aPersonAt(bot, 'cancel-others', {
      scene: 'channel',
      from: { id: '29:bob', name: 'Bob', aadObjectId: 'bob' },
    });
    await ada.write('Revenue by region slowly of Ada');
    await until(() => asked('slowly of Ada'));
    await bob.write('cancel');
    await bot.connector.waitFor(() => ada.last().includes('nothing to cancel'));
    await bot.connector.waitFor(() => ada.answers()[0]);
  });
});
