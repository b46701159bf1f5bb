// Exports the repository's variables (JSON in VARIABLES) to the later steps of a job as environment variables. Each value
// is written between two random marks, so that a value with line breaks can't define other variables.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

for (const [name, value] of Object.entries(JSON.parse(process.env.VARIABLES))) {
  const mark = randomUUID();
  appendFileSync(process.env.GITHUB_ENV, `${name}<<${mark}\n${value}\n${mark}\n`);
}
