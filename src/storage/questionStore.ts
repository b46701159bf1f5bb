import type { Clock } from '../common/clock.ts';
import type { QuestionStore } from '../questions/ports.ts';
import { endStates, type Question } from '../questions/question.ts';
import { createDocumentStore, toDate } from './rows/documentStore.ts';
import type { Columns, RowKey, RowQuery, Rows } from './rows/rows.ts';

/** Longer than any question is recovered for; then the sweep takes the claim. */
const claimKeptMs = 7 * 24 * 60 * 60 * 1_000;

/** Which question started a Genie conversation. */
interface Claim {
  /** The conversation's. */
  id: string;
  questionId: string;
  expiresAt: number;
}

/** The service's own limit. https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination */
const largestPage = 1_000;

/**
 * Questions, one partition to a session; their columns are the audit trail. A claim on a Genie conversation is a row in
 * a partition that no session can have, for session ids are without a `-`.
 */
export function createQuestionStore(rows: Rows, clock: Clock): QuestionStore {
  const { listPages, listDue, ...store } = createDocumentStore<Question>(rows, clock, {
    name: 'question',
    keyOf: questionKey,
    columnsOf: auditColumns,
    dueAt,
  });
  const claims = createDocumentStore<Claim>(rows, clock, {
    name: 'claim',
    keyOf: (id) => ({ partition: `conversation-${id}`, row: 'claim' }),
    columnsOf: ({ questionId }) => ({ questionId }),
    isHarmless: true,
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
      const due = await listDue(now);
      const isAbandoned = ({ state, lease, acceptedAt, startAt = acceptedAt }: Question) =>
        !endStates.has(state) && Math.max(startAt, lease?.until ?? 0) < now;
      return due.filter(isAbandoned).sort(byAge);
    },
    async listOutspoken(now) {
      const due = await listDue(now);
      const isOutspoken = ({ state, wordsUntil = Number.POSITIVE_INFINITY }: Question) =>
        endStates.has(state) && wordsUntil <= now;
      return due.filter(isOutspoken);
    },
    listSince: (time) =>
      listPages({
        where: [{ column: 'acceptedAt', is: 'gt', value: new Date(time) }],
        pageSize: largestPage,
      }),
    async deleteExpired(now) {
      const counts = await Promise.all([store.deleteExpired(now), claims.deleteExpired(now)]);
      return counts[0] + counts[1];
    },
    async claim(id, questionId) {
      const expiresAt = clock.now() + claimKeptMs;
      if (await claims.insert({ id, questionId, expiresAt })) return true;
      const claimed = await claims.get(id);
      return claimed?.value.questionId === questionId;
    },
  };
}

/** The id is `<session id>-<activity hash>`, and neither part has a `-` of its own. */
function questionKey(id: string): RowKey {
  const [partition = '', ...rest] = id.split('-');
  return { partition, row: rest.join('-') };
}

/** An open question from the start, should it be abandoned; then when its words, and at last the row itself, are over. */
function dueAt({ state, acceptedAt, wordsUntil, expiresAt }: Question): number {
  return endStates.has(state) ? (wordsUntil ?? expiresAt) : acceptedAt;
}

function auditColumns(question: Question): Columns {
  const { state, place, lease, failure, run, acceptedAt, endedAt, wordsUntil } = question;
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
    subscriptionId: run?.subscriptionId,
    silent: run?.silent,
    errorCode: failure?.code,
    errorId: failure?.errorId,
    acceptedAt: toDate(acceptedAt),
    dueAt: toDate(run?.dueAt),
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
