import type { Activity } from '../../chat/activity.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { findButton, nodesOf } from './card.ts';
import type { Talk } from './directLine.ts';

const limitMs = 60_000;

/** How the two formats begin: a zip, and the mark that tells Excel that a CSV is UTF-8. */
const beginnings = { xlsx: Buffer.from('PK'), csv: Buffer.from([0xef, 0xbb, 0xbf]) };

/** Clicks a download, and opens the link that the bot sends. */
export async function downloadTable(
  trial: Trial,
  talk: Talk,
  answer: Activity,
  format: keyof typeof beginnings,
): Promise<Outcome<undefined>> {
  const value = findButton(answer, { action: 'export', format });
  if (!value) throw new StepFailed(`The answer has no download as ${format}.`);
  const known = new Set(talk.heard);
  await talk.say({ type: 'message', value });
  const message = await talk.hear(
    (activity) => !known.has(activity) && linkIn(activity) !== undefined,
    limitMs,
    () => 'The bot sent no link within a minute.',
  );
  const url = linkIn(message) ?? '';
  // Its signature opens the file for a quarter of an hour.
  trial.secrets.add(new URL(url).search);
  const response = await trial.fetch(url, { signal: trial.signal });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new StepFailed(`The link answered ${response.status}.`);
  if (!bytes.subarray(0, beginnings[format].length).equals(beginnings[format])) {
    throw new StepFailed(`What the link gives isn’t ${format}.`);
  }
  return { value: undefined, note: `${bytes.length} bytes` };
}

function linkIn(message: Activity): string | undefined {
  const opens = nodesOf(message).find(({ type }) => type === 'Action.OpenUrl');
  return typeof opens?.['url'] === 'string' ? opens['url'] : undefined;
}
