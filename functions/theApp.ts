import { type App, createApp } from '../src/app.ts';
import { loadConfig } from '../src/config/config.ts';
import { writeLog } from './invocationLog.ts';

let app: App | undefined;

/**
 * The app of this process, created on first use. That way a bad setting fails each call with its reason and `health`
 * can report it; otherwise Azure would find no functions at all.
 *
 * @throws AppError `config`
 */
export function theApp(): App {
  app ??= createApp(loadConfig(), { writeLog });
  return app;
}
