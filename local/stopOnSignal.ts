const parentCheckMs = 250;
/** A terminal sends Ctrl-C to both npm and this process, and npm passes it on, so it arrives twice. */
const echoMs = 500;
const deadlineMs = 3000;

/**
 * Ends the process on request: on SIGINT or SIGTERM it calls `stop` and exits with code 0 once that is done, or after
 * three seconds. A second signal exits at once, with code 1.
 *
 * @param withParent also stops when the parent process is gone: a killed npm can't pass on a signal
 */
export function stopOnSignal(stop: () => Promise<void>, { withParent = false } = {}): void {
  let askedAt: number | undefined;
  const onSignal = () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > echoMs) process.exit(1);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(0), deadlineMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  const parent = process.ppid;
  if (!withParent) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onSignal();
  }, parentCheckMs);
  watch.unref();
}
