import type { Activity } from '../../chat/activity.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { findButton, nodesOf } from './card.ts';
import type { Talk } from './directLine.ts';

const limitMs = 60_000;

/** How the two formats begin: a zip, and the mark that tells Excel that a CSV is UTF-8. */
const beginnings = { xlsx: Buffer.from('PK'), csv: Buffer.from([0xef, 0xbb, 0xbf]) };

/** Clicks Download, and opens the format's link of those that the bot sends. */
export async function downloadTable(
  trial: Trial,
  talk: Talk,
  answer: Activity,
  format: keyof typeof beginnings,
): Promise<Outcome<undefined>> {
  const value = findButton(answer, { action: 'export' });
  if (!value) {
    throw new StepFailed('The answer has no Download. Name another question with --question.');
  }
  const known = new Set(talk.heard);
  await talk.say({ type: 'message', value });
  const message = await talk.hear(
    (activity) => !known.has(activity) && linksIn(activity).length > 0,
    limitMs,
    () => 'The bot sent no link within a minute.',
  );
  const links = linksIn(message);
  // Their signatures open the files for a quarter of an hour.
  for (const { search } of links) trial.secrets.add(search);
  const url = links.find(({ searchParams }) => searchParams.get('format') === format) ?? links[0];
  if (url === undefined) throw new StepFailed('The bot sent no link.');
  const response = await trial.fetch(url, { signal: trial.signal });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new StepFailed(`The link answered ${response.status}.`);
  if (!bytes.subarray(0, beginnings[format].length).equals(beginnings[format])) {
    throw new StepFailed(`What the link gives isn’t ${format}.`);
  }
  return { value: undefined, note: `${bytes.length} bytes` };
}

function linksIn(message: Activity): URL[] {
  return nodesOf(message)
    .filter(({ type }) => type === 'Action.OpenUrl')
    .flatMap(({ url }) => (typeof url === 'string' ? [new URL(url)] : []));
}
