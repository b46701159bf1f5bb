import { Cron } from 'croner';
import type { Clock } from '../../src/common/clock.ts';

interface TimerOptions {
  /** Six NCRONTAB fields, seconds first, in UTC. */
  schedule: string;
  runOnStartup: boolean;
  clock: Clock;
  signal: AbortSignal;
  /** Runs the function; must not throw. */
  run(timer: TimerInfo): Promise<void>;
}

/** What a timer function is told, in the real host's format. */
interface TimerInfo {
  Schedule: { AdjustForDST: boolean };
  ScheduleStatus: { Last: string; Next: string; LastUpdated: string };
  IsPastDue: boolean;
}

/** Node fires a timer at once if its delay exceeds 24.8 days. */
const longestSleepMs = 24 * 60 * 60 * 1000;

/**
 * Runs a timer function on its schedule until the signal aborts. Runs never overlap; anything due during a run is
 * skipped, as in the real host. Nothing is remembered across starts.
 *
 * @throws at once, if the schedule isn't valid
 */
export function runTimer({
  schedule,
  runOnStartup,
  clock,
  signal,
  run,
}: TimerOptions): Promise<void> {
  const cron = new Cron(schedule, {
    mode: '6-part',
    timezone: 'UTC',
    paused: true,
    domAndDow: true,
  });
  let last = new Date(0).toISOString();

  const fire = async () => {
    const now = new Date(clock.now());
    const status = { Last: last, Next: cron.nextRun(now)?.toISOString() ?? '', LastUpdated: last };
    last = now.toISOString();
    await run({ Schedule: { AdjustForDST: true }, ScheduleStatus: status, IsPastDue: false });
  };

  const tick = async () => {
    if (runOnStartup) await fire();
    while (!signal.aborted) {
      const due = cron.nextRun(new Date(clock.now()))?.getTime();
      if (due === undefined) return;
      while (clock.now() < due) {
        await clock.sleep(Math.min(due - clock.now(), longestSleepMs), signal);
      }
      await fire();
    }
  };
  return tick().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
