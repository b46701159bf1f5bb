/** Severity, as the settings name it. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

type Fields = Record<string, unknown>;

/**
 * One JSON object a line: what happened (`event`) and its facts. Never a token, a question's text, a row or an e-mail
 * address: whoever adds a field answers for that.
 */
export interface Log {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
  /** The same log with `fields` on every line. */
  with(fields: Fields): Log;
}

const severity: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/** Makes a log that writes what is at least as severe as `level`; `write` gets complete lines without a line end. */
export function createLog(
  level: LogLevel,
  write: (level: LogLevel, line: string) => void,
  fixed: Fields = {},
): Log {
  const at =
    (lineLevel: LogLevel) =>
    (event: string, fields: Fields = {}) => {
      if (severity[lineLevel] < severity[level]) return;
      const line = { time: new Date().toISOString(), level: lineLevel, event, ...fixed, ...fields };
      write(
        lineLevel,
        JSON.stringify(line, (_key, value) => describe(value)),
      );
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => createLog(level, write, { ...fixed, ...fields }),
  };
}

/** Errors have no enumerable properties of their own, so JSON would show them as `{}`; others' may hold secrets. */
function describe(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Error)) return value;
  const code = 'code' in value ? value.code : undefined;
  return { name: value.name, code, message: value.message, stack: value.stack, cause: value.cause };
}
