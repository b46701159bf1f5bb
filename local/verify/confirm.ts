import { createInterface } from 'node:readline/promises';

/** Asks the person at the terminal. Anything but a yes is a no: also Ctrl-C, and an input that ends. */
export async function confirm(signal: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Otherwise the question stays open for ever, and Node ends in the middle of it.
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    const typed = terminal.question('Type yes to go on: ', { signal });
    return /^y(?:es)?$/i.test((await Promise.race([typed, ended])).trim());
  } catch {
    return false;
  } finally {
    terminal.close();
  }
}
