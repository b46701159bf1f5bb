import * as z from 'zod/mini';
import type { createCaller } from '../genie/http/caller.ts';
import type { Api } from '../genie/http/sendRequest.ts';
import type { Rating } from '../genie/types.ts';
import { omitUndefined } from '../genie/wire/omitUndefined.ts';

const mlflow: Api = { path: '/api/3.0/mlflow/', name: 'MLflow' };
/** As Databricks' own chat template calls it. */
const assessmentName = 'user_feedback';

const text = z.catch(z.optional(z.string()), undefined);
const assessmentWire = z.object({
  assessment_id: text,
  assessment_name: text,
  source: z.catch(z.optional(z.object({ source_id: text })), undefined),
});
const traceWire = z.object({
  trace: z.object({ trace_info: z.object({ assessments: z.catch(z.array(assessmentWire), []) }) }),
});

/**
 * Puts a person's rating on a trace, as an assessment of MLflow, in place of their earlier one. `NONE` deletes that.
 *
 * The create and update calls are as in databricks/app-templates (`e2e-chatbot-app-next/server/src/routes/feedback.ts`);
 * reading the trace's assessments and deleting one follow MLflow's REST API, and weren't tried against a workspace.
 */
export async function rateTrace(
  { read, act }: Pick<ReturnType<typeof createCaller>, 'read' | 'act'>,
  traceId: string,
  rating: Rating,
  comment: string | undefined,
  rater: string,
): Promise<void> {
  const trace = ['traces', traceId];
  const assessments = [...trace, 'assessments'];
  // Without it there is one rating too many, which is better than none.
  const found = await read({ api: mlflow, path: trace }, traceWire).catch(() => undefined);
  const earlier = found?.trace.trace_info.assessments.find(
    ({ assessment_name: name, source }) => name === assessmentName && source?.source_id === rater,
  )?.assessment_id;
  if (rating === 'NONE') {
    if (earlier === undefined) return;
    await act({ api: mlflow, method: 'DELETE', path: [...assessments, earlier] }, z.unknown());
    return;
  }
  const assessment = omitUndefined({
    trace_id: traceId,
    assessment_name: assessmentName,
    feedback: { value: rating === 'POSITIVE' },
    rationale: comment,
  });
  const privateTexts = comment === undefined ? [] : [comment];
  if (earlier === undefined) {
    const source = { source_type: 'HUMAN', source_id: rater };
    const body = { assessment: { ...assessment, source } };
    await act({ api: mlflow, path: assessments, body, privateTexts }, z.unknown());
    return;
  }
  const body = {
    assessment,
    update_mask: comment === undefined ? 'feedback' : 'feedback,rationale',
  };
  const path = [...assessments, earlier];
  await act({ api: mlflow, method: 'PATCH', path, body, privateTexts }, z.unknown());
}
