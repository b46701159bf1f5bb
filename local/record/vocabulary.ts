/**
 * The words that may stay in a recording: those of the protocols, which are the same for everyone. Everything else that
 * people, data and settings bring along is replaced.
 */

/** Of the Bot Framework and Teams. */
export const activityTypes = [
  'conversationUpdate',
  'endOfConversation',
  'event',
  'installationUpdate',
  'invoke',
  'message',
  'messageDelete',
  'messageReaction',
  'messageUpdate',
  'typing',
];
export const channels = ['directline', 'emulator', 'msteams', 'webchat'];
export const conversationTypes = ['channel', 'groupChat', 'personal'];
export const roles = ['bot', 'channel', 'skill', 'user'];
export const textFormats = ['markdown', 'plain', 'xml'];
export const invokeNames = [
  'adaptiveCard/action',
  'application/vnd.microsoft.readReceipt',
  'fileConsent/invoke',
  'message/fetchTask',
  'message/submitAction',
  'signin/failure',
  'signin/tokenExchange',
  'signin/verifyState',
  'task/fetch',
  'task/submit',
];
export const activityActions = ['add', 'add-upgrade', 'remove', 'remove-upgrade'];
export const reactions = [
  ...['angry', 'dislike', 'heart', 'laugh', 'like', 'minusOne', 'plusOne', 'sad', 'surprised'],
];
export const entityTypes = ['clientInfo', 'mention'];
export const platforms = ['Android', 'Mac', 'Web', 'Windows', 'iOS'];
export const contentTypes = [
  'application/vnd.microsoft.card.adaptive',
  'application/vnd.microsoft.teams.file.download.info',
  'image/*',
  'image/gif',
  'image/jpeg',
  'image/png',
  'messageReference',
  'text/html',
  'text/plain',
];
export const teamsEvents = [
  'channelCreated',
  'channelDeleted',
  'channelRenamed',
  'editMessage',
  'softDeleteMessage',
  'teamMemberAdded',
  'teamMemberRemoved',
  'teamRenamed',
  'undeleteMessage',
];
export const clickSources = ['compose', 'message', 'task'];
export const serviceHosts = [
  'directline.botframework.com',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.trafficmanager.net',
  'webchat.botframework.com',
];
export const serviceRegions = ['amer', 'apac', 'emea', 'gcc', 'in', 'teams', 'uk'];

/** Of this bot's own cards. */
export const cardActions = [
  ...['again', 'ask', 'clear-line', 'comment', 'continue', 'delete', 'delete-all', 'export'],
  ...['page', 'rate', 'share-space', 'show', 'space'],
];
export const ratings = ['NEGATIVE', 'NONE', 'POSITIVE'];
export const fileFormats = ['csv', 'xlsx'];

/** Of Genie and the Statement Execution API. */
export const messageStatuses = [
  'ASKING_AI',
  'CANCELLED',
  'COMPLETED',
  'EXECUTING_QUERY',
  'FAILED',
  'FETCHING_METADATA',
  'FILTERING_CONTEXT',
  'PENDING_WAREHOUSE',
  'QUERY_RESULT_EXPIRED',
  'SUBMITTED',
];
export const purposes = [
  'FOLLOW_UP_QUESTION',
  'TEXT_ATTACHMENT_PURPOSE_ANSWER',
  'TEXT_ATTACHMENT_PURPOSE_FOLLOW_UP_QUESTION',
];
export const phases = ['RESPONSE_PHASE_THINKING', 'RESPONSE_PHASE_VERIFYING'];
export const thoughtTypes = [
  'THOUGHT_TYPE_DATA_SOURCING',
  'THOUGHT_TYPE_DESCRIPTION',
  'THOUGHT_TYPE_INSTRUCTIONS',
  'THOUGHT_TYPE_STEPS',
  'THOUGHT_TYPE_UNDERSTANDING',
  'THOUGHT_TYPE_UNSPECIFIED',
];
export const statementStates = [
  ...['CANCELED', 'CLOSED', 'FAILED', 'PENDING', 'RUNNING', 'SUCCEEDED'],
];
export const resultFormats = ['ARROW_STREAM', 'CSV', 'JSON_ARRAY'];
export const columnTypes = [
  ...['ARRAY', 'BIGINT', 'BINARY', 'BOOLEAN', 'BYTE', 'CHAR', 'DATE', 'DECIMAL', 'DOUBLE'],
  ...['FLOAT', 'INT', 'INTERVAL', 'LONG', 'MAP', 'NULL', 'SHORT', 'SMALLINT', 'STRING'],
  ...['STRUCT', 'TIMESTAMP', 'TIMESTAMP_LTZ', 'TIMESTAMP_NTZ', 'TINYINT', 'USER_DEFINED_TYPE'],
  ...['VARCHAR', 'VARIANT', 'VOID'],
];
export const errorCodes = [
  'ABORTED',
  'ALREADY_EXISTS',
  'BAD_REQUEST',
  'CANCELLED',
  'DEADLINE_EXCEEDED',
  'ENDPOINT_NOT_FOUND',
  'FEATURE_DISABLED',
  'INTERNAL_ERROR',
  'INVALID_PARAMETER_VALUE',
  'INVALID_STATE',
  'NOT_FOUND',
  'NOT_IMPLEMENTED',
  'PERMISSION_DENIED',
  'REQUEST_LIMIT_EXCEEDED',
  'RESOURCE_CONFLICT',
  'RESOURCE_DOES_NOT_EXIST',
  'RESOURCE_EXHAUSTED',
  'TEMPORARILY_UNAVAILABLE',
  'UNAUTHENTICATED',
  'UNKNOWN',
  'WORKSPACE_TEMPORARILY_UNAVAILABLE',
];
