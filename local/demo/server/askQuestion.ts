import { answerQuestion } from '../answer/answerQuestion.ts';
import type { Caller } from '../caller.ts';
import type { MessageScript } from '../faults.ts';
import { newId } from '../newIds.ts';
import { requireSpaceById } from '../spaces.ts';
import type { StoredConversation, StoredMessage } from '../storedConversation.ts';
import { answeredTimeline, isTerminal, type Stage } from '../timeline.ts';
import type { Demo } from './demo.ts';
import { statusOf } from './messageView.ts';

/**
 * Creates the message of a question: its answer is found at once, and revealed as time passes. A script of the faults
 * can change its course.
 */
export function askQuestion(
  demo: Demo,
  caller: Caller,
  conversation: StoredConversation,
  content: string,
): StoredMessage {
  const previous = conversation.messages.at(-1);
  const space = requireSpaceById(conversation.spaceId);
  const warehouse = demo.warehouses.of(caller);
  const answer = answerQuestion(space, warehouse, content, previous?.memory ?? {});
  const message: StoredMessage = {
    id: newId(),
    spaceId: conversation.spaceId,
    conversationId: conversation.id,
    content,
    createdAt: demo.now(),
    timeline: answeredTimeline(demo.stageMs, Object.keys(answer.statements).length > 0),
    attachments: answer.attachments,
    error: null,
    statements: answer.statements,
    memory: answer.memory,
    feedback: null,
    comments: [],
  };
  if (
    previous &&
    !isTerminal(statusOf(previous, demo.now())) &&
    demo.faults.whileRunning === 'fail'
  ) {
    return applyScript(message, {
      error: {
        type: 'BLOCK_MULTIPLE_EXECUTIONS_EXCEPTION',
        error: 'Another message of this conversation is still being processed.',
      },
    });
  }
  const script = demo.faults.scriptFor(content);
  return script === undefined ? message : applyScript(message, script);
}

function applyScript(message: StoredMessage, script: MessageScript): StoredMessage {
  const timeline = script.statuses ?? (script.error && failedTimeline(message.timeline));
  const last = timeline?.at(-1)?.status;
  const unanswered = last === 'FAILED' || last === 'CANCELLED';
  const attachments = script.attachments ?? (unanswered ? [] : message.attachments);
  return {
    ...message,
    timeline: timeline ?? message.timeline,
    attachments: attachments.map((attachment) => ({ attachment_id: newId(), ...attachment })),
    error: script.error ?? null,
    ...(script.statementResponse !== undefined && { statementResponse: script.statementResponse }),
  };
}

function failedTimeline(usual: readonly Stage[]): Stage[] {
  return usual.map((stage) =>
    stage.status === 'COMPLETED' ? { ...stage, status: 'FAILED' } : stage,
  );
}
