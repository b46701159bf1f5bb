import { afterAll, beforeAll, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { type InProcess, openInProcess } from './support/openInProcess.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

it('the app logs its version when it starts', () => {
  const { version } = packageJson;
  expect(bot.log).toContainEqual(expect.objectContaining({ event: 'app.started', version }));
});
