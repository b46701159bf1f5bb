import type { CommandTexts } from './commandTexts.ts';
import { commands as en } from './en/commands.ts';

/** The commands of all languages: each can be typed whatever its reader's language is. */
export const allCommandTexts: readonly CommandTexts[] = [en];
