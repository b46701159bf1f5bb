import type { Clock } from '../clock.ts';
import type { QuestionStore } from '../questions/ports.ts';
import { endStates, type Question } from '../questions/question.ts';
import { createDocumentStore, toDate } from './documentStore.ts';
import type { Columns, RowKey, RowQuery, Rows } from './rows.ts';

/** Longer than any question is recovered for; then the sweep takes the claim. */
const claimKeptMs = 7 * 24 * 60 * 60 * 1_000;

/** The service's own limit. https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination */
const largestPage = 1_000;

/**
 * Questions, one partition to a session; their columns are the audit trail. A claim on a Genie conversation is a row in
 * a partition that no session can have, for session ids are without a `-`.
 */
export function createQuestionStore(rows: Rows, clock: Clock): QuestionStore {
  const { listPages, ...store } = createDocumentStore<Question>(rows, clock, {
    keyOf: questionKey,
    columnsOf: auditColumns,
  });
  const list = async (query: RowQuery) => {
    const found: Question[] = [];
    for await (const page of listPages(query)) found.push(...page);
    return found;
  };
  const isOpen = { column: 'open', is: 'eq' as const, value: true };

  return {
    ...store,
    async listOpen(sessionId) {
      const open = await list({ partition: sessionId, where: [isOpen] });
      return open.sort(byAge);
    },
    async listAll(sessionId) {
      const all = await list({ partition: sessionId });
      return all.sort(byAge);
    },
    async listAbandoned(now) {
      const leaseOver = { column: 'leaseUntil', is: 'lt' as const, value: new Date(now) };
      const abandoned = await list({ where: [isOpen, leaseOver] });
      return abandoned.sort(byAge);
    },
    listOutspoken: (now) =>
      list({ where: [{ column: 'wordsUntil', is: 'le', value: new Date(now) }] }),
    listSince: (time) =>
      listPages({
        where: [{ column: 'acceptedAt', is: 'gt', value: new Date(time) }],
        pageSize: largestPage,
      }),
    async claim(conversationId, questionId) {
      const key = { partition: `conversation-${conversationId}`, row: 'claim' };
      const expiresAt = new Date(clock.now() + claimKeptMs);
      if (await rows.insert(key, { questionId, expiresAt })) return true;
      const claimed = await rows.get(key);
      return claimed?.columns['questionId'] === questionId;
    },
  };
}

/** The id is `<session id>-<activity hash>`, and neither part has a `-` of its own. */
function questionKey(id: string): RowKey {
  const [partition = '', ...rest] = id.split('-');
  return { partition, row: rest.join('-') };
}

function auditColumns(question: Question): Columns {
  const { state, place, lease, failure, acceptedAt, endedAt, wordsUntil } = question;
  const hasEnded = endStates.has(state);
  return {
    state,
    open: !hasEnded,
    // A filter cannot ask for a column that is not there, so no lease is one that ran out long ago.
    leaseUntil: new Date(lease?.until ?? 0),
    channel: place.channelId,
    chatId: place.conversation.id,
    chatType: place.conversation.conversationType,
    tenantId: place.conversation.tenantId,
    user: place.user.aadObjectId ?? place.user.id,
    asker: question.asker,
    askerKnownBy: question.askerKnownBy,
    question: hasEnded && wordsUntil === undefined ? question.text : undefined,
    wordsUntil: hasEnded ? toDate(wordsUntil) : undefined,
    spaceId: question.spaceId,
    conversationId: question.conversationId,
    messageId: question.messageId,
    answerActivityId: question.answerActivityId,
    rows: question.rows,
    milliseconds: endedAt && endedAt - acceptedAt,
    rating: question.rating,
    errorCode: failure?.code,
    errorId: failure?.errorId,
    acceptedAt: toDate(acceptedAt),
    startAt: toDate(question.startAt),
    askingAt: toDate(question.askingAt),
    askedAt: toDate(question.askedAt),
    answeredAt: toDate(question.answeredAt),
    endedAt: toDate(endedAt),
  };
}

function byAge(a: Question, b: Question): number {
  return a.acceptedAt - b.acceptedAt || (a.id < b.id ? -1 : 1);
}
