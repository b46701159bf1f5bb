/** A terminal sends Ctrl-C to npm and to us, and npm passes it on. */
const echoMs = 500;

/**
 * The first Ctrl-C aborts the signal, so that what was created is removed; a second one, later, ends the process at
 * once, and says what that leaves.
 */
export function stopOnce(say: (line: string) => void, resourceGroup: string): AbortSignal {
  const controller = new AbortController();
  let stoppedAt: number | undefined;
  const stop = () => {
    if (stoppedAt === undefined) {
      stoppedAt = performance.now();
      say('\nStopping. I’ll remove what I created; press Ctrl-C again to leave it there.');
      controller.abort(new DOMException('Ctrl-C', 'AbortError'));
    } else if (performance.now() - stoppedAt > echoMs) {
      say(
        `\nLeft: whatever is in ${resourceGroup}. See it with az resource list --resource-group ${resourceGroup}`,
      );
      process.exit(130);
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
