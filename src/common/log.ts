import { AsyncLocalStorage } from 'node:async_hooks';
import { maskCredentials, maskEmails } from './maskSecrets.ts';

/** Severity, as the settings name it. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

type Fields = Record<string, unknown>;

/**
 * One JSON object a line: what happened (`event`) and its facts. Never a token, a question's text, a row or an email
 * address: mind this when you add a field. Only `debug` shows what people wrote, and the app warns of it when it starts.
 */
export interface Log {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
  /** The same log with `fields` on every line. */
  with(fields: Fields): Log;
}

const shared = new AsyncLocalStorage<Fields>();

/** Runs `work`; every line that any log writes for it has `fields` too, however deep in the call it is written. */
export function logWith<T>(fields: Fields, work: () => T): T {
  return shared.run({ ...shared.getStore(), ...fields }, work);
}

const severity: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * Makes a log that writes what is at least as severe as `level`; `write` gets complete lines without a line end.
 *
 * Credentials that an error of some library quotes are masked, whatever the level; email addresses unless it is `debug`.
 */
export function createLog(
  level: LogLevel,
  write: (level: LogLevel, line: string) => void,
  fixed: Fields = {},
): Log {
  const at =
    (lineLevel: LogLevel) =>
    (event: string, fields: Fields = {}) => {
      if (severity[lineLevel] < severity[level]) return;
      const time = new Date().toISOString();
      const all = { ...shared.getStore(), ...fixed, ...fields };
      const line = { time, level: lineLevel, event, ...all };
      const json = JSON.stringify(line, function (this: Fields, key, value) {
        // An error that has `toJSON` says by it what it likes: `value` is that already.
        const error = this[key] instanceof Error ? this[key] : undefined;
        return describe(error ?? value, level === 'debug');
      });
      write(lineLevel, escapeInvisible(json));
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => createLog(level, write, { ...fixed, ...fields }),
  };
}

/**
 * JSON escapes most control characters. The rest could end a line in some viewer, or have one show it in another order
 * than it was written: they are escaped as well, which JSON allows wherever they can stand.
 */
function escapeInvisible(json: string): string {
  return json.replaceAll(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function describe(value: unknown, mayShowPeople: boolean): unknown {
  if (typeof value === 'string') {
    const masked = maskCredentials(value);
    return mayShowPeople ? masked : maskEmails(masked);
  }
  if (typeof value === 'bigint') return String(value);
  return value instanceof Error ? describeError(value, maxCauses) : value;
}

/** Deeper than errors are nested, and an end where one is its own cause. */
const maxCauses = 6;

/** Errors have no enumerable properties of their own, so JSON would show them as `{}`; others' may hold secrets. */
function describeError(error: Error, causes: number): object {
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const requestId = 'requestId' in error ? error.requestId : undefined;
  const hasCause = cause instanceof Error && causes > 0;
  return {
    name,
    code,
    requestId,
    message,
    stack,
    ...(hasCause && { cause: describeError(cause, causes - 1) }),
  };
}
