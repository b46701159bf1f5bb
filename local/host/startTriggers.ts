import { type DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Clock } from '../../src/common/clock.ts';
import type { Binding } from './coreTypes.ts';
import type { FunctionsCore, RegisteredFunction } from './createFunctionsCore.ts';
import { describeError } from './describeError.ts';
import type { QueueSettings } from './hostSettings.ts';
import { invokeFunction } from './invokeFunction.ts';
import { listenToQueue } from './queue/listenToQueue.ts';
import { processMessage } from './queue/processMessage.ts';
import { runTimer } from './runTimer.ts';
import { toQueueInput } from './queue/toQueueInput.ts';

export interface TriggerDeps {
  core: FunctionsCore;
  connectionString: string;
  queues: QueueSettings;
  clock: Clock;
  signal: AbortSignal;
  /** Makes the host wait for `work` when it closes. */
  track<T>(work: Promise<T>): Promise<T>;
}

/** Starts listening to a function's queue. Ends when the signal aborts. */
export function startQueueTrigger(
  registered: RegisteredFunction,
  trigger: Binding,
  { core, connectionString, queues: settings, clock, signal, track }: TriggerDeps,
): Promise<void> {
  const open = (name: string) =>
    new QueueClient(connectionString, name, {
      retryOptions: { maxTries: 2, retryDelayInMs: 200 },
    });
  const name = String(trigger['queueName']);
  const queue = open(name);
  const poisonQueue = name.endsWith('-poison') ? undefined : open(`${name}-poison`);
  const warn = (message: string) => core.write('warning', 'system', message);
  const run = (text: string, message: DequeuedMessageItem) =>
    invokeFunction(core, registered, toQueueInput(text, message));
  const deps = { queue, poisonQueue, settings, clock, run, warn };
  return listenToQueue({
    queue,
    settings,
    clock,
    signal,
    process: (message) => track(processMessage(message, deps)),
    warn,
  });
}

/** Starts a timer function's clock. Ends when the signal aborts. */
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
      try {
        await track(invokeFunction(core, registered, { data: { json: JSON.stringify(timer) } }));
      } catch (error) {
        const { name } = registered.metadata;
        core.write('error', 'system', `Function ${name} failed: ${describeError(error)}`);
      }
    },
  });
}
