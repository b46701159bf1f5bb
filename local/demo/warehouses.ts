import type { Caller } from './caller.ts';
import { createWarehouse, type Warehouse } from './warehouse.ts';

/** One warehouse for each set of regions: whatever runs in it finds only the rows that its callers can see. */
export interface Warehouses {
  of(caller: Caller): Warehouse;
}

export function createWarehouses(seed: string, now: () => number): Warehouses {
  const byRegions = new Map<string, Warehouse>();
  return {
    of: ({ regions }) => {
      const key = JSON.stringify(regions ?? 'all');
      const warehouse = byRegions.get(key) ?? createWarehouse(seed, now, regions);
      byRegions.set(key, warehouse);
      return warehouse;
    },
  };
}
