import { GenieError } from '../errors.ts';

/** Node's and OpenSSL's codes for a TLS handshake that failed: the request itself was never sent. */
const handshakeFailure =
  /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_)/;

/**
 * What `fetch` threw, or the reading of its body, as an error of ours. `undici` wraps the system's error as `cause`;
 * where both address families were tried, that is an AggregateError.
 */
export function toConnectionError(error: unknown, name = 'Genie'): GenieError {
  const failure = readFailure(error);
  return new GenieError(
    'genie-unreachable',
    `${name} could not be reached: ${failure.code ?? failure.message}`,
    { acted: wasUnsent(failure) ? 'no' : 'maybe' },
    { cause: error },
  );
}

interface SystemFailure {
  message: string;
  code?: string;
  syscall?: string;
}

/** The innermost error that names a code. */
function readFailure(error: unknown): SystemFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return 'code' in error || !(inner instanceof Error) ? error : readFailure(inner);
}

/**
 * Certain only where the connection was never made. A reset or a close that comes later, even before the first byte of
 * an answer, may have come after Genie took the question.
 */
function wasUnsent({ code = '', syscall }: SystemFailure): boolean {
  return (
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    code === 'UND_ERR_CONNECT_TIMEOUT' ||
    code === 'ECONNREFUSED' ||
    handshakeFailure.test(code)
  );
}
