import { fitsRow } from './buttonFit.ts';

/** Buttons of Web Chat in as few rows as keep their order and fit a phone. */
export function packRows<T extends { title: string }>(tools: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const tool of tools) {
    const row = rows.at(-1);
    const titles = [...(row ?? []), tool].map(({ title }) => title);
    if (row && fitsRow('webchat', titles)) row.push(tool);
    else rows.push([tool]);
  }
  return rows;
}
