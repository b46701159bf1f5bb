import { runCli } from './runCli.ts';

// `npm run spaces`: lists the Genie spaces that the credentials can use, and the endpoints in the settings.
await runCli(async ({ genie, isDemo }) => {
  const spaces = await genie.listSpaces();
  if (isDemo) process.stderr.write('DATABRICKS_HOST isn’t set, so these are the demo’s spaces.\n');
  if (spaces.length === 0)
    process.stderr.write('These credentials don’t have access to any Genie space.\n');
  for (const { id, title, description } of spaces) {
    process.stdout.write(`${id}  ${title}\n`);
    if (description) process.stdout.write(`${' '.repeat(34)}${description}\n`);
  }
});
