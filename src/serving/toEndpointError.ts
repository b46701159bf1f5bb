import { codeOf, detailOf, type ErrorCode } from '../common/errors.ts';
import { GenieError, type GenieErrorDetails } from '../genie/errors.ts';

/** What is the endpoint's own trouble. The rest is the workspace's or the network's, and stays as it is. */
const codes: ReadonlyMap<ErrorCode, ErrorCode> = new Map<ErrorCode, ErrorCode>([
  ['bad-request', 'endpoint-declined'],
  ['conversation-closed', 'endpoint-declined'],
  ['conversation-gone', 'endpoint-not-found'],
  ['genie-bad-response', 'endpoint-failed'],
  ['genie-cancelled', 'endpoint-timeout'],
  ['genie-declined', 'endpoint-declined'],
  ['genie-forbidden', 'endpoint-forbidden'],
  ['genie-not-found', 'endpoint-not-found'],
  ['genie-throttled', 'endpoint-busy'],
  ['genie-timeout', 'endpoint-timeout'],
]);

/** Words for a scaled-down endpoint, one that is updated, or one that was stopped. */
const starting =
  /\bnot (?:yet |currently )?ready\b|\bstarting\b|\bscal(?:ing|ed?) (?:up|from|to)\b|\bbeing (?:created|updated|deployed)\b|\bprovisioning\b/i;
const tooLong =
  /\bcontext[ _](?:length|window|size)\b|\bmaximum context\b|\btoo many (?:input )?tokens\b|\btokens? .{0,40}\bexceed|\bprompt is too long\b|\b(?:payload|request|body) .{0,30}\b(?:too (?:large|long|big)|exceed)/i;

/** A gateway gives up early where nothing answers; if it waited for this long, the endpoint was at work. */
const wholeCallMs = 240_000;

/** What a refusal, or a failure before the answer, means where an endpoint was called. */
export function toEndpointError(error: unknown, tookMs: number): unknown {
  if (!(error instanceof GenieError)) return error;
  const { code, detail } = nameTrouble(error, tookMs);
  if (code === error.code) return error;
  const about = code === 'endpoint-declined' ? 'question' : 'bot';
  const details: GenieErrorDetails = { ...error.details, about };
  return new GenieError(code, error.message, details, { cause: error, detail });
}

function nameTrouble(error: GenieError, tookMs: number): { code: ErrorCode; detail?: string } {
  const { status = 0, errorCode } = error.details;
  const said = error.message.slice(0, 1_000);
  const own = codeOf(error);
  // Kept out of the workspace, not of the endpoint.
  const keptOut = ['address', 'private-link', 'scope'].includes(detailOf(error) ?? '');
  if (own === 'genie-forbidden' && keptOut) return { code: own };
  const isRefused = own === 'genie-forbidden' || own === 'genie-not-found';
  if (status >= 400 && !isRefused && starting.test(said)) return { code: 'endpoint-starting' };
  if (own === 'genie-inactive') {
    return { code: errorCode === 'INVALID_STATE' ? 'endpoint-not-found' : own };
  }
  if (own === 'genie-unavailable') {
    if (status === 504 && tookMs >= wholeCallMs) return { code: 'endpoint-timeout' };
    const isStarting = [409, 502, 503, 504].includes(status);
    return { code: isStarting ? 'endpoint-starting' : 'endpoint-failed' };
  }
  const code = codes.get(own) ?? own;
  const isTooLong = status === 413 || tooLong.test(said);
  return code === 'endpoint-declined' && isTooLong ? { code, detail: 'too-long' } : { code };
}
