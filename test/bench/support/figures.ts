/** One line of a bench's table. */
export interface Figure {
  what: string;
  ours: string;
  /** What people would otherwise use, or how it would be without. */
  beside?: string;
  /** `beside` to ours, or ours to `beside`, as the limit says it. */
  ratio?: number;
  /** What was aimed at. */
  limit?: string;
  /** Whether the limit is kept; absent where there is none. */
  isKept?: boolean;
}

/** Prints a bench's figures as a Markdown table, which `docs/benchmarks.md` holds. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const header = ['', 'ours', 'beside', 'ratio', 'limit', ''];
  const rows = figures.map(({ what, ours, beside = '', ratio, limit = '', isKept }) => [
    what,
    ours,
    beside,
    ratio === undefined ? '' : `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`,
    limit,
    isKept === undefined ? '' : isKept ? 'kept' : 'MISSED',
  ]);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  process.stdout.write(`\n### ${title}\n\n${[header, rule, ...rows].map(line).join('\n')}\n`);
}
