import { expect, it, vi } from 'vitest';

const { TEST_NOW = '', TZ, LC_ALL = '' } = process.env;

it.runIf(TEST_NOW)('the process lives on the other day, in its time zone and language', () => {
  const day = Date.parse(TEST_NOW);
  const since = [Date.now(), Date.parse(new Date().toISOString()), Date.parse(Date())].map(
    (now) => now - day,
  );
  // What runs before it in the same process takes seconds.
  expect(Math.min(...since)).toBeGreaterThan(-1_000);
  expect(Math.max(...since)).toBeLessThan(3_600_000);
  expect(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'UTC' }).format()).toBe(
    TEST_NOW.slice(0, 4),
  );
  expect(new Date(2026, 0, 1)).toBeInstanceOf(Date);
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  expect(timeZone).toBe(TZ);
  expect(locale.slice(0, 2)).toBe(LC_ALL.startsWith('de') ? 'de' : 'en');
});

it.runIf(TEST_NOW)('fake timers start from there and give it back', () => {
  vi.useFakeTimers();
  try {
    const before = new Date();
    vi.advanceTimersByTime(86_400_000);
    expect(Date.now() - before.getTime()).toBe(86_400_000);
    expect(before.toISOString().slice(0, 10)).toBe(TEST_NOW.slice(0, 10));
  } finally {
    vi.useRealTimers();
  }
  expect(new Date().toISOString().slice(0, 10)).toBe(TEST_NOW.slice(0, 10));
});
