import { afterEach } from 'vitest';

/**
 * Closes what each test of a file, or of a `describe`, has opened. Call it there.
 *
 * @returns what notes something that a test opens, and hands it on
 */
export function closeAfterEach() {
  const opened: { close(): Promise<unknown> }[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  });
  return <T extends { close(): Promise<unknown> }>(each: T): T => {
    opened.push(each);
    return each;
  };
}
