import { systemClock } from '../../src/common/clock.ts';
import { UsageError } from '../cli/runCli.ts';
import { AzError } from '../verify/az/az.ts';
import { runAz } from '../verify/az/runAz.ts';
import { nextSteps } from './nextSteps.ts';
import { setUpSsoApp } from './setUpSsoApp.ts';
import { readSsoAppArguments } from './ssoAppArguments.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

// `npm run sso-app`: ends with 0 if the app is set up, with 1 if something was refused, and with 2 for wrong usage.
try {
  const args = readSsoAppArguments(process.argv.slice(2));
  const done = await setUpSsoApp({ args, az: runAz, clock: systemClock, signal: stop.signal, say });
  say(args.dryRun ? '\nNothing was changed.\n' : '');
  say(nextSteps(done));
  process.exitCode = done.consent === 'refused' ? 1 : 0;
} catch (error) {
  const isKnown = error instanceof UsageError || error instanceof AzError;
  if (!isKnown && !stop.signal.aborted) throw error;
  process.stderr.write(isKnown ? `${error.message}\n` : 'You stopped it. Run it again to go on.\n');
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
