import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What people read: texts, comments, test titles and documents alike. */
const places = [
  'functions',
  'infra/teams/manifest.json',
  'local',
  'src',
  'test',
  'docs',
  'README.md',
  'SECURITY.md',
];

/** These name the words on purpose. */
const namesTheWords = ['docs/voice.md', 'test/voice.test.ts'];

/** A person may type these, so the code has to know them. */
const typed: Readonly<Record<string, RegExp>> = {
  'local/demo/models/salesLists.ts': /e-mail/i,
  'src/texts/en/commands.ts': /e-mail/i,
  'src/texts/personPhrases/': /e-mail/i,
  'src/texts/de/': /e-mail/i,
  'src/texts/fr/': /e-mail/i,
  'src/texts/ptBr/': /e-mail/i,
  'test/bot/commands/': /e-mail/i,
  'test/bot/people/': /e-mail/i,
  'test/local/demo/': /e-mail/i,
};

/** `docs/voice.md` says what to write instead. */
const forbidden: readonly RegExp[] = [
  /(?<!-)\banew\b/i,
  /\b(?:somebody|whoever|whomever)\b/i,
  // “no more rows” and “no more than” are English.
  /\bno more\b(?! than\b| \w+s\b)/i,
  /(?:\bnot|n[’']t)\b[^.;:\n]{0,60}\bany more\b(?! than\b| \w+s\b)/i,
  /\bmay not\b/i,
  /\bso that \w+ may\b/i,
  /\bshall\b/i,
  /\be-mail/i,
  /\bplease write\b/i,
  /\bin the place of\b/i,
  /\bheard of again\b/i,
];

it('texts, comments and titles use none of the words that docs/voice.md rules out', () => {
  const found = places
    .flatMap(filesIn)
    .filter((file) => !namesTheWords.includes(file))
    .flatMap(findForbidden);
  expect(found).toEqual([]);
});

it('finds them in each kind of text, also where a comment breaks the line', () => {
  const wrapped =
    '/**\n * Asks it\n * anew, so that\n   * it may end.\n */\n// shall we\nx = "e-mail";';
  expect(forbiddenIn(wrapped)).toEqual(['3: anew', '3: so that it may', '6: shall', '7: e-mail']);
  expect(forbiddenIn('no more than two, no more rows, a start-anew, startedAnew')).toEqual([]);
  expect(forbiddenIn('Genie has it no more. It isn’t there any more.')).toHaveLength(2);
});

function findForbidden(file: string): string[] {
  const known = Object.entries(typed).find(([room]) => file.startsWith(room))?.[1];
  return forbiddenIn(readFileSync(file, 'utf8'))
    .filter((hit) => !known?.test(hit))
    .map((hit) => `${file}:${hit}`);
}

/** `line: words` of every hit, in the order of the lines. */
function forbiddenIn(text: string): string[] {
  // As long as the text, so that a hit keeps its place.
  const flat = text.replace(/\n[ \t]*(?:\*|\/\/)?[ \t]*/g, (gap) => ' '.repeat(gap.length));
  return forbidden
    .map(({ source }) => new RegExp(source.replaceAll(' ', '\\s+'), 'gi'))
    .flatMap((pattern) => [...flat.matchAll(pattern)])
    .sort((one, other) => one.index - other.index)
    .map(({ 0: words, index }) => {
      const line = text.slice(0, index).split('\n').length;
      return `${line}: ${words.replace(/\s+/g, ' ')}`;
    });
}

function filesIn(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name).replaceAll('\\', '/'))
    .filter((file) => /\.(?:ts|mjs|js|html|css|md)$/.test(file));
}
