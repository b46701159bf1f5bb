/** A value as JSON; empty for what can't be written, as values that are nested too deep. */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
