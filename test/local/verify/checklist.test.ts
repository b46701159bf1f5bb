import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galleryReader } from '../../../local/gallery/galleryReader.ts';
import { peopleCards } from '../../../local/gallery/peopleCards.ts';
import { checklist } from '../../../local/verify/teams/checklist.ts';
import {
  checklistMarkdown,
  checklistText,
  picturesOf,
} from '../../../local/verify/teams/checklistText.ts';

const root = join(import.meta.dirname, '..', '..', '..');

describe('the checklist for Teams', () => {
  it('is in the docs as it is in the terminal', () => {
    // If this fails: npm run verify:teams -- --write
    expect(readFileSync(join(root, 'docs/verify-teams.md'), 'utf8')).toBe(checklistMarkdown());
    for (const { act, see } of checklist.flatMap(({ checks }) => checks)) {
      expect(checklistText()).toContain(act);
      expect(checklistText()).toContain(see);
    }
  });

  it('names only pictures that are there, or that the gallery takes', () => {
    const cards = new Set(
      peopleCards(galleryReader('en-GB')).map(([name]) => `card-${name.replaceAll(' ', '-')}`),
    );
    const missing = picturesOf(checklist).filter((picture) =>
      'docs' in picture
        ? !existsSync(join(root, 'docs/images', picture.docs))
        : !cards.has(picture.gallery) &&
          !existsSync(join(root, 'local/gallery/answers', `${picture.gallery}.json`)),
    );
    expect(missing).toEqual([]);
  });
});
