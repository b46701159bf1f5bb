import * as z from 'zod/mini';
import { parseJson } from '../common/parseJson.ts';

/** A question is a list of lines. */
const sampleQuestion = z.object({ question: z.array(z.string()) });

const definition = z.object({
  config: z.object({ sample_questions: z.catch(z.array(z.unknown()), []) }),
});

/**
 * The sample questions in a space's own definition, its `serialized_space`. If it can't be read there are none: the
 * format is Databricks' own and changes.
 */
export function readSampleQuestions(serialized = ''): string[] {
  const parsed = z.safeParse(definition, parseJson(serialized));
  if (!parsed.success) return [];
  return parsed.data.config.sample_questions
    .flatMap((item) => z.safeParse(sampleQuestion, item).data?.question.join(' ').trim() ?? [])
    .filter((question) => question !== '');
}
