import type { HttpRequest } from '@azure/functions';
import * as z from 'zod/mini';
import { type Activity, activityShape } from '../activityShape.ts';
import { type Refusal, readJson, refuse } from './readJson.ts';

export type ActivityRead = { activity: Activity } | { refusal: Refusal };

/** More than any channel sends; Teams limits a message to 100 KB. */
const maxBytes = 256 * 1024;

/** Reads the Bot Framework activity in a request, or says what is wrong with it. */
export async function readActivity(request: HttpRequest): Promise<ActivityRead> {
  if (request.method !== 'POST') {
    return refuse(405, 'Only POST is allowed.', { allow: 'POST' });
  }
  const read = await readJson(request, maxBytes);
  if ('refusal' in read) return read;
  const { json } = read;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refuse(400, 'The body isn’t a JSON object.');
  }
  const parsed = z.safeParse(activityShape, json);
  if (parsed.success) return { activity: parsed.data };
  const [where] = parsed.error.issues.map(({ path }) => path.join('.'));
  return refuse(400, `The activity’s ${where} is missing or has the wrong type.`);
}
