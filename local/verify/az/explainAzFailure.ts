import { maskCredentials } from '../../../src/common/maskSecrets.ts';
import { parseJson } from '../../../src/common/parseJson.ts';
import { adviceFor } from './adviceFor.ts';
import { type ArmError, innermostErrors } from './armErrors.ts';
import { AzError } from './az.ts';
import { commandName } from './commandName.ts';

/** More of them say the same. */
const maxErrors = 3;
const maxLength = 500;

/** Not about being signed in: the app or its credential isn't in order. */
const appsFault = /\b(AADSTS(?:65001|650052|7002137|90094))\b/;
const signedOut = /az login|AADSTS\d|refresh token|interactive authentication/i;

/** Says in a sentence why `az` failed, from what it wrote to its standard error. */
export function explainAzFailure(args: readonly string[], stderr: string): AzError {
  const said = withoutWarnings(stderr);
  const fault = appsFault.exec(said)?.[1];
  if (!fault && signedOut.test(said)) {
    return new AzError(
      'You aren’t signed in to Azure. Run az login, then try again.',
      'signed-out',
    );
  }
  const errors = readErrors(said).slice(0, maxErrors);
  const code = fault ?? errors[0]?.code ?? '';
  const reasons = errors.map((error) => describe(error)).join(' ');
  const advice = errors.map((error) => adviceFor(error.code)).find(Boolean);
  const why = clip(maskCredentials(reasons || firstLine(said) || 'it gave no reason'));
  return new AzError(`${commandName(args)}: ${why}${advice ? ` ${advice}` : ''}`, code);
}

/** Three ways in which `az` writes an error: as JSON, as `(Code) message`, and with the code in a line of its own. */
function readErrors(said: string): ArmError[] {
  const [from, to] = [said.indexOf('{'), said.lastIndexOf('}')];
  const inJson = from < 0 ? [] : innermostErrors(parseJson(said.slice(from, to + 1)));
  if (inJson.length > 0) return unique(inJson);
  const detailsAt = said.indexOf('Exception Details:');
  const inDetails = readLines(detailsAt < 0 ? '' : said.slice(detailsAt));
  return unique(inDetails.length > 0 ? inDetails : readLines(said));
}

function readLines(text: string): ArmError[] {
  return text.split('\n').flatMap((line) => {
    const [, code, message] = /\(([A-Za-z]{3,60})\) (.+)/.exec(line) ?? [];
    return code && message ? [{ code, message: message.trim() }] : [];
  });
}

function unique(errors: readonly ArmError[]): ArmError[] {
  return [...new Map(errors.map((error) => [`${error.code} ${error.message}`, error])).values()];
}

function describe({ code, message }: ArmError): string {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return code ? `${sentence} (${code})` : sentence;
}

const withoutWarnings = (stderr: string) =>
  stderr
    .split('\n')
    .filter((line) => !line.startsWith('WARNING'))
    .join('\n')
    .trim();

const firstLine = (said: string) => said.split('\n')[0]?.replace(/^ERROR: /, '') ?? '';

function clip(text: string): string {
  const line = text.replaceAll('\r\n', ' ').replaceAll('\n', ' ');
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
