import { poll } from '../poll.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';

/** The app restarts with its new settings, and Easy Auth is there some time after that. */
const limitMs = 10 * 60_000;
const everyMs = 5_000;
const requestMs = 60_000;

interface Question {
  what: string;
  path: string;
  status: number;
  init?: RequestInit;
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

const objectId = '11111111-1111-4111-8111-111111111111';

/** As Easy Auth would say that Ada has signed in: from outside it must not get through. */
const forged = {
  'x-ms-client-principal-id': objectId,
  'x-ms-client-principal-idp': 'aad',
  'x-ms-client-principal': Buffer.from(
    JSON.stringify({ auth_typ: 'aad', claims: [{ typ: 'oid', val: objectId }] }),
  ).toString('base64'),
};
// Shaped as what the Bot Framework brings, from an issuer that Easy Auth doesn't know.
const foreign = {
  authorization: `Bearer ${[{ alg: 'RS256' }, { iss: 'other' }, {}].map(encode).join('.')}`,
};
const asPage = { method: 'POST', body: '{}' };
const json = { 'content-type': 'application/json' };

const questions: readonly Question[] = [
  { what: 'the page', path: '/api/chat', status: 401 },
  { what: 'a token', path: '/api/chat/token', status: 401, init: { ...asPage, headers: json } },
  { what: 'the page, forged', path: '/api/chat', status: 401, init: { headers: forged } },
  {
    what: 'a token, forged',
    path: '/api/chat/token',
    status: 401,
    init: { ...asPage, headers: { ...json, ...forged } },
  },
  {
    what: 'a message that is none',
    path: '/api/messages',
    status: 400,
    init: { ...asPage, headers: { ...json, ...foreign } },
  },
  { what: 'health', path: '/api/health', status: 200 },
];

/**
 * Looks from outside that the chat page is for those who sign in alone, and that all else is as it was.
 *
 * @throws StepFailed with what answered something else to the end
 */
export async function checkPage(trial: Trial, hostUrl: string): Promise<Outcome<undefined>> {
  const { fetch, clock, signal } = trial;
  const ask = async ({ path, init }: Question): Promise<string> => {
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(requestMs)]);
      const options = { ...init, redirect: 'manual', signal: limit } as const;
      const response = await fetch(`${hostUrl}${path}`, options);
      await response.body?.cancel();
      return String(response.status);
    } catch (error) {
      signal.throwIfAborted();
      return error instanceof Error ? error.message : String(error);
    }
  };
  let wrong: string[] = [];
  const look = async () => {
    const answers = await Promise.all(questions.map(ask));
    wrong = questions.flatMap(({ what, status }, at) =>
      answers[at] === String(status) ? [] : [`${what} ${answers[at]} instead of ${status}`],
    );
    return wrong.length === 0 ? true : undefined;
  };
  const isShut = await poll(look, { clock, signal, everyMs, limitMs });
  if (!isShut) throw new StepFailed(wrong.join(', '));
  return { value: undefined };
}
