import type { Env } from '../../../src/config/settings.ts';

export interface AzOptions {
  /** Settings for the child beside our own environment: secrets go here, never into the arguments. */
  env?: Env;
  signal?: AbortSignal | undefined;
}

/**
 * Runs the Azure CLI with these arguments, and resolves with the JSON it printed; `undefined` where it printed nothing.
 *
 * @throws AzError with a sentence that says what went wrong
 */
export type Az = (args: readonly string[], options?: AzOptions) => Promise<unknown>;

/** The Azure CLI couldn't be run, or refused. */
export class AzError extends Error {
  override readonly name = 'AzError';
  /** Azure's own code, such as `AuthorizationFailed`; empty if there was none. */
  readonly code: string;

  constructor(message: string, code = '', options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
