import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createFunctionsCore, type FunctionsCore } from './createFunctionsCore.ts';
import type { HostLog } from './hostLog.ts';

const supplied = Symbol.for('genie-teams-bot.functions-core');
let loads = 0;

/**
 * Imports a bundled function app into this process and returns what it registered. Loading the same file again gives a
 * separate app.
 *
 * @param entry path of the app's main module
 */
export async function loadFunctionApp(entry: string, log: HostLog): Promise<FunctionsCore> {
  loads += 1;
  const core = createFunctionsCore(log);
  const url = `functions-core:${loads}`;
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@azure/functions-core'
        ? { url, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (loaded, context, next) =>
      loaded === url
        ? {
            format: 'commonjs',
            source: `module.exports = globalThis[Symbol.for('${supplied.description}')]`,
            shortCircuit: true,
          }
        : next(loaded, context),
  });
  try {
    Reflect.set(globalThis, supplied, core.module);
    await import(`${pathToFileURL(entry).href}?load=${loads}`);
  } finally {
    hooks.deregister();
  }

  const capabilities = await core.getModel().getCapabilities({});
  if (capabilities['HttpUri']) {
    throw new Error('The local host doesn’t support app.setup({ enableHttpStream: true }).');
  }
  return core;
}
