import { describe, expect, test } from 'vitest';
import type { IdentityView } from '../../../src/cards/signIn/identityText.ts';
import { helpCard } from '../../../src/cards/talk/helpCard.ts';
import { infoCard } from '../../../src/cards/talk/infoCard.ts';
import { welcomeCard } from '../../../src/cards/talk/welcomeCard.ts';
import { whoamiCard } from '../../../src/cards/talk/whoamiCard.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardLines, cardText } from '../readCard.ts';

const anInfo = {
  ...testReader('teams'),
  space: { title: 'Sales', description: 'All **orders** since 2020.' },
  sendsEmail: true,
  sendsRatings: true,
  sessionHours: 4,
  adminContact: 'admin@company.com',
  version: '1.2.3',
  demo: false,
} as const;

describe('the welcome', () => {
  const sampleQuestions = ['Revenue by region?', 'Top products?'];

  test('greets and offers the sample questions', () => {
    const message = welcomeCard({
      ...testReader('webchat'),
      sampleQuestions,
      demo: false,
    });
    expect(cardLines(message)[0]).toBe('Hi!');
    expect(cardAction(message, 'Top products?')).toMatchObject({ data: 'Top products?' });
    expect(cardText(message)).toContain('“help”');
    expect(cardText(message)).not.toContain('demo');
    expect(parseWarnings(message)).toEqual([]);
  });

  test('says when the data is a demo', () => {
    const message = welcomeCard({ ...testReader('teams'), sampleQuestions: [], demo: true });
    expect(cardLines(message)[0]).toBe('Hi!');
    expect(cardText(message)).toContain('demo');
    expect(cardActions(message)).toEqual([]);
  });
});

test('the help shows what each command does, and who to contact', () => {
  const message = helpCard({
    ...testReader('teams'),
    sampleQuestions: ['Revenue?'],
    commands: [{ name: 'reset', help: 'starts a new conversation' }],
    adminContact: 'admin@company.com',
  });
  const lines = cardLines(message);
  expect(lines).toContain('reset: starts a new conversation');
  expect(cardText(message)).toContain('admin@company.com');
  expect(parseWarnings(message)).toEqual([]);
});

describe('the help', () => {
  const commands = Array.from({ length: 8 }, (_, index) => ({
    name: `command ${index}`,
    help: `does ${index}`,
  }));
  const help = (shown: typeof commands, sampleQuestions: string[] = []) =>
    helpCard({ ...testReader('teams'), sampleQuestions, commands: shown });

  test('shows five commands at once, and the rest behind a button that goes then', () => {
    const message = help(commands);
    const lines = cardLines(message);
    expect(lines.filter((line) => line.startsWith('command'))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith('(commands) command'))).toHaveLength(3);
    expect(cardAction(message, 'All commands')).toMatchObject({
      type: 'Action.ToggleVisibility',
      targetElements: ['commands', 'all-commands'],
    });
    expect(parseWarnings(message)).toEqual([]);
  });

  test('has no such button for five', () => {
    expect(cardText(help(commands.slice(0, 5)))).not.toContain('All commands');
  });

  test('says by an example how to see an answer as a chart, and suggests three questions', () => {
    const message = help(commands, ['One?', 'Two?', 'Three?', 'Four?']);
    expect(cardText(message)).toContain('“as a line chart”');
    expect(cardActions(message).map(({ title }) => title)).toEqual([
      'One?',
      'Two?',
      'Three?',
      'All commands',
    ]);
  });
});

describe('the info', () => {
  test('says where answers come from, what is sent and who to contact', () => {
    const message = infoCard(anInfo);
    expect(cardLines(message)).toEqual([
      'About this bot',
      'Answers come from: Sales',
      'All **orders** since 2020.',
      'Sent to Genie: your question, your email address, and your ratings',
      'New conversation: after 4 hours of inactivity',
      'Contact: admin@company.com',
      'Version: 1.2.3',
    ]);
    expect(parseWarnings(message)).toEqual([]);
  });

  test('doesn’t claim to send what isn’t sent', () => {
    const text = cardText(infoCard({ ...anInfo, sendsEmail: false, sendsRatings: false }));
    expect(text).toContain('Sent to Genie: your question\n');
  });

  test('never passes the demo off as Genie', () => {
    const text = cardText(infoCard({ ...anInfo, demo: true }));
    expect(text).toContain('a demo workspace: made-up sales data, no AI');
  });

  test('works without a space', () => {
    const { space: _, ...info } = anInfo;
    expect(cardText(infoCard(info))).toContain('Answers come from: Databricks Genie');
  });
});

describe('whoami', () => {
  const user = { name: 'Ada', email: 'ada@company.com' };

  test('shows an address that Teams vouches for without a remark', () => {
    const message = whoamiCard(testReader('teams'), { ...user, knownBy: 'teams' });
    expect(cardText(message)).toContain('Email: ada@company.com');
    expect(parseWarnings(message)).toEqual([]);
  });

  test('never makes a self-declared address look verified', () => {
    const text = cardText(whoamiCard(testReader('webchat'), { ...user, knownBy: 'self-declared' }));
    expect(text).toContain('Email (not verified): ada@company.com');
    expect(text).toContain('not verified.');
  });

  test('tells an unknown person so', () => {
    const text = cardText(
      whoamiCard(testReader('webchat'), { name: ' ', knownBy: 'self-declared' }),
    );
    expect(text).toContain('I don’t know your name');
  });
});

describe('whose rights Genie is asked with', () => {
  const yours = 'Genie answers with your Databricks rights.';
  const everyones = 'Genie answers with this bot’s rights, the same for everyone.';
  const user = { name: 'Ada', knownBy: 'teams' } as const;
  const cards = (identity?: IdentityView) => {
    const said = identity ? { identity } : {};
    const common = { ...testReader('teams'), sampleQuestions: [] } as const;
    return {
      welcome: welcomeCard({ ...common, demo: false, ...said }),
      help: helpCard({ ...common, commands: [], ...said }),
      info: infoCard({ ...anInfo, ...said }),
      whoami: whoamiCard(testReader('teams'), user, identity),
    };
  };

  test.each(['welcome', 'help', 'info', 'whoami'] as const)('is one line of the %s', (name) => {
    const linesIn = (identity?: IdentityView) => cardLines(cards(identity)[name]);
    expect(linesIn({ mode: 'person' }).filter((line) => line === yours)).toHaveLength(1);
    expect(linesIn({ mode: 'bot' }).filter((line) => line === everyones)).toHaveLength(1);
    expect(linesIn({ mode: 'bot' })).toHaveLength(linesIn().length + 1);
    expect(linesIn().join()).not.toContain('rights');
    expect(parseWarnings(cards({ mode: 'person' })[name])).toEqual([]);
  });

  test('is followed up in whoami by the account that is signed in', () => {
    const text = (signedInAs?: string) =>
      cardText(
        whoamiCard(testReader('teams'), user, {
          mode: 'person',
          ...(signedInAs && { signedInAs }),
        }),
      );
    expect(text('ada@company.com')).toContain('Signed in as: ada@company.com');
    expect(text(`ada\n${'x'.repeat(400)}`)).toMatch(/Signed in as: ada x+…\n/);
    for (const nobody of [undefined, ' ']) {
      expect(text(nobody)).toContain('You’re not signed in. Type “sign in” to do so.');
      expect(text(nobody)).not.toContain('Signed in as');
    }
    const bot = cardText(whoamiCard(testReader('teams'), user, { mode: 'bot' }));
    expect(bot).not.toContain('igned in');
  });
});
