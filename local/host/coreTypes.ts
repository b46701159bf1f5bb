/**
 * The part of the worker's own API that the local host supplies. `@azure/functions` is written against it, and
 * Microsoft publishes no types for it: this follows https://github.com/Azure/azure-functions-nodejs-worker
 * (types-core).
 */

export type CoreLogLevel = 'trace' | 'debug' | 'information' | 'warning' | 'error' | 'critical';
export type CoreLogCategory = 'user' | 'system' | 'customMetric';

/** A value on its way between host and function; exactly one property is set. */
export interface RpcData {
  string?: string;
  json?: string;
  bytes?: Uint8Array;
  http?: RpcHttp;
}

export interface RpcHttp {
  method?: string;
  url?: string;
  nullableHeaders?: Record<string, { value: string }>;
  nullableParams?: Record<string, { value: string }>;
  nullableQuery?: Record<string, { value: string }>;
  body?: RpcData | null;
  statusCode?: string;
  headers?: Record<string, string>;
  cookies?: unknown[];
}

export interface Binding extends Record<string, unknown> {
  type: string;
  direction: 'in' | 'out';
}

export interface FunctionMetadata {
  name: string;
  bindings: Record<string, Binding>;
}

export type FunctionCallback = (...args: unknown[]) => unknown;
export type HookCallback = (context: Record<string, unknown>) => unknown;

/** What a trigger hands to its function. */
export interface TriggerInput {
  data: RpcData;
  metadata?: Record<string, RpcData>;
}

export interface InvocationResponse {
  returnValue?: RpcData | null;
  outputData?: { name: string; data: RpcData }[];
}

export interface CoreInvocationContext {
  invocationId: string;
  request: {
    invocationId: string;
    functionId: string;
    inputData: { name: string; data: RpcData }[];
    triggerMetadata: Record<string, RpcData>;
  };
  metadata: FunctionMetadata;
  state: 'preInvocationHooks' | 'invocation' | 'postInvocationHooks' | undefined;
  log(level: CoreLogLevel, category: CoreLogCategory, message: string): void;
}

interface InvocationModel {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<InvocationResponse>;
}

/** What `@azure/functions` registers of itself: how an invocation is turned into a call and back. */
export interface ProgrammingModel {
  getInvocationModel(context: CoreInvocationContext): InvocationModel;
  getCapabilities(capabilities: Record<string, string>): Promise<Record<string, string>>;
}
