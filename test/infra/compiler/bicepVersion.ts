import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the compiler that tests and deployment use: it only changes on purpose. */
export const bicepVersion = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'infra', '.bicep-version'),
  'utf8',
).trim();
