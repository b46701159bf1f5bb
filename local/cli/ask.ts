import { parseArgs } from 'node:util';
import { isEndpoint } from '../../src/questions/endpoint.ts';
import { askGenie } from './askGenie.ts';
import { printAnswer, printCsv, printJson } from './printAnswer.ts';
import { runCli, UsageError } from './runCli.ts';
import { showProgress } from './showProgress.ts';

const usage =
  'Usage: npm run ask -- "question" [--space id] [--conversation id] [--json | --csv]\n' +
  'Asks a question and prints the answer, the SQL and the table. “npm run spaces” lists whom you can ask.';

// `npm run ask`: asks one question from the terminal. Only the answer goes to standard output.
await runCli(async (workspace) => {
  const { question, space, conversation, print } = readArguments();
  const progress = showProgress(process.stderr, workspace.clock);
  const asked = await askGenie(workspace, { question, space, conversation }, progress.show).finally(
    progress.end,
  );
  await print(asked, (text) => process.stdout.write(text));
  // An endpoint keeps nothing to continue.
  if (isEndpoint(asked.ids.spaceId)) return;
  process.stderr.write(`Continue with: --conversation ${asked.ids.conversationId}\n`);
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        space: { type: 'string' },
        conversation: { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
      },
    });
    const question = positionals.join(' ').trim();
    if (question === '' || (values.json && values.csv)) throw new Error(usage);
    const print = values.json ? printJson : values.csv ? printCsv : printAnswer;
    return { question, space: values.space, conversation: values.conversation, print };
  } catch (error) {
    const reason = error instanceof Error && error.message !== usage ? `${error.message}\n` : '';
    throw new UsageError(reason + usage);
  }
}
