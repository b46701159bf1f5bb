import { sweep } from '../../../../src/questions/upkeep/sweep.ts';
import { type Instance, type Mishap, startInstance } from './instance.ts';
import type { World } from './world.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long nothing runs when all instances were killed. */
const replacedAfterMs = 20_000;

/** The instances of a bot over some days, replaced when they are killed, with the hourly sweep. */
export interface Fleet {
  /** Everyone there ever was. */
  readonly all: readonly Instance[];
  /** When none ran: from, to (ms since 1970). */
  readonly gaps: readonly { from: number; to: number }[];
  /** Until when nothing runs (ms since 1970). */
  readonly downUntil: number;
  /** Kills all of them, and starts none for so long. */
  takeDown(ms: number): void;
  /** Kills the n-th of those that are alive. */
  kill(index: number): void;
  /** Lets time pass until `time` (ms since 1970). */
  passTo(time: number): Promise<void>;
}

/** @param mishaps of each instance, in the order in which they start; those after have none */
export function startFleet(
  world: World,
  mishaps: readonly ReadonlyMap<number, Mishap>[],
  settings: Parameters<typeof startInstance>[2],
): Fleet {
  const { clock } = world;
  const all: Instance[] = [];
  const gaps: { from: number; to: number }[] = [];
  let downUntil = 0;
  let deadSince: number | undefined;
  let sweptAt = clock.now();
  const alive = () => all.filter(({ isAlive }) => isAlive);
  const start = () => {
    const instance = startInstance(world, mishaps[all.length] ?? new Map(), settings);
    all.push(instance);
    void instance.serveQueue();
  };
  const replace = () => {
    const now = clock.now();
    if (alive().length > 0) return;
    deadSince ??= now;
    if (now < Math.max(downUntil, deadSince + replacedAfterMs)) return;
    gaps.push({ from: deadSince, to: now });
    deadSince = undefined;
    start();
    start();
  };
  start();
  start();

  return {
    all,
    gaps,
    get downUntil() {
      return downUntil;
    },
    takeDown(ms) {
      downUntil = clock.now() + ms;
      for (const instance of alive()) instance.kill();
      deadSince ??= clock.now();
    },
    kill: (index) => alive()[index]?.kill(),
    async passTo(time) {
      while (clock.now() < time) {
        const isQuiet = alive().length > 0;
        await clock.advance(Math.min(isQuiet ? minuteMs : 10_000, time - clock.now()));
        replace();
        const [one] = alive();
        if (!one || clock.now() < sweptAt + hourMs) continue;
        sweptAt = clock.now();
        void sweep(one.deps).catch(() => {});
      }
    },
  };
}
