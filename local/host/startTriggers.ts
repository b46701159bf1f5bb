import { type DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Clock } from '../../src/common/clock.ts';
import type { Binding } from './coreTypes.ts';
import type { FunctionsCore, RegisteredFunction } from './createFunctionsCore.ts';
import type { QueueSettings } from './hostSettings.ts';
import { invokeFunction } from './invokeFunction.ts';
import { listenToQueue } from './queue/listenToQueue.ts';
import { processMessage } from './queue/processMessage.ts';
import { toQueueInput } from './queue/toQueueInput.ts';
import { runTimer } from './runTimer.ts';

export interface TriggerDeps {
  core: FunctionsCore;
  connectionString: string;
  queues: QueueSettings;
  clock: Clock;
  signal: AbortSignal;
  /** The pause after the first failed try to reach a queue. */
  retryMs: number;
  /** Makes the host wait for `work` when it closes. */
  track<T>(work: Promise<T>): Promise<T>;
}

/** Listens to a function's queue. Ends when the signal aborts. @throws StorageLostError */
export function startQueueTrigger(
  registered: RegisteredFunction,
  trigger: Binding,
  { core, connectionString, queues: settings, clock, signal, retryMs, track }: TriggerDeps,
): Promise<void> {
  const open = (name: string, maxTries = 2) =>
    new QueueClient(connectionString, name, { retryOptions: { maxTries, retryDelayInMs: 200 } });
  const name = String(trigger['queueName']);
  const queue = open(name);
  const poisonQueue = name.endsWith('-poison') ? undefined : open(`${name}-poison`);
  const warn = (message: string) => core.report('warning', 'Host.Triggers.Queue', message);
  const why = `New queue message detected on '${name}'.`;
  const run = (body: Buffer, message: DequeuedMessageItem) =>
    invokeFunction(core, registered, { why, bind: () => toQueueInput(body, message) });
  const deps = { queue, poisonQueue, settings, clock, run, warn };
  return listenToQueue({
    queue: open(name, 1),
    settings,
    clock,
    signal,
    retryMs,
    process: (message) => track(processMessage(message, deps)),
    warn,
  });
}

/** Runs a timer function on time. Ends when the signal aborts. */
export function startTimerTrigger(
  registered: RegisteredFunction,
  trigger: Binding,
  { core, clock, signal, track }: TriggerDeps,
): Promise<void> {
  return runTimer({
    schedule: String(trigger['schedule']),
    runOnStartup: trigger['runOnStartup'] === true,
    clock,
    signal,
    async run(timer) {
      const bind = () => ({ data: { json: JSON.stringify(timer) } });
      const why = `Timer fired at ${new Date(clock.now()).toISOString()}`;
      // What it throws is logged with the run; a timer fires again.
      await track(invokeFunction(core, registered, { why, bind })).catch(() => undefined);
    },
  });
}
