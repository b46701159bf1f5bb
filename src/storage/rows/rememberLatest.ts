import type { Clock } from '../../common/clock.ts';
import type { Store, Versioned } from '../../questions/ports.ts';

/** How long a version that this process read or wrote counts as the newest. */
const rememberedMs = 1_000;

/**
 * A store that does not read again what this process has just read or written, for rows that are changed by reading and
 * replacing them again and again. A reader may miss what others wrote in the last second. A writer cannot: the replace
 * of an outdated version is lost, as ever. While others write the same row, it is read each time.
 */
export function rememberLatest<T extends { id: string }>(store: Store<T>, clock: Clock): Store<T> {
  const latest = new Map<string, { version: Versioned<T>; until: number }>();
  const sharedUntil = new Map<string, number>();

  function remember(version: Versioned<T> | undefined): Versioned<T> | undefined {
    if (version) latest.set(version.value.id, { version, until: clock.now() + rememberedMs });
    return version;
  }

  return {
    ...store,
    async get(id) {
      const known = latest.get(id);
      const isShared = (sharedUntil.get(id) ?? 0) > clock.now();
      if (known && known.until > clock.now() && !isShared) return known.version;
      return remember(await store.get(id));
    },
    insert: async (value) => remember(await store.insert(value)),
    async replace(current, next) {
      latest.delete(current.value.id);
      const replaced = await store.replace(current, next);
      if (replaced === undefined) sharedUntil.set(next.id, clock.now() + rememberedMs);
      return remember(replaced);
    },
    async delete(id) {
      latest.delete(id);
      await store.delete(id);
    },
  };
}
