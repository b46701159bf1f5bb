import { loadFunctionApp } from '../../../local/host/loadFunctionApp.ts';

// Prints how many milliseconds the import of a module takes in a fresh process, the way the host imports the app.

const [file = ''] = process.argv.slice(2);
const startedAt = performance.now();
await loadFunctionApp(file, () => {}).catch((error: Error) => {
  // What is no function app is imported all the same.
  if (!/registers no functions/.test(error.message)) throw error;
});
process.stdout.write(String(performance.now() - startedAt));
process.exit();
