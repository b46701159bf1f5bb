import { AsyncLocalStorage } from 'node:async_hooks';
import { app, type InvocationContext } from '@azure/functions';
import type { LogLevel } from '../src/common/log.ts';
import { hideFailure } from './hideFailure.ts';

const invocation = new AsyncLocalStorage<InvocationContext>();

// Every function runs in here. Azure only links a log line to its invocation if it is written through the invocation's
// own context, and logs whatever a function throws.
app.hook.preInvocation((hook) => {
  const handler = hook.functionHandler;
  hook.functionHandler = (input, context) =>
    invocation.run(context, () =>
      hideFailure({ name: context.functionName, input }, writeLog, async () =>
        handler(input, context),
      ),
    );
});

/** Writes a log line to the running invocation, or to the console if there is none. */
export function writeLog(level: LogLevel, line: string): void {
  const context = invocation.getStore();
  (context ?? console)[level](line);
}
