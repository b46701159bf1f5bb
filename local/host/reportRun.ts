import type { FunctionsCore } from './createFunctionsCore.ts';
import { describeError } from './describeError.ts';

/**
 * Logs a run of a function as the real host does: its beginning and end as `Function.<name>`, its result as
 * `Host.Results`. A failure is in both, each time with the error's message and stack. The cause of the error isn't:
 * the worker doesn't pass it on.
 *
 * @param why what started the run
 */
export async function reportRun<T>(
  core: Pick<FunctionsCore, 'report'>,
  { name, invocationId, why }: { name: string; invocationId: string; why: string },
  run: () => Promise<T>,
): Promise<T> {
  const category = `Function.${name}`;
  const startedAt = performance.now();
  const outcome = (result: 'Succeeded' | 'Failed') =>
    `Executed 'Functions.${name}' (${result}, Id=${invocationId}, Duration=${Math.round(performance.now() - startedAt)}ms)`;
  core.report(
    'information',
    category,
    `Executing 'Functions.${name}' (Reason='${why}', Id=${invocationId})`,
  );
  try {
    const result = await run();
    core.report('information', category, outcome('Succeeded'));
    core.report('information', 'Host.Results', outcome('Succeeded'));
    return result;
  } catch (error) {
    const failure = `Exception while executing function: Functions.${name} ---> Result: Failure\n${describeError(error)}`;
    core.report('error', category, `${outcome('Failed')}\n${failure}`);
    core.report('error', 'Host.Results', failure);
    throw error;
  }
}
