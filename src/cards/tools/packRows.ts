/** Buttons in as few rows as keep their order, by whether some titles fit side by side. */
export function packRows<T extends { title: string }>(
  tools: readonly T[],
  fits: (titles: readonly string[]) => boolean,
): T[][] {
  const rows: T[][] = [];
  for (const tool of tools) {
    const row = rows.at(-1);
    const titles = [...(row ?? []), tool].map(({ title }) => title);
    if (row && fits(titles)) row.push(tool);
    else rows.push([tool]);
  }
  return rows;
}
