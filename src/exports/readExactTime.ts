const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d+))?(Z|[+-]00:?00)?)?$/;

/** Excel's earlier days don't match the calendar: it treats 1900 as a leap year. */
const earliest = Date.UTC(1900, 2, 1);

export interface TimeCell {
  value: Date;
  format: string;
}

/**
 * A DATE or TIMESTAMP as Excel stores it, shown in ISO order; `undefined` if something would be lost: a year before
 * 1900, a zone other than UTC, less than a thousandth of a second.
 */
export function readExactTime(text: string): TimeCell | undefined {
  const [, date, time = '', digits = '', zone] = pattern.exec(text) ?? [];
  const fraction = digits.replace(/(?<!0)0+$/, '');
  if (date === undefined || fraction.length > 3) return undefined;
  const clock = time === '' ? '00:00:00' : time.padEnd(8, ':00');
  const value = new Date(`${date}T${clock}.${fraction.padEnd(3, '0')}Z`);
  // `2026-02-30` would become a different day.
  const isReal = !Number.isNaN(value.getTime()) && value.toISOString().startsWith(date);
  if (!isReal || value.getTime() < earliest) return undefined;
  const format = [
    'yyyy-mm-dd',
    ...(time === '' ? [] : [fraction === '' ? 'hh:mm:ss' : 'hh:mm:ss.000']),
    ...(zone === undefined ? [] : ['"UTC"']),
  ].join(' ');
  return { value, format };
}
