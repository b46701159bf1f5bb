import { AsyncLocalStorage } from 'node:async_hooks';
import { app, type InvocationContext } from '@azure/functions';
import type { LogLevel } from '../src/common/log.ts';

const invocation = new AsyncLocalStorage<InvocationContext>();

// Azure ties a line to its invocation only when it is written through the invocation's own context.
app.hook.preInvocation((hook) => {
  const handler = hook.functionHandler;
  hook.functionHandler = (input, context) => invocation.run(context, () => handler(input, context));
});

/** Writes a line of the log to the invocation that is running, else to the console. */
export function writeLog(level: LogLevel, line: string): void {
  const context = invocation.getStore();
  (context ?? console)[level](line);
}
