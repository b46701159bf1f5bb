import * as z from 'zod/mini';
import { codeOf } from '../common/errors.ts';
import type { Endpoint, Family } from './types.ts';

/** How a call of an endpoint has to look. */
export interface Shape {
  family: Family;
  /** What goes along with what was said. Foundation models refuse fields that they don't know. */
  extras: 'all' | 'user' | 'none';
}

const text = z.catch(z.optional(z.string()), undefined);

export const endpointWire = z.object({
  task: text,
  state: z.catch(z.optional(z.object({ ready: text })), undefined),
});

/** An agent of the newest kind, which is also what agents are that don't say. */
export const newAgent: Shape = { family: 'responses', extras: 'all' };

/** `agent/v1/responses`, `agent/v2/chat`, `llm/v1/chat`, … */
export function shapeOf(task: string | undefined): Shape {
  if (task === undefined) return newAgent;
  const family = /\bresponses$|^agent\/(?!.*\bchat$)/.test(task) ? 'responses' : 'chat';
  return { family, extras: task.startsWith('llm/') ? 'user' : 'all' };
}

/** An endpoint as it's described. */
export function toEndpoint(name: string, wire: z.output<typeof endpointWire>): Endpoint {
  const ready = wire.state?.ready;
  const { family } = shapeOf(wire.task);
  return { name, family, isReady: ready === undefined || ready === 'READY' };
}

const otherKey: Readonly<Record<Family, RegExp>> = {
  chat: /\binput\b['"`]? (?:field )?(?:instead|is required)|\bmessages\b['"`]? field is not supported|\b(?:missing|required)\b.{0,60}['"`]input['"`]/i,
  responses:
    /\bmessages\b['"`]? (?:field )?(?:instead|is required)|\binput\b['"`]? field is not supported|\b(?:missing|required)\b.{0,60}['"`]messages['"`]/i,
};
const refused =
  /\b(?:extra|unknown|unexpected|unrecognized|unsupported|not permitted|not allowed|not supported)\b/i;

/** How to call it instead, if a refusal tells. Nothing has been run then, so that it can be called once more. */
export function learnShape(error: unknown, shape: Shape): Shape | undefined {
  const isRefusal = ['endpoint-declined', 'endpoint-failed'].includes(codeOf(error));
  if (!isRefusal || !(error instanceof Error)) return undefined;
  const said = error.message.slice(0, 1_000);
  if (otherKey[shape.family].test(said)) {
    return { ...shape, family: shape.family === 'chat' ? 'responses' : 'chat' };
  }
  if (!refused.test(said)) return undefined;
  if (shape.extras !== 'none' && /\b(?:user|model)\b/i.test(said))
    return { ...shape, extras: 'none' };
  const isAboutRest = /\b(?:context|databricks_options)\b/i.test(said);
  return shape.extras === 'all' && isAboutRest ? { ...shape, extras: 'user' } : undefined;
}
