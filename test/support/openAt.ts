import { createMovableClock, type MovableClock } from './movableClock.ts';
import { type InProcess, type InProcessOptions, openInProcess } from './openInProcess.ts';

/** The bot in this process, at a time that the test chooses. */
export type Timed<Bot extends InProcess = InProcess> = Bot & {
  clock: MovableClock;
  /** Moves the time on to `time`, as `2026-11-30T09:00:00+01:00`; never back. */
  goTo(time: string): void;
};

/** Opens the bot at a time, as ISO 8601 has it. */
export async function openAt<Bot extends InProcess = InProcess>(
  time: string,
  options: InProcessOptions = {},
  open: (options: InProcessOptions) => Promise<Bot> = openInProcess as never,
): Promise<Timed<Bot>> {
  const clock = createMovableClock();
  clock.skip(Date.parse(time) - clock.now());
  const bot = await open({ ...options, clock });
  return {
    ...bot,
    clock,
    goTo: (later) => clock.skip(Math.max(0, Date.parse(later) - clock.now())),
  };
}
