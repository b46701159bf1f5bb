import type { ErrorCode } from '../../common/errors.ts';
import type { RefusalDetail, RefusalSubject } from '../errors.ts';

/** What a refusal that names its reason is, whatever status it comes with. */
export interface NamedRefusal {
  code: ErrorCode;
  /** Absent: it doesn't say. */
  about?: RefusalSubject;
  /** For words of its own. */
  detail?: RefusalDetail;
}

interface Said {
  status: number;
  errorCode: string | undefined;
  text: string;
  /** What the request was about. */
  about: RequestSubject;
}

/** A space or all of them, a conversation or its messages, the rows of an answer. */
export type RequestSubject = 'space' | 'conversation' | 'rows';

const address =
  /\bip (?:acl|access list|allow ?list)|\bsource ip\b|\bip address\b.{0,80}\b(?:blocked|denied|not (?:allowed|permitted|in))\b|\bunauthorized network access\b|\bnetwork polic(?:y|ies)\b/i;
const privateLink = /\bprivate[ -]?link\b/i;
const scope = /\brequired scopes?\b|\bscopes? .{0,40}\b(?:missing|required)\b/i;

const feature =
  /\b(?:genie|ai\/bi|assistant|partner-powered|ai features?|feature|preview)\b.{0,80}\b(?:disabled|not enabled|isn.t enabled|turned off|switched off)\b/i;
const inactive =
  /\bworkspace\b(?!\.\w).{0,100}\b(?:not (?:currently )?active|isn.t active|inactive|paused|suspended|deactivated|disabled|deleted|terminated|cancell?ed)\b|\b(?:inactive|paused|suspended|deactivated) workspace\b|\b(?:trial|subscription)\b.{0,60}\b(?:expired|ended|cancell?ed|suspended|disabled|inactive|not active)\b/i;
const temporary = /\btemporar/i;

const conversation = /\bconversation\b|\bnumber of messages\b/i;
const question =
  /\b(?:content|question|prompt)\b.{0,80}\b(?:too (?:long|large|big)|exceed\w*|longer than|at most|maximum|empty|blank|must be|characters|violat\w*)\b|\b(?:maximum|exceed\w*)\b.{0,40}\b(?:content|question|prompt|characters)\b/i;
const stillBusy =
  /\bstill (?:being )?(?:processed|processing|running)\b|\balready (?:running|being)\b/i;

/**
 * What a refusal is, if it says so: by Databricks' code or by the words, since the same wall answers with 302, 200, 400,
 * 403 or 503, depending on who puts it up. `undefined` if only the status tells.
 */
export function nameRefusal(said: Said): NamedRefusal | undefined {
  const { status, errorCode = '' } = said;
  // These ask us to come back, and whatever they say passes.
  if ([408, 429, 499].includes(status)) return undefined;
  const text = said.text.slice(0, 2_000);
  const keptOut = (detail: RefusalDetail): NamedRefusal => ({
    code: 'genie-forbidden',
    about: 'bot',
    detail,
  });
  if (address.test(text)) return keptOut('address');
  if (privateLink.test(text)) return keptOut('private-link');
  if (scope.test(text)) return keptOut('scope');
  if (errorCode === 'FEATURE_DISABLED') return { code: 'genie-disabled', about: 'bot' };
  const aboutWords = nameByWords(said, text);
  if (aboutWords) return aboutWords;
  const words = `${errorCode.replaceAll('_', ' ')} ${text}`;
  if (status >= 500 && temporary.test(text)) return undefined;
  if (feature.test(words)) return { code: 'genie-disabled', about: 'bot' };
  if (inactive.test(words)) return { code: 'genie-inactive', about: 'bot' };
  return nameByCode(said, text);
}

/** A refusal of the question's own text, or of the conversation that it was asked in. */
function nameByWords({ status, about }: Said, text: string): NamedRefusal | undefined {
  if ([400, 413, 414, 422].includes(status) && question.test(text)) {
    return { code: 'genie-declined', about: 'question' };
  }
  const isDefinite = status >= 400 && status < 500 && ![401, 404, 409, 410].includes(status);
  if (about !== 'space' && isDefinite && conversation.test(text) && !stillBusy.test(text)) {
    return { code: 'conversation-closed', about: 'conversation' };
  }
  return undefined;
}

/** Codes that say more than the status they come with. */
function nameByCode({ status, errorCode, about }: Said, text: string): NamedRefusal | undefined {
  if ([401, 403, 409].includes(status)) return undefined;
  switch (errorCode) {
    case 'UNAUTHENTICATED':
    case 'CUSTOMER_UNAUTHORIZED':
      return { code: 'genie-unauthorized', about: 'bot' };
    case 'PERMISSION_DENIED':
      return { code: 'genie-forbidden' };
    case 'INVALID_STATE':
      // Rows that aren't ready say so too.
      if (status >= 500 || about === 'rows') return undefined;
      return { code: stillBusy.test(text) ? 'genie-unavailable' : 'genie-inactive' };
    case 'INVALID_PARAMETER_VALUE':
      return status < 500 && status !== 404 ? { code: 'genie-declined' } : undefined;
    default:
      return undefined;
  }
}
