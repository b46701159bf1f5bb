import { expect, it } from 'vitest';
import { failureKindOf } from '../../src/genie/failureKinds.ts';

it.each([
  ['RATE_LIMIT_EXCEEDED_GENERIC_EXCEPTION', 'transient'],
  ['BUDGET_EXCEEDED_EXCEPTION', 'admin'],
  ['WAREHOUSE_ACCESS_MISSING_EXCEPTION', 'warehouse-access'],
  ['NO_TABLES_TO_QUERY_EXCEPTION', 'space'],
  ['LOCAL_CONTEXT_EXCEEDED_EXCEPTION', 'too-long'],
  ['CONTENT_FILTER_EXCEPTION', 'content-policy'],
  ['MISSING_SQL_QUERY_EXCEPTION', 'rephrase'],
  ['SQL_EXECUTION_EXCEPTION', 'query-failed'],
  ['WAREHOUSE_NOT_FOUND_EXCEPTION', 'warehouse'],
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

const missing = [
  "[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Table 'a.b.c'. SQLSTATE: 42501",
  'PERMISSION_DENIED: User does not have USE SCHEMA on Schema x',
  '[UNAUTHORIZED_ACCESS] Unauthorized access: PERMISSION DENIED: User does not have SELECT privilege.',
  '[INSUFFICIENT_PRIVILEGES] no',
  'no luck. SQLSTATE: 42501',
  'no luck (SQLSTATE 42501)',
  'User a@b.c is not an owner of Table x',
  "User does not have USE CATALOG on Catalog 'main'.",
  "Principal doesn't have permissions to read the volume",
  'Missing USE CATALOG privilege',
  'This needs the USE SCHEMA privilege on sales',
  "User does not have SELECT on Table 'main.warehouse.stock'. SQLSTATE: 42501",
  "User does not have permission to access the table 'space.workspace.t'",
  'PERMISSION_DENIED: no',
];

it.each(
  ['SQL_EXECUTION_EXCEPTION', 'GENERIC_SQL_EXEC_API_CALL_EXCEPTION', 'NEW_EXCEPTION'].flatMap(
    (type) => missing.map((text) => [type, text] as const),
  ),
)('%s with %j is about permissions', (type, text) => {
  expect(failureKindOf({ type, text })).toBe('permissions');
});

it.each([
  ['You do not have permission to use the SQL Warehouse.', 'warehouse-access'],
  ['User does not have CAN USE on warehouse 1a2b', 'warehouse-access'],
  ["You don't have CAN_USE permission", 'warehouse-access'],
  ['ada@x.y is not authorized to use or monitor this SQL Endpoint', 'warehouse-access'],
  ['SQL warehouse 1 does not exist, or you do not have access to it', 'warehouse-access'],
  ['User does not have permission to attach to endpoint /sql/1.0/endpoints/1', 'warehouse-access'],
  ['You do not have CAN RUN permission on this Genie space', 'space-access'],
  ['Requires Can View permission', 'space-access'],
  ["You don't have access to this data room", 'space-access'],
  ['User does not have the Databricks SQL access entitlement', 'workspace-access'],
  ['Not allowed without the databricks-sql-access entitlement', 'workspace-access'],
  ['User ada@x.y is not a member of workspace 12', 'workspace-access'],
  ['ada@x.y is not authorized to access workspace 12', 'workspace-access'],
])('%j says that the access is missing: %s', (text, kind) => {
  for (const type of ['SQL_EXECUTION_EXCEPTION', 'NEW_EXCEPTION']) {
    expect(failureKindOf({ type, text })).toBe(kind);
  }
});

it.each([
  'Table a does not have a column that Genie can use',
  'The query needs a filter so that Genie can query the table',
  'The workspace was updated by user 2 in this space',
  '[UNRESOLVED_COLUMN] can_use is not a column of warehouses',
])('%j says nothing about access', (text) => {
  expect(failureKindOf({ type: 'SQL_EXECUTION_EXCEPTION', text })).toBe('query-failed');
});

it.each([
  ['SQL_EXECUTION_EXCEPTION', 'Warehouse 1a2b was deleted', 'warehouse'],
  ['GENERIC_SQL_EXEC_API_CALL_EXCEPTION', 'SQL warehouse x is stopped.', 'warehouse'],
  ['GENERIC_SQL_EXEC_API_CALL_EXCEPTION', 'The warehouse was not found', 'warehouse'],
  ['NEW_EXCEPTION', 'Quota exceeded: cannot start warehouse', 'warehouse'],
  ['SQL_EXECUTION_EXCEPTION', '[PARSE_SYNTAX_ERROR] Syntax error at or near FROM', 'query-failed'],
  ['SQL_EXECUTION_EXCEPTION', 'Table a does not have a column b on line 3', 'query-failed'],
  ['DESCRIBE_QUERY_INVALID_SQL_ERROR', 'table warehouse_stock is unknown', 'rephrase'],
  ['GENERIC_SQL_EXEC_API_CALL_EXCEPTION', 'the warehouse did not answer', 'transient'],
])('%s with %j is %s', (type, text, kind) => {
  expect(failureKindOf({ type, text })).toBe(kind);
});
