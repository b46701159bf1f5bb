const hosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host, as `URL` names it, is this machine: the only one that plain http is good enough for. */
export function isLoopback(hostname: string): boolean {
  return hosts.has(hostname);
}
