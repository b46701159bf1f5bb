import { randomUUID } from 'node:crypto';
import type { CoreInvocationContext, InvocationResponse, TriggerInput } from './coreTypes.ts';
import type { FunctionsCore, RegisteredFunction } from './createFunctionsCore.ts';
import { reportRun } from './reportRun.ts';

/** What starts a run. */
export interface Trigger {
  /** The reason, for the log. */
  why: string;
  /** Makes the function's input. @throws if the function can't be given what triggered it */
  bind(): TriggerInput;
}

/**
 * Runs a function once and logs how that ends.
 *
 * @throws anything that `bind`, the function or a hook throws
 */
export function invokeFunction(
  core: FunctionsCore,
  registered: RegisteredFunction,
  { why, bind }: Trigger,
): Promise<InvocationResponse> {
  const invocationId = randomUUID();
  const { name } = registered.metadata;
  return reportRun(core, { name, invocationId, why }, async () =>
    run(core, registered, bind(), invocationId),
  );
}

/**
 * Runs a function between the app's preInvocation and postInvocation hooks, the way Azure's Node worker does:
 * https://github.com/Azure/azure-functions-nodejs-worker (InvocationHandler).
 */
async function run(
  core: FunctionsCore,
  { metadata, callback }: RegisteredFunction,
  input: TriggerInput,
  invocationId: string,
): Promise<InvocationResponse> {
  const [inputName = ''] =
    Object.entries(metadata.bindings).find(([, { direction }]) => direction === 'in') ?? [];
  const hookData = {};
  const hookContext: Record<string, unknown> = { hookData };
  const coreContext: CoreInvocationContext = {
    invocationId,
    request: {
      invocationId,
      functionId: metadata.name,
      inputData: [{ name: inputName, data: input.data }],
      triggerMetadata: input.metadata ?? {},
    },
    metadata,
    state: undefined,
    log: (level, category, message) =>
      core.write(level, category, message, { functionName: metadata.name, hookContext }),
  };
  const model = core.getModel().getInvocationModel(coreContext);
  const { context, inputs } = await model.getArguments();
  hookContext['invocationContext'] = context;

  const before = { hookData, invocationContext: context, functionCallback: callback, inputs };
  coreContext.state = 'preInvocationHooks';
  await core.runHooks('preInvocation', before);

  const after: Record<string, unknown> = {
    hookData,
    invocationContext: context,
    inputs: before.inputs,
    result: undefined,
    error: undefined,
  };
  coreContext.state = 'invocation';
  try {
    after['result'] = await model.invokeFunction(context, before.inputs, before.functionCallback);
  } catch (error) {
    // A function can throw anything; hooks recognize a failure by the presence of an error.
    after['error'] = error ?? new Error('The function threw nothing in particular.');
  }
  coreContext.state = 'postInvocationHooks';
  await core.runHooks('postInvocation', after);

  if (after['error'] !== undefined && after['error'] !== null) throw after['error'];
  return model.getResponse(context, after['result']);
}
