// A setup file of `vitest.otherDays.config.ts`: the process lives on the day that `TEST_NOW` names, and time goes on from
// there. Node itself, files and child processes stay in the present. Fake timers start from the other day.

const started = 'TEST_NOW_STARTED';
const realDate = Date;

if (process.env['TEST_NOW'] && !process.env[started]) {
  const shiftMs = realDate.parse(process.env['TEST_NOW']) - realDate.now();
  const now = () => realDate.now() + shiftMs;
  globalThis.Date = new Proxy(realDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    apply: () => new realDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  shiftIntl(now);
  // Workers are used again: the next file is on that day already.
  process.env[started] = 'yes';
}

/** What is formatted without a time is the time it is. */
function shiftIntl(now: () => number): void {
  const { prototype } = Intl.DateTimeFormat;
  const { formatToParts } = prototype;
  const format = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
  Object.defineProperties(prototype, {
    format: {
      get() {
        return (time: number | Date = now()) => format?.call(this)(time);
      },
    },
    formatToParts: {
      value(this: Intl.DateTimeFormat, time: number | Date = now()) {
        return formatToParts.call(this, time);
      },
    },
  });
}
