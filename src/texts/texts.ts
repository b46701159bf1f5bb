import type { english } from './en/english.ts';

/** Every text that people read, in one language. */
export type Texts = ReturnType<typeof english>;
