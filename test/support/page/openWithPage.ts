import { type InProcess, type InProcessOptions, openInProcess } from '../openInProcess.ts';
import { type DirectLineDouble, startDirectLine } from './directLineDouble.ts';

/** The bot in this process with the chat page on, and Direct Line. */
export type WithPage<Bot extends InProcess = InProcess> = Bot & { directLine: DirectLineDouble };

export async function openWithPage<Bot extends InProcess = InProcess>(
  options: InProcessOptions = {},
  open: (options: InProcessOptions) => Promise<Bot> = openInProcess as never,
): Promise<WithPage<Bot>> {
  const directLine = await startDirectLine();
  const bot = await open({
    ...options,
    env: {
      CHAT_PAGE: 'true',
      DIRECT_LINE_URL: directLine.url,
      DIRECT_LINE_SECRET: directLine.secret,
      ...options.env,
    },
  });
  return {
    ...bot,
    directLine,
    async close() {
      await bot.close();
      await directLine.close();
    },
  };
}
