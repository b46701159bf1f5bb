import { type App, createApp } from '../src/app.ts';
import { loadConfig } from '../src/config/config.ts';
import { writeLog } from './invocationLog.ts';

let app: App | undefined;

/**
 * The app of this process, made when it is first needed: a bad setting then fails each call with its reason, and
 * `health` can say it, instead of Azure finding no functions at all.
 *
 * @throws AppError `config`
 */
export function theApp(): App {
  app ??= createApp(loadConfig(), { writeLog });
  return app;
}
