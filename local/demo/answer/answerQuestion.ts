import { findByKey, type Model } from '../models/model.ts';
import { newId, newStatementId } from '../newIds.ts';
import type { WireAttachment } from '../protocol.ts';
import type { Space } from '../spaces.ts';
import { MAX_ROWS } from '../statementResponse.ts';
import type { Memory } from '../understand/memory.ts';
import { isEmpty } from '../understand/parts.ts';
import type { Plan } from '../understand/plan.ts';
import { understand } from '../understand/understand.ts';
import type { Statement, Warehouse } from '../warehouse.ts';
import { figuresSql } from './figuresSql.ts';
import { listSql } from './listSql.ts';
import { noData } from './noData.ts';
import { phrasePlan } from './phrasePlan.ts';
import { aboutData, aboutMe, askBack, thanks } from './smallTalk.ts';
import { suggestQuestions } from './suggest.ts';
import { summarize } from './summarize.ts';

export interface Answer {
  attachments: WireAttachment[];
  /** By the ids of their query attachments. */
  statements: Record<string, Statement>;
  memory: Memory;
}

/** Finds the answer to a question in a space, given what the conversation remembers. */
export function answerQuestion(
  space: Space,
  warehouse: Warehouse,
  content: string,
  memory: Memory,
): Answer {
  const understanding = understand(space.model, content, memory, warehouse.today());
  const samples = space.sampleQuestions.slice(0, 3);
  switch (understanding.kind) {
    case 'plan':
      return answerWithSql(space.model, warehouse, understanding.plan);
    case 'unclear': {
      const { parts } = understanding;
      const { plan } = memory;
      const nothing = noData(parts.period, warehouse.today());
      if (nothing) return talk(answerText(nothing), samples, memory);
      const text = { content: askBack(space.model, parts), purpose: 'FOLLOW_UP_QUESTION' };
      return talk(text, samples, {
        ...(plan && { plan }),
        ...(!isEmpty(parts) && { pending: parts }),
      });
    }
    case 'about-me':
      return talk(answerText(aboutMe(space)), samples, memory);
    case 'about-data':
      return talk(answerText(aboutData(space)), samples, memory);
    case 'thanks':
      return talk(answerText(thanks), samples, memory);
  }
}

function answerWithSql(model: Model, warehouse: Warehouse, plan: Plan): Answer {
  const { sql, columns } =
    plan.list === undefined
      ? figuresSql(model, plan)
      : listSql(model, findByKey(model.lists, plan.list), plan);
  const statement = { id: newStatementId(), sql, columns };
  const rows = warehouse.run(sql, columns);
  const title = phrasePlan(model, plan);
  const queryId = newId();
  const words = noData(plan.period, warehouse.today()) ?? summarize(model, plan, rows);
  const attachments: WireAttachment[] = [
    {
      attachment_id: queryId,
      query: {
        title,
        description: `${title}, from the demo’s made-up data.`,
        query: sql,
        statement_id: statement.id,
        parameters: [],
        query_result_metadata: { row_count: rows.length, is_truncated: rows.length > MAX_ROWS },
        thoughts: [
          { thought_type: 'THOUGHT_TYPE_DESCRIPTION', content: `You want to see: ${title}.` },
          {
            thought_type: 'THOUGHT_TYPE_UNDERSTANDING',
            content: explainPeriod(plan),
          },
        ],
      },
    },
    { attachment_id: newId(), text: answerText(words) },
    {
      attachment_id: newId(),
      suggested_questions: { questions: suggestQuestions(model, plan) },
    },
  ];
  return { attachments, statements: { [queryId]: statement }, memory: { plan } };
}

function explainPeriod({ period }: Plan): string {
  if (period === undefined) return 'No period was named, so all of the data is included.';
  const { label, from, to } = period;
  const bounds = `${from ? ` from \`${from}\`` : ''}${to ? ` up to but not including \`${to}\`` : ' until today'}`;
  return `*${label}* means${bounds}.`;
}

function answerText(content: string): { content: string; purpose: string } {
  return { content, purpose: 'TEXT_ATTACHMENT_PURPOSE_ANSWER' };
}

function talk(
  text: { content: string; purpose: string },
  questions: string[],
  memory: Memory,
): Answer {
  const attachments = [
    { attachment_id: newId(), text },
    { attachment_id: newId(), suggested_questions: { questions } },
  ];
  return { attachments, statements: {}, memory };
}
