import type { HttpRequest } from '@azure/functions';
import type { Activity } from 'botbuilder';

/** A request that is refused: the status, and one sentence for whoever sent it. */
export interface Refusal {
  status: number;
  sentence: string;
  headers?: Record<string, string>;
}

export type ActivityRead = { activity: Activity } | { refusal: Refusal };

/** More than any channel sends; Teams' own limit for a message is 100 KB. */
const maxBytes = 256 * 1024;

/** Reads the Bot Framework activity that a request carries. */
export async function readActivity(request: HttpRequest): Promise<ActivityRead> {
  if (request.method !== 'POST') {
    return refuse(405, 'Only POST is understood here.', { allow: 'POST' });
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge();
  const text = await request.text();
  if (Buffer.byteLength(text) > maxBytes) return tooLarge();

  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse(400, 'The body is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse(400, 'The body is not a JSON object.');
  }
  if (!('type' in body) || typeof body.type !== 'string' || body.type === '') {
    return refuse(400, 'The activity has no type.');
  }
  return { activity: body as Activity };
}

function tooLarge(): ActivityRead {
  return refuse(413, `The body is larger than ${maxBytes / 1024} KB.`);
}

function refuse(status: number, sentence: string, headers?: Record<string, string>): ActivityRead {
  return { refusal: { status, sentence, ...(headers && { headers }) } };
}
