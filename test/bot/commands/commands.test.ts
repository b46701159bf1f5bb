import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/bot/commands/command.ts';
import { commands } from '../../../src/bot/commands/commands.ts';
import { guessCommand } from '../../../src/bot/commands/guessCommand.ts';
import { parseCommand } from '../../../src/bot/commands/parseCommand.ts';
import { bareWords } from '../../../src/bot/text/bareWords.ts';
import { commands as english } from '../../../src/texts/en/commands.ts';
import { openAsPerson } from '../../support/openAsPerson.ts';
import { openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

const sayings = commands.flatMap(({ name }) =>
  [name, ...english[name].sayings].map((saying) => [saying, name] as const),
);
const helpOf = ({ name }: Command) => ('help' in english[name] ? english[name].help : undefined);
const shown = commands.filter((command) => helpOf(command) !== undefined);
const hidden = commands.filter((command) => helpOf(command) === undefined);

describe('the commands', () => {
  it.each(sayings)('“%s” is %s', (saying, name) => {
    expect(parseCommand(saying)?.name).toBe(name);
  });

  it('are each said in ways of their own, written as messages are compared', () => {
    const said = sayings.map(([saying]) => saying);
    expect(said.filter((saying, index) => said.indexOf(saying) !== index)).toEqual([]);
    expect(said.filter((saying) => bareWords(saying) !== saying)).toEqual([]);
  });

  it.each([
    { mode: 'bot', open: openInProcess },
    { mode: 'person', open: openAsPerson },
  ])(
    'are in the help, unless they are hidden or there is no use for them: as $mode',
    async ({ mode, open }) => {
      const bot = await open();
      const useful = shown.filter(({ needsSignIn }) => mode === 'person' || !needsSignIn);
      try {
        const read = readAloud(await aPersonAt(bot, 'help').hear('help'));
        for (const command of useful)
          expect(read).toContain(`\n${command.name}: \n${helpOf(command)}\n`);
        const useless = commands.filter((command) => !useful.includes(command));
        for (const { name } of useless) expect(read).not.toContain(`\n${name}: `);
      } finally {
        await bot.close();
      }
    },
  );

  it('are guessed from a slip, unless they are hidden or short', () => {
    const guessed = (name: string) => guessCommand(`${name}s`)?.name;
    for (const { name } of shown) expect(guessed(name)).toBe(name);
    for (const { name } of hidden) expect(guessed(name)).toBeUndefined();
  });

  it('are all in the README, unless they are hidden', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
    const row = /^\| \*\*Commands\*\* .*$/m.exec(readme)?.[0] ?? '';
    const named = [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(shown.map(({ name }) => name).sort());
  });
});
