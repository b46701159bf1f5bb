import { describe, expect, it } from 'vitest';
import { galleryCards } from '../../../local/gallery/galleryCards.ts';
import { indexPage } from '../../../local/gallery/indexPage.ts';

/** In a table, as Germans and Americans write one and a half million or so. */
const german = /"\d\.\d{3}\.\d{3},\d{2}"/;
const american = /"\d,\d{3},\d{3}\.\d{2}"/;

describe('the gallery', () => {
  it('has each card once, by a name and by a question of its own', async () => {
    const cards = await galleryCards(undefined);
    for (const key of ['name', 'question'] as const) {
      expect(new Set(cards.map((card) => card[key])).size).toBe(cards.length);
    }
    expect(cards.map(({ name }) => name)).toContain('bars');
    expect(cards.map(({ name }) => name)).toContain('card-help');
  });

  it('writes for the reader that it’s told of, and else for one that suits the card', async () => {
    const bars = async (locale?: string) => {
      const card = (await galleryCards(locale)).find(({ name }) => name === 'bars');
      return JSON.stringify(card?.message);
    };
    expect(await bars()).toMatch(american);
    expect(await bars()).not.toMatch(german);
    expect(await bars('de')).toMatch(german);
    expect(await bars('de')).not.toMatch(american);
  });

  it('shows all pictures of a card beside each other', () => {
    const page = indexPage(new Map([['bars', ['bars-phone-dark.png', 'bars-phone-light.png']]]));
    expect(page).toContain('<h2 id="bars">');
    expect(page.match(/<img src="bars-phone-\w+\.png"/g)).toHaveLength(2);
  });
});
