import type { Activity } from '../../chat/activity.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import { tableRows } from './card.ts';

/** The answer shows a table with rows. */
export async function checkTable(answer: Activity): Promise<Outcome<undefined>> {
  const rows = tableRows(answer) - 1;
  if (rows < 1)
    throw new StepFailed('The answer shows no table. Name another question with --question.');
  return { value: undefined, note: `${rows} rows` };
}
