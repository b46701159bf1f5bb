import type { Binding } from './coreTypes.ts';
import type { RegisteredFunction } from './createFunctionsCore.ts';

const knownTriggers = ['httpTrigger', 'queueTrigger', 'timerTrigger'];

/** What starts a function. @throws Error for bindings that the local host doesn't know */
export function findTrigger({ metadata: { name, bindings } }: RegisteredFunction): Binding {
  const known = Object.entries(bindings).filter(
    ([key, { type }]) => knownTriggers.includes(type) || (key === '$return' && type === 'http'),
  );
  const trigger = known.find(([, { direction }]) => direction === 'in')?.[1];
  if (!trigger || known.length < Object.keys(bindings).length) {
    const types = Object.values(bindings).map(({ type }) => type);
    throw new Error(`The local host doesn’t know all bindings of ${name}: ${types.join(', ')}.`);
  }
  return trigger;
}
