import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { runLocal } from '../runLocal.ts';
import { createRecorder } from './recorder.ts';
import { watchFetch } from './watchFetch.ts';

const projectDir = join(import.meta.dirname, '..', '..');
const recorded = join(projectDir, 'test', 'fixtures', 'recorded');

// `npm run record`: `npm start`, which writes down at its end what came in, with all values replaced.
const { to } = parseArgs({ options: { to: { type: 'string', default: recorded } } }).values;
const recorder = createRecorder();
const watch = watchFetch(recorder.addReply);
const say = (line: string) => process.stderr.write(`${line}\n`);

say('Recording, with all values replaced, until you stop the bot (Ctrl-C).');
await runLocal({
  script: 'record',
  observe(name, body, status) {
    // What was refused might come from anyone.
    if (name === 'messages' && status < 300) recorder.addActivity(body.toString());
  },
  first: {
    async close() {
      await watch.stop();
      const folder = await recorder.write(to);
      if (folder === undefined) {
        say('Nothing came in, so nothing was recorded.');
        return;
      }
      for (const path of [...recorder.strange].sort()) say(`Not on the list: ${path}`);
      const count = recorder.fixtures.length;
      say(
        `Recorded ${count} in ${relative(process.cwd(), folder)}. Look through it before you share it.`,
      );
    },
  },
});
