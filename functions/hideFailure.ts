import { codeOf } from '../src/common/errors.ts';
import { createLog, type LogLevel } from '../src/common/log.ts';
import { newErrorId } from '../src/questions/ids.ts';
import { parseLook, parseWork } from '../src/storage/workMessage.ts';

/** All that the host gets to log of a failure, twice and as it is. */
class FailedRunError extends Error {
  override readonly name = 'FailedRun';

  constructor(errorId: string) {
    super(`The line function.failed with the error ID ${errorId} says why.`);
    this.stack = `${this.name}: ${this.message}`;
  }
}

/**
 * Runs a function. What it throws becomes one line of ours, masked and with its causes; the host, which would log the
 * outermost message unmasked and know nothing of the question, gets an error that says nothing but where to look.
 *
 * The settings can be what's wrong, so this log doesn't depend on them.
 *
 * @param input what triggered the function: a queue message names its question or subscription
 * @throws FailedRunError
 */
export async function hideFailure<T>(
  { name, input }: { name: string; input: unknown },
  writeLog: (level: LogLevel, line: string) => void,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    const errorId = newErrorId();
    createLog('info', writeLog).error('function.failed', {
      function: name,
      ...aboutOf(input),
      errorId,
      code: codeOf(thrown),
      error: thrown instanceof Error ? thrown : String(thrown),
    });
    throw new FailedRunError(errorId);
  }
}

/** What a queue message is about. */
function aboutOf(input: unknown): { questionId?: string; subscriptionId?: string } {
  const { kind: _, ...work } = parseWork(input) ?? {};
  const { subscriptionId } = parseLook(input) ?? {};
  return { ...work, ...(subscriptionId && { subscriptionId }) };
}
