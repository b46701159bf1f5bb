/**
 * Ends the process as Azure's host does. It ignores SIGTERM: the platform drains an instance over `/admin/host/drain`.
 * On SIGINT it calls `stop` and exits with code 0 once that is done.
 */
export function stopLikeAzure(stop: () => Promise<void>): void {
  process.on('SIGTERM', () => undefined);
  process.once('SIGINT', () => void stop().finally(() => process.exit(0)));
}
