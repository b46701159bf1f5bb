import { answerQuestion } from '../answer/answerQuestion.ts';
import { newId } from '../newIds.ts';
import { salesSpace } from '../spaces.ts';
import type { Memory } from '../understand/memory.ts';
import type { Warehouse } from '../warehouse.ts';
import { markdownTable } from './markdownTable.ts';

/** What came before, and what is to be answered last, as the Responses API lists it. */
export interface InputItem {
  type?: string;
  role?: string;
  content?: unknown;
  approval_request_id?: string;
  approve?: boolean;
}

export interface AssistantAnswer {
  /** What it does first: the name of a tool. */
  tool?: string;
  /** Markdown. */
  text: string;
  /** The table that it's from. */
  source?: string;
  /** What it asks to be allowed to do. */
  approval?: { id: string; name: string; arguments: string };
}

const wish = /^(?:please\s+|can you\s+|could you\s+)?(send|e-?mail|mail|delete|remove)\b/i;
const recall =
  /\bwhat (?:did|have) i (?:just )?(?:ask|asked|say|said)\b|\bmy (?:last|first|previous) question\b/i;

/**
 * What the demo's assistant says: about the same data as the demo's Genie, by the same fixed patterns. It remembers
 * nothing itself, so it reads the conversation each time.
 */
export function assistantAnswer(
  input: readonly InputItem[],
  warehouse: Warehouse,
): AssistantAnswer {
  const last = input.at(-1);
  if (last?.type === 'mcp_approval_response') return afterApproval(last.approve === true);
  const asked = input.filter(({ role }) => role === 'user').map(({ content }) => textOf(content));
  const question = asked.at(-1) ?? '';
  const before = asked.slice(0, -1);
  if (recall.test(question)) return { text: listAsked(before) };
  const verb = wish.exec(question)?.[1]?.toLowerCase();
  return verb ? askApproval(verb, question) : answerFromData(question, before, warehouse);
}

function answerFromData(
  question: string,
  before: readonly string[],
  warehouse: Warehouse,
): AssistantAnswer {
  const aboutData = before.filter((asked) => !wish.test(asked) && !recall.test(asked));
  const memory = aboutData.reduce<Memory>(
    (known, asked) => answerQuestion(salesSpace, warehouse, asked, known).memory,
    {},
  );
  const { attachments, statements } = answerQuestion(salesSpace, warehouse, question, memory);
  const text = attachments.find((attachment) => attachment.text)?.text?.content ?? '';
  const [statement] = Object.values(statements);
  if (statement === undefined) return { text };
  const { sql, columns } = statement;
  const table = markdownTable(columns, warehouse.run(sql, columns));
  const source = /\bdemo\.\w+\.\w+/.exec(sql)?.[0];
  return { tool: 'run_sql', text: `${text}\n\n${table}`, ...(source && { source }) };
}

function listAsked(asked: readonly string[]): string {
  if (asked.length === 0) return 'This is the first thing you’ve asked me.';
  return ['In this conversation you asked me:', '', ...asked.map((one) => `- ${one}`)].join('\n');
}

function askApproval(verb: string, question: string): AssistantAnswer {
  const isDeleting = verb === 'delete' || verb === 'remove';
  const name = isDeleting ? 'delete_report' : 'send_mail';
  return {
    text: `For that I’d have to ${isDeleting ? 'delete something' : 'send an email'}. May I?`,
    approval: { id: `mcpr_${newId()}`, name, arguments: JSON.stringify({ request: question }) },
  };
}

function afterApproval(isApproved: boolean): AssistantAnswer {
  if (!isApproved) return { text: 'All right, I’ll leave it.' };
  return {
    tool: 'use_approved_tool',
    text: 'Done – or it would be, if I weren’t a demo: nothing was really sent or deleted.',
  };
}

/** Content is a text, or a list of parts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: { text?: unknown }) => part?.text ?? '').join('');
}
