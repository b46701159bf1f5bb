import { type Chapter, type Check, checklist } from './checklist.ts';

/** The checklist for a terminal. */
export function checklistText(): string {
  const lines = checklist.flatMap(({ title, checks }) => [
    title,
    ...checks.flatMap((check) => [`  [ ] ${check.act}`, `      ${check.see}${pictureIn(check)}`]),
    '',
  ]);
  return [
    'What only a person in Teams can see. Nobody has seen it yet: please tell us what you find.',
    '',
    ...lines,
    'Pictures named gallery/… are taken by npm run gallery, into .local/gallery. They show Web Chat:',
    'Teams has fonts, buttons and charts of its own. The contents are the same.',
    '',
  ].join('\n');
}

/** The same as a document. */
export function checklistMarkdown(): string {
  return [
    '# What only a person in Teams can see',
    '',
    '`npm run verify:teams` prints this list. Nobody has gone through it yet: please tell us what you find. To have a bot for it, run [`npm run verify:azure -- --keep`](deploy.md#try-it-in-azure-and-remove-it), or [deploy](deploy.md) yours.',
    '',
    'The questions are for the demo workspace. Pictures named `gallery` are taken by `npm run gallery`, into `.local/gallery`. They show Web Chat: Teams has fonts, buttons and charts of its own. The contents are the same.',
    '',
    ...checklist.flatMap(({ title, checks }) => [
      `## ${title}`,
      '',
      ...checks.map((check) => `- [ ] ${check.act}<br>**See:** ${check.see}${pictureLink(check)}`),
      '',
    ]),
  ].join('\n');
}

/** Every picture that the list names. */
export function picturesOf(chapters: readonly Chapter[]): NonNullable<Check['picture']>[] {
  return chapters.flatMap(({ checks }) => checks.flatMap(({ picture }) => picture ?? []));
}

function pictureIn({ picture }: Check): string {
  if (!picture) return '';
  const where = 'docs' in picture ? `docs/images/${picture.docs}` : `gallery/${picture.gallery}`;
  return ` (picture: ${where})`;
}

function pictureLink({ picture }: Check): string {
  if (!picture) return '';
  if ('docs' in picture) return ` ([picture](images/${picture.docs}))`;
  return ` (gallery: \`${picture.gallery}\`)`;
}
