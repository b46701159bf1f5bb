import type {
  CoreLogCategory,
  CoreLogLevel,
  FunctionCallback,
  FunctionMetadata,
  HookCallback,
  ProgrammingModel,
} from './coreTypes.ts';
import type { HostLog } from './hostLog.ts';

export interface RegisteredFunction {
  metadata: FunctionMetadata;
  callback: FunctionCallback;
}

/** A function app as registered, and the module it used to register. */
export interface FunctionsCore {
  functions: RegisteredFunction[];
  /** What `require('@azure/functions-core')` returns. */
  module: object;
  getModel(): ProgrammingModel;
  /** Runs the app's hooks of that name in order of registration; they may change `context`. */
  runHooks(name: string, context: Record<string, unknown>): Promise<void>;
  /** Passes a line through the app's log hooks to the host's log. */
  write(
    level: CoreLogLevel,
    category: CoreLogCategory,
    message: string,
    invocation?: { functionName: string; hookContext: object },
  ): void;
  /** Writes a line of the host itself, which the app's log hooks don't see. */
  report(level: CoreLogLevel, category: string, message: string): void;
}

/** Where the real host logs what the worker says of itself, and what the app writes outside of any invocation. */
const workerCategory = 'Worker.LanguageWorkerChannel.node';
const consoleCategory = 'Host.Function.Console';

/** Makes the module that Azure's worker supplies under the name `@azure/functions-core`. */
export function createFunctionsCore(log: HostLog): FunctionsCore {
  const functions: RegisteredFunction[] = [];
  const hooks: { name: string; callback: HookCallback }[] = [];
  const appHookData = {};
  let model: ProgrammingModel | undefined;

  const hooksNamed = (name: string) => hooks.filter((hook) => hook.name === name);

  const write: FunctionsCore['write'] = (level, category, message, invocation) => {
    const line = {
      hookData: {},
      appHookData,
      ...invocation?.hookContext,
      level,
      category,
      message,
    };
    for (const { callback } of hooksNamed('log')) callback(line);
    log({
      level: line.level,
      category: categoryOf(category, invocation?.functionName),
      source: category === 'user' ? 'function' : 'host',
      message: line.message,
      ...(invocation && { functionName: invocation.functionName }),
    });
  };

  return {
    functions,
    module: {
      version: '3.12.0',
      hostVersion: '4.1040.0',
      log: (level: CoreLogLevel, category: CoreLogCategory, message: string) =>
        write(level, category, message),
      setProgrammingModel(registered: ProgrammingModel) {
        model = registered;
      },
      getProgrammingModel: () => model,
      registerFunction(metadata: FunctionMetadata, callback: FunctionCallback) {
        return register(functions, { metadata, callback });
      },
      registerHook(name: string, callback: HookCallback) {
        return register(hooks, { name, callback });
      },
    },
    getModel() {
      if (!model) throw new Error('The function app registers no functions.');
      return model;
    },
    async runHooks(name, context) {
      const complete = Object.assign(context, { appHookData });
      for (const { callback } of hooksNamed(name)) await callback(complete);
    },
    write,
    report: (level, category, message) => log({ level, category, source: 'host', message }),
  };
}

function categoryOf(category: CoreLogCategory, functionName: string | undefined): string {
  if (category !== 'user') return workerCategory;
  return functionName === undefined ? consoleCategory : `Function.${functionName}.User`;
}

function register<T>(list: T[], item: T): { dispose(): void } {
  list.push(item);
  return {
    dispose() {
      const index = list.indexOf(item);
      if (index >= 0) list.splice(index, 1);
    },
  };
}
