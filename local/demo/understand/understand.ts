import type { Model } from '../models/model.ts';
import { completePlan } from './completePlan.ts';
import { editPlan, isFollowUp } from './followUp.ts';
import type { Memory } from './memory.ts';
import type { Parts } from './parts.ts';
import type { Plan } from './plan.ts';
import { readParts } from './readParts.ts';

/** What a question turned out to be. `unclear` keeps what could be read, for the next message to complete. */
export type Understanding =
  | { kind: 'plan'; plan: Plan }
  | { kind: 'about-me' }
  | { kind: 'about-data' }
  | { kind: 'thanks' }
  | { kind: 'unclear'; parts: Parts };

/**
 * Reads a question in the light of the conversation so far. Fixed patterns, no language model.
 * @param content as it was sent; a leading `[who asks]` is ignored.
 * @param today `YYYY-MM-DD`.
 */
export function understand(
  model: Model,
  content: string,
  memory: Memory,
  today: string,
): Understanding {
  const question = content.replace(/^\s*\[[^\]]{1,200}\]\s*/, '');
  const talk = readSmallTalk(question);
  if (talk !== undefined) return { kind: talk };
  const parts = readParts(model, question, today);
  if (memory.pending !== undefined) {
    const plan = completePlan(model, joinParts(memory.pending, parts));
    if (plan !== undefined) return { kind: 'plan', plan };
  }
  if (memory.plan !== undefined && isFollowUp(question, parts)) {
    return { kind: 'plan', plan: editPlan(model, memory.plan, parts, question) };
  }
  const plan = completePlan(model, parts);
  return plan === undefined ? { kind: 'unclear', parts } : { kind: 'plan', plan };
}

function readSmallTalk(question: string): 'about-me' | 'about-data' | 'thanks' | undefined {
  if (/^\W*(?:thanks|thank you|thx|great|perfect)\b/i.test(question)) return 'thanks';
  if (
    /\b(?:who|what) are you\b|\bare you (?:an? )?(?:ai|bot|human|real)\b|^\W*(?:help|hi|hello|hey)\W*$|\bwhat can (?:you|i)\b/i.test(
      question,
    )
  ) {
    return 'about-me';
  }
  const aboutData =
    /\b(?:what|which) (?:data|tables?)\b|\b(?:explain|describe|about) (?:the|this|your) (?:data(?: ?set)?|tables?)\b/i;
  return aboutData.test(question) ? 'about-data' : undefined;
}

function joinParts(pending: Parts, answer: Parts): Parts {
  const { vague: _, ...asked } = pending;
  const { vague: __, ...said } = answer;
  return {
    ...asked,
    ...said,
    measures: [...asked.measures, ...said.measures],
    dimensions: [...asked.dimensions, ...said.dimensions],
    filters: [...asked.filters, ...said.filters],
  };
}
