import { type AccessDetail, isMissingAccess, nameMissingAccess } from './missingAccess.ts';
import type { Message } from './types.ts';

/** What an asker, or an admin, can do about a message that FAILED. */
export type FailureKind =
  /** Ask again later. */
  | 'transient'
  /** Money or settings of the workspace. */
  | 'admin'
  /** The person, or the bot, lacks access: to the data or to what the name says. */
  | AccessDetail
  /** The warehouse that runs the queries is stopped, deleted or over its quota. */
  | 'warehouse'
  /** The space must be mended by its owner. */
  | 'space'
  /** Shorten the question, or start over. */
  | 'too-long'
  | 'content-policy'
  /** Say it in other words. */
  | 'rephrase'
  /** There is a query, but it failed when it ran. */
  | 'query-failed'
  /** Ask for less at once: the question itself was not too long, nor what was said before. */
  | 'sql-too-long'
  /** Something else happened in the conversation meanwhile. */
  | 'concurrency'
  /** The message was cancelled or deleted in Genie. */
  | 'cancelled'
  /** Start over: this conversation cannot go on. */
  | 'start-anew'
  | 'unknown';

/** The 67 error types of `MessageError` in Databricks SDK for Python 0.133.0. */
const typesByKind = {
  transient: [
    'CHAT_COMPLETION_CLIENT_EXCEPTION',
    'CHAT_COMPLETION_CLIENT_TIMEOUT_EXCEPTION',
    'CHAT_COMPLETION_NETWORK_EXCEPTION',
    'DESCRIBE_QUERY_TIMEOUT',
    'DESCRIBE_QUERY_UNEXPECTED_FAILURE',
    'GENERIC_CHAT_COMPLETION_EXCEPTION',
    'GENERIC_CHAT_COMPLETION_SERVICE_EXCEPTION',
    'GENERIC_SQL_EXEC_API_CALL_EXCEPTION',
    'RATE_LIMIT_EXCEEDED_GENERIC_EXCEPTION',
    'RATE_LIMIT_EXCEEDED_SPECIFIED_WAIT_EXCEPTION',
    'REPLY_PROCESS_TIMEOUT_EXCEPTION',
    'RETRYABLE_PROCESSING_EXCEPTION',
    'STOP_PROCESS_DUE_TO_AUTO_REGENERATE',
    'UNEXPECTED_REPLY_PROCESS_EXCEPTION',
  ],
  admin: [
    'BUDGET_EXCEEDED_EXCEPTION',
    'COULD_NOT_GET_MODEL_DEPLOYMENTS_EXCEPTION',
    'DELEGATION_NOT_FOUND_EXCEPTION',
    'DEPLOYMENT_NOT_FOUND_EXCEPTION',
    'FUNCTIONS_NOT_AVAILABLE_EXCEPTION',
    'NO_DEPLOYMENTS_AVAILABLE_TO_WORKSPACE',
    'PAY_PER_TOKEN_DISABLED_EXCEPTION',
    'UNKNOWN_AI_MODEL',
  ],
  permissions: [
    'COULD_NOT_GET_UC_SCHEMA_EXCEPTION',
    'DASHBOARD_PERMISSION_DENIED_EXCEPTION',
    'TABLES_MISSING_EXCEPTION',
  ],
  'warehouse-access': ['WAREHOUSE_ACCESS_MISSING_EXCEPTION'],
  space: [
    'CERTIFIED_ANSWERS_MISSING_EXCEPTION',
    'COULD_NOT_GET_DASHBOARD_SCHEMA_EXCEPTION',
    'ILLEGAL_PARAMETER_DEFINITION_EXCEPTION',
    'INTERNAL_CATALOG_ASSET_CREATION_FAILED_EXCEPTION',
    'INTERNAL_CATALOG_ASSET_CREATION_ONGOING_EXCEPTION',
    'INTERNAL_CATALOG_ASSET_CREATION_UNSUPPORTED_EXCEPTION',
    'INTERNAL_CATALOG_MISSING_UC_PATH_EXCEPTION',
    'INTERNAL_CATALOG_PATH_OVERLAP_EXCEPTION',
    'INVALID_CERTIFIED_ANSWER_FUNCTION_EXCEPTION',
    'INVALID_CERTIFIED_ANSWER_IDENTIFIER_EXCEPTION',
    'INVALID_TABLE_IDENTIFIER_EXCEPTION',
    'NO_TABLES_TO_QUERY_EXCEPTION',
    'TOO_MANY_CERTIFIED_ANSWERS_EXCEPTION',
    'TOO_MANY_TABLES_EXCEPTION',
  ],
  warehouse: ['WAREHOUSE_NOT_FOUND_EXCEPTION'],
  'too-long': [
    'CONTEXT_EXCEEDED_EXCEPTION',
    'EXCEEDED_MAX_TOKEN_LENGTH_EXCEPTION',
    'LOCAL_CONTEXT_EXCEEDED_EXCEPTION',
    'MESSAGE_ATTACHMENT_TOO_LONG_ERROR',
  ],
  'sql-too-long': ['GENERATED_SQL_QUERY_TOO_LONG_EXCEPTION'],
  'content-policy': ['CONTENT_FILTER_EXCEPTION'],
  rephrase: [
    'DESCRIBE_QUERY_INVALID_SQL_ERROR',
    'FUNCTION_ARGUMENTS_INVALID_EXCEPTION',
    'FUNCTION_ARGUMENTS_INVALID_JSON_EXCEPTION',
    'FUNCTION_ARGUMENTS_INVALID_TYPE_EXCEPTION',
    'FUNCTION_CALL_MISSING_PARAMETER_EXCEPTION',
    'INVALID_CHAT_COMPLETION_ARGUMENTS_JSON_EXCEPTION',
    'INVALID_CHAT_COMPLETION_JSON_EXCEPTION',
    'INVALID_COMPLETION_REQUEST_EXCEPTION',
    'INVALID_FUNCTION_CALL_EXCEPTION',
    'INVALID_SQL_MULTIPLE_DATASET_REFERENCES_EXCEPTION',
    'INVALID_SQL_MULTIPLE_STATEMENTS_EXCEPTION',
    'INVALID_SQL_UNKNOWN_TABLE_EXCEPTION',
    'MISSING_SQL_QUERY_EXCEPTION',
    'NO_QUERY_TO_VISUALIZE_EXCEPTION',
  ],
  'query-failed': ['SQL_EXECUTION_EXCEPTION'],
  concurrency: ['BLOCK_MULTIPLE_EXECUTIONS_EXCEPTION', 'MESSAGE_UPDATED_WHILE_EXECUTING_EXCEPTION'],
  cancelled: [
    'MESSAGE_CANCELLED_WHILE_EXECUTING_EXCEPTION',
    'MESSAGE_DELETED_WHILE_EXECUTING_EXCEPTION',
  ],
  'start-anew': ['UNSUPPORTED_CONVERSATION_TYPE_EXCEPTION'],
} as const satisfies Partial<Record<FailureKind, readonly string[]>>;

const kindsByType: ReadonlyMap<string, FailureKind> = new Map(
  Object.entries(typesByKind).flatMap(([kind, types]) =>
    types.map((type) => [type, kind as FailureKind] as const),
  ),
);

/** The types that Databricks documents. */
export const knownErrorTypes: ReadonlySet<string> = new Set(kindsByType.keys());

const noWarehouse =
  /\b(?:warehouse|endpoint)\b.{0,80}\b(?:stopped|deleted|does(?: not|n.t) exist|(?:was )?not found|is not running|quota|limit (?:was |is )?(?:reached|exceeded))\b|\bquota\b.{0,60}\bwarehouse\b/i;

const searched = 2_000;

/**
 * What kind of failure Genie reports in a message. Which type Genie gives to a missing grant isn't documented, so the
 * text goes first.
 */
export function failureKindOf({ type, text }: NonNullable<Message['error']>): FailureKind {
  const start = text.slice(0, searched);
  if (isMissingAccess(start)) return nameMissingAccess(start) ?? 'permissions';
  if (noWarehouse.test(start)) return 'warehouse';
  return kindsByType.get(type) ?? 'unknown';
}
