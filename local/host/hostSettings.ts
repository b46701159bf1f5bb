import { availableParallelism } from 'node:os';
import * as z from 'zod/mini';
import { type LogLevels, logLevelNames } from './logLevels.ts';

/** The parts of host.json that the local host honours; the defaults are the real host's. Times are milliseconds. */
export interface HostSettings {
  routePrefix: string;
  logLevels: LogLevels;
  queues: QueueSettings;
}

export interface QueueSettings {
  /** The most messages taken at once. */
  batchSize: number;
  /** More are taken once at most this many are being worked on. */
  newBatchThreshold: number;
  /** The longest pause between two polls of an empty queue. */
  maxPollingInterval: number;
  /** How long a failed message stays hidden before it is tried again. */
  visibilityTimeout: number;
  maxDequeueCount: number;
  messageEncoding: 'base64' | 'none';
}

/** A .NET TimeSpan, `[days.]hours:minutes:seconds[.fraction]`, in milliseconds. */
const timeSpan = z.pipe(
  z.string().check(z.regex(/^(\d+\.)?([01]?\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?$/)),
  z.transform((text) => {
    const [seconds = '0', minutes, hoursAndDays = ''] = text.split(':').reverse();
    const [hours, days = 0] = hoursAndDays.split('.').reverse();
    return (
      ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000
    );
  }),
);

/** An app setting that overrides host.json is text. */
const count = (minimum: number, maximum: number) =>
  z.pipe(
    z.transform((value) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
    z.int().check(z.minimum(minimum), z.maximum(maximum)),
  );

const inLowerCase = z.transform((value) =>
  typeof value === 'string' ? value.toLowerCase() : value,
);

const hostJson = z.object({
  logging: z.prefault(
    z.object({
      logLevel: z._default(z.record(z.string(), z.pipe(inLowerCase, z.enum(logLevelNames))), {}),
    }),
    {},
  ),
  extensions: z.prefault(
    z.object({
      http: z.prefault(z.object({ routePrefix: z._default(z.string(), 'api') }), {}),
      queues: z.prefault(
        z.object({
          batchSize: z._default(count(1, 32), 16),
          newBatchThreshold: z.optional(count(0, 1000)),
          maxPollingInterval: z._default(timeSpan, 60_000),
          visibilityTimeout: z._default(timeSpan, 0),
          maxDequeueCount: z._default(count(1, 1_000_000), 5),
          messageEncoding: z._default(z.pipe(inLowerCase, z.enum(['base64', 'none'])), 'base64'),
        }),
        {},
      ),
    }),
    {},
  ),
});

/**
 * Reads the parsed host.json.
 *
 * @param cores how many processor cores the host has
 * @param workers the most messages worked on at the same time, whatever the file says
 *
 * @throws Error that names every entry that is wrong
 */
export function readHostSettings(
  json: unknown,
  {
    cores = availableParallelism(),
    workers,
  }: { cores?: number; workers?: number | undefined } = {},
): HostSettings {
  const result = hostJson.safeParse(json);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    throw new Error(`host.json is wrong:\n  ${problems.join('\n  ')}`);
  }
  const { extensions, logging } = result.data;
  const { http, queues } = extensions;
  const newBatchThreshold = queues.newBatchThreshold ?? Math.floor(queues.batchSize / 2) * cores;
  // One at a time, as soon as one of them is done.
  const limits = workers
    ? { batchSize: 1, newBatchThreshold: workers - 1 }
    : { batchSize: queues.batchSize, newBatchThreshold };
  return {
    routePrefix: http.routePrefix,
    logLevels: logging.logLevel,
    queues: { ...queues, ...limits },
  };
}
