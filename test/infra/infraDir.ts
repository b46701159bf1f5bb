import { join } from 'node:path';

/** Where the templates are. */
export const infraDir = join(import.meta.dirname, '..', '..', 'infra');
