// Hands the repository's variables (as JSON in VARIABLES) to the later steps of a job, which read them as environment
// variables. Each is written between two marks that no value holds: a value may have line breaks, and none of its lines
// becomes a variable of its own.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

for (const [name, value] of Object.entries(JSON.parse(process.env.VARIABLES))) {
  const mark = randomUUID();
  appendFileSync(process.env.GITHUB_ENV, `${name}<<${mark}\n${value}\n${mark}\n`);
}
