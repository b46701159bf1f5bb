import { expect, it } from 'vitest';
import { failureKindOf } from '../../src/genie/failureKinds.ts';

it.each([
  ['RATE_LIMIT_EXCEEDED_GENERIC_EXCEPTION', 'transient'],
  ['BUDGET_EXCEEDED_EXCEPTION', 'admin'],
  ['WAREHOUSE_ACCESS_MISSING_EXCEPTION', 'permissions'],
  ['NO_TABLES_TO_QUERY_EXCEPTION', 'space'],
  ['LOCAL_CONTEXT_EXCEEDED_EXCEPTION', 'too-long'],
  ['CONTENT_FILTER_EXCEPTION', 'content-policy'],
  ['MISSING_SQL_QUERY_EXCEPTION', 'rephrase'],
  ['BLOCK_MULTIPLE_EXECUTIONS_EXCEPTION', 'concurrency'],
  ['GENERATED_SQL_QUERY_TOO_LONG_EXCEPTION', 'sql-too-long'],
  ['MESSAGE_DELETED_WHILE_EXECUTING_EXCEPTION', 'cancelled'],
  ['MESSAGE_CANCELLED_WHILE_EXECUTING_EXCEPTION', 'cancelled'],
  ['UNSUPPORTED_CONVERSATION_TYPE_EXCEPTION', 'start-anew'],
  ['INVENTED_YESTERDAY_EXCEPTION', 'unknown'],
  ['toString', 'unknown'],
])('%s is %s', (type, kind) => {
  expect(failureKindOf({ type, text: '' })).toBe(kind);
});

it.each([
  [
    "[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Table 'a.b.c'. SQLSTATE: 42501",
    'permissions',
  ],
  ['PERMISSION_DENIED: User does not have USE SCHEMA on Schema x', 'permissions'],
  ['[PARSE_SYNTAX_ERROR] Syntax error at or near FROM', 'rephrase'],
])('SQL that failed with %j counts as %s', (text, kind) => {
  expect(failureKindOf({ type: 'SQL_EXECUTION_EXCEPTION', text })).toBe(kind);
});
