import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checklistMarkdown, checklistText } from './teams/checklistText.ts';

const document = join(import.meta.dirname, '..', '..', 'docs', 'verify-teams.md');

// `npm run verify:teams`: prints the checklist; with --write it also writes docs/verify-teams.md.
process.stdout.write(checklistText());
if (process.argv.includes('--write')) await writeFile(document, checklistMarkdown());
