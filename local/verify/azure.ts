import { join } from 'node:path';
import { systemClock } from '../../src/common/clock.ts';
import { UsageError } from '../cli/runCli.ts';
import { runAz } from './az/runAz.ts';
import { confirm } from './confirm.ts';
import { saveReport, showReport } from './report.ts';
import { stopOnce } from './stopOnce.ts';
import { readVerifyArguments } from './verifyArguments.ts';
import { verifyAzure } from './verifyAzure.ts';

const folder = join(import.meta.dirname, '..', '..', '.local', 'verify');
const say = (line: string) => process.stdout.write(`${line}\n`);

// `npm run verify:azure`: ends with 0 if everything passed, with 1 if not, and with 2 for wrong usage.
try {
  const args = readVerifyArguments(process.argv.slice(2));
  const signal = stopOnce(say, args.resourceGroup);
  const report = await verifyAzure({
    args,
    env: process.env,
    az: runAz,
    fetch,
    clock: systemClock,
    signal,
    folder,
    say,
    confirm: () => confirm(signal),
  });
  say(`\n${showReport(report)}\n`);
  say(`The report: ${await saveReport(report, folder)}`);
  process.exitCode = report.passed ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
