import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../src/common/errors.ts';
import { containerMarkers } from '../src/config/botIdentity.ts';
import type { Env } from '../src/config/settings.ts';
import { buildFunctions } from './build/build.ts';
import { createChat } from './chat/createChat.ts';
import { leadToPage } from './chat/leadToPage.ts';
import { chatSettings } from './chatSettings.ts';
import { startDemoWorkspace } from './demo/demoWorkspace.ts';
import { demoSettings } from './demoSettings.ts';
import type { HostLogEntry } from './host/hostLog.ts';
import { type Host, type HostOptions, startHost } from './host/startHost.ts';
import { keepPrivate } from './keepPrivate.ts';
import { readLocalPlan } from './localPlan.ts';
import { describeFiles, readLocalEnv } from './settings/readLocalEnv.ts';
import { startDemoSignIn } from './startDemoSignIn.ts';
import { startStorage } from './storage/startStorage.ts';

interface LocalOptions {
  projectDir: string;
  env: Env;
  /** A bundle that was built before, for tests: they start many bots of one source. Default: it is built now. */
  bundle?: string | undefined;
  /** For tests of what Azure's host does otherwise than a laptop's should. */
  likeAzure?: AzureLike | undefined;
  /** Called where Azure's host would end its process, with why. */
  onStorageLost: (why: string) => void;
  /** Gets each line for the person at the terminal. */
  say: (line: string) => void;
  /** Aborts a start that isn't finished. */
  signal: AbortSignal;
  /** Told what each HTTP function was sent, and with which status it replied. */
  observe?: HostOptions['observe'];
}

/** Keys for the functions and `/admin`, and times that a test can't wait for. */
export type AzureLike = Pick<
  HostOptions,
  'functionKey' | 'masterKey' | 'closingGraceMs' | 'storageRetryMs'
>;

export interface LocalApp {
  url: string;
  /** Whether the chat page is served. */
  hasChat: boolean;
  /** Which settings files were read, as a sentence; empty if none was. */
  settingsFrom: string;
}

/** How long Azure's host waits for running work when it stops. */
const azureGraceMs = 10_000;

interface Part {
  close(): Promise<void>;
}

/**
 * Starts everything the bot needs on a laptop in this process, and the bot itself; resolves when `GET /api/health`
 * answers 200. Everything it starts is added to `parts`, to be closed in reverse order, even if the start fails.
 *
 * @throws AppError `config` for a bad setting, a port or a data folder that is taken
 */
export async function startLocal(
  {
    projectDir,
    env: processEnv,
    bundle,
    likeAzure,
    onStorageLost,
    say,
    signal,
    observe,
  }: LocalOptions,
  parts: Part[],
): Promise<LocalApp> {
  const keep = <T extends Part>(part: T): T => {
    parts.push(part);
    return part;
  };
  const local = await readLocalEnv(processEnv, projectDir);
  const env: Env = {
    ...local.env,
    // The host below listens on loopback only, even in a container.
    ...Object.fromEntries(containerMarkers.map((name) => [name, ''])),
  };
  const plan = readLocalPlan(env, projectDir);
  const entry = bundle ?? (await buildFunctions());
  // After the build, whose files are for everyone. From here on, what this process creates, Azurite's files among it, is
  // for this user alone.
  process.umask(0o077);
  await keepPrivate(plan.dataDir, say);

  const { connectionString } =
    'connectionString' in plan.storage
      ? plan.storage
      : keep(await startStorage({ ...plan.storage, warn: say }));
  let host: Host | undefined;
  const chat = plan.chat && createChat({ ...plan.chat, botUrl: () => host?.url ?? '' });
  if (chat) keep(chat.sockets);
  const signIn = plan.hasSignIn && chat ? keep(await startDemoSignIn(chat)) : undefined;
  if (signIn) say(signIn.description);
  const demo =
    plan.demo &&
    keep(
      await startDemoWorkspace({
        ...plan.demo,
        ...(signIn && { readPersonToken: signIn.readPersonToken }),
      }),
    );
  // The app reads its settings from the environment, as in Azure.
  Object.assign(process.env, env, { AzureWebJobsStorage: connectionString });
  if (demo) Object.assign(process.env, demoSettings(demo, env, signIn));

  host = keep(
    await startHost({
      entry,
      hostJson: JSON.parse(await readFile(join(projectDir, 'host.json'), 'utf8')),
      env,
      port: plan.port,
      publicUrl: plan.publicUrl,
      workers: plan.workers,
      observe,
      storage: { connectionString },
      ...(likeAzure && { closingGraceMs: azureGraceMs, ...likeAzure }),
      onStorageLost: ({ message }) => onStorageLost(message),
      log: (entry) => logLine(entry, plan.verbose, say),
      ...(chat && {
        fallback: (request, response) =>
          leadToPage(request, response) || chat.handle(request, response),
        sockets: chat.sockets,
      }),
    }).catch((error: unknown) => {
      throw isPortTaken(error)
        ? new AppError(
            'config',
            `Port ${plan.port} is in use. Stop the program that uses it, or set PORT to another port.`,
            { cause: error },
          )
        : error;
    }),
  );
  // Where this start's own downloads are, unless it has another public address.
  process.env['PUBLIC_BASE_URL'] ||= host.url;
  if (chat) Object.assign(process.env, chatSettings(chat, env, host.url));
  await untilHealthy(host.url, say, signal);
  return {
    url: host.url,
    hasChat: chat !== undefined,
    settingsFrom: describeFiles(local.files),
  };
}

function logLine(
  { level, source, message }: HostLogEntry,
  verbose: boolean,
  say: (line: string) => void,
) {
  const quiet = ['trace', 'debug', 'information'].includes(level);
  if (source === 'function') say(message);
  else if (verbose || !quiet) say(`host ${level}: ${message}`);
}

const isPortTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function untilHealthy(url: string, say: (line: string) => void, signal: AbortSignal) {
  for (let told = ''; ; await wait(250, undefined, { signal })) {
    const response = await fetch(`${url}/api/health`, { signal });
    const body = await response.text();
    if (response.ok) return;
    if (body !== told) say(`Not ready yet: ${body}`);
    told = body;
  }
}
