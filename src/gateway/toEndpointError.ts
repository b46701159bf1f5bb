import type { ErrorCode } from '../common/errors.ts';
import { GenieError } from '../genie/errors.ts';

/** What Databricks says of an endpoint in codes whose words are about Genie. */
const codes: Partial<Record<ErrorCode, ErrorCode>> = {
  'bad-request': 'endpoint-declined',
  'conversation-closed': 'endpoint-failed',
  'conversation-gone': 'endpoint-not-found',
  'genie-bad-response': 'endpoint-failed',
  'genie-cancelled': 'endpoint-failed',
  'genie-declined': 'endpoint-declined',
  'genie-disabled': 'endpoint-failed',
  'genie-failed': 'endpoint-failed',
  'genie-forbidden': 'endpoint-forbidden',
  'genie-inactive': 'endpoint-failed',
  'genie-not-found': 'endpoint-not-found',
  'genie-throttled': 'endpoint-throttled',
  'genie-timeout': 'endpoint-timeout',
  'genie-unavailable': 'endpoint-failed',
  'too-large': 'endpoint-declined',
};

/** An error of Databricks' model serving, by a code whose words speak of the endpoint. Others are left as they are. */
export function toEndpointError(error: unknown): unknown {
  if (!(error instanceof GenieError)) return error;
  const { details, message } = error;
  const code = details.status === 503 ? 'endpoint-starting' : codes[error.code];
  return code === undefined ? error : new GenieError(code, message, details, { cause: error });
}
