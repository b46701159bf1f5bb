import type { Caller } from '../caller.ts';
import { newStatementId } from '../newIds.ts';
import { describeResult } from '../statementResponse.ts';
import type { StoredMessage } from '../storedConversation.ts';
import type { Statement } from '../warehouse.ts';
import { ApiError, notFound } from './apiError.ts';
import { MESSAGE } from './conversationRoutes.ts';
import { type Demo, requireMessage } from './demo.ts';
import { statusOf } from './messageView.ts';
import type { ApiRequest, Route } from './route.ts';

export const ATTACHMENT = `${MESSAGE}/attachments/:attachment_id`;

/** Reading the rows of a query attachment, and executing an expired one again. */
export function createResultRoutes(demo: Demo): Route[] {
  return [
    {
      method: 'GET',
      path: `${ATTACHMENT}/query-result`,
      handle: (request) => {
        const message = requireMessage(demo, request);
        const { statementResponse } = message;
        if (statementResponse !== undefined) return { statement_response: statementResponse };
        const statement = requireStatement(message, request);
        return { statement_response: readResult(demo, request.caller, message, statement) };
      },
    },
    {
      method: 'POST',
      path: `${ATTACHMENT}/execute-query`,
      handle: (request) => {
        const message = requireMessage(demo, request);
        const statement = requireStatement(message, request);
        renew(demo, message, statement, request.params['attachment_id'] ?? '');
        return { statement_response: { statement_id: statement.id, status: { state: 'PENDING' } } };
      },
    },
  ];
}

/** @throws ApiError 404 when the attachment is unknown or holds no query. */
export function requireStatement(message: StoredMessage, { params }: ApiRequest): Statement {
  const id = params['attachment_id'] ?? '';
  const statement = message.statements[id];
  if (statement === undefined) throw notFound(`Query attachment ${id} does not exist.`);
  return statement;
}

function readResult(
  demo: Demo,
  caller: Caller,
  message: StoredMessage,
  statement: Statement,
): unknown {
  const status = statusOf(message, demo.now());
  const { id, sql, columns } = statement;
  const renewing = message.renewedAt !== undefined && demo.now() < message.renewedAt + demo.stageMs;
  if (status === 'EXECUTING_QUERY' || renewing) {
    return { statement_id: id, status: { state: 'RUNNING' } };
  }
  if (status === 'QUERY_RESULT_EXPIRED') return { statement_id: id, status: { state: 'CLOSED' } };
  if (status !== 'COMPLETED') {
    throw new ApiError(400, 'INVALID_STATE', `Message ${message.id} has no query result yet.`);
  }
  return describeResult(
    statement,
    demo.warehouses.of(caller).run(sql, columns),
    demo.faults.shapes,
  );
}

function renew(demo: Demo, message: StoredMessage, statement: Statement, attachmentId: string) {
  statement.id = newStatementId();
  message.renewedAt = demo.now();
  const attachment = message.attachments.find((one) => one.attachment_id === attachmentId);
  if (attachment?.query) attachment.query.statement_id = statement.id;
  demo.conversations.save();
}
