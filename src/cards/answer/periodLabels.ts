/** `2026-Q1`, `2026 Q1`, `2026-01`, `2026-W07`. */
const period = /^((?:19|20)\d\d)(?:[- ]?([QW])([0-5]?\d)|-(0[1-9]|1[0-2]))$/;
/** So many names of six characters fit side by side below a chart. */
const roomy = 8;

/**
 * The names of periods as short as Teams shows them below a chart: it gives each of sixteen quarters room for three
 * characters, and shows “2…” instead of more. So the first period of a year has the year's name, and the others have
 * none: ’25 Q2 Q3 Q4 ’26. Anything but periods stays as it is.
 */
export function periodLabels(labels: readonly string[]): string[] {
  const parts = labels.map((label) => period.exec(label));
  if (parts.some((part) => part === null)) return [...labels];
  const short = parts.map((part) => {
    const [, year = '', unit = '', number, month] = part ?? [];
    const name = `${unit}${Number(number ?? month)}`;
    if (labels.length > roomy) return Number(number ?? month) === 1 ? `’${year.slice(2)}` : name;
    return month === undefined ? `${name} ${year.slice(2)}` : `${year.slice(2)}-${month}`;
  });
  return apart(short);
}

/** Points of one name would be one point; what tells them apart can't be seen. */
function apart(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    return label + '\u200B'.repeat(before);
  });
}
