import { AppError } from '../common/errors.ts';
import type { Genie } from '../questions/ports.ts';

/** Genie before it is known whose question it is about: it refuses every call, so that none is made as the wrong person. */
export function createNobodysGenie(): Genie {
  return new Proxy({} as Genie, {
    get: (_target, method) => async () => {
      throw new AppError('internal', `Genie was asked for nobody: ${String(method)}`);
    },
  });
}
