import { describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { aChat } from '../support/openSide.ts';
import { useSide } from '../support/useSide.ts';

const chats = () => [aChat('a', 1), aChat('b', 2)];

describe.skipIf(noBrowser)('the side, without a mouse', () => {
  const open = useSide();

  test('is reached by Tab in the order in which it’s read', async () => {
    const { page, chat, focused } = await open({ chats: chats() });
    await chat('of b').waitFor();
    const order: string[] = [];
    for (let press = 0; press < 11; press++) {
      await page.keyboard.press('Tab');
      order.push((await focused()).split('\n')[0] ?? '');
    }
    expect(order).toEqual([
      'Skip to the question box',
      'Your chats',
      'Space: Sales',
      'New chat',
      'Search your chats',
      'Title of a',
      'Options for “Title of a”',
      'Title of b',
      'Options for “Title of b”',
      'How to ask (opens in a new tab)',
      'Download the guide',
    ]);
  });

  test('opens a chat with Enter', async () => {
    const { page, chat, opened } = await open({ chats: chats() });
    await chat('of b').locator('.chat-open').focus();
    await page.keyboard.press('Enter');
    await expect.poll(opened).toEqual(['b']);
  });

  test.each([
    [['ArrowDown'], 'Rename'],
    [['Enter', 'ArrowDown', 'ArrowDown'], 'Download as HTML'],
    [['Enter', 'ArrowUp'], 'Delete'],
    [['Enter', 'End', 'ArrowDown'], 'Rename'],
    [['Enter', 'End', 'Home'], 'Rename'],
    [['Enter', 'd', 'd'], 'Download as HTML'],
    [['Enter', 'D', 'D', 'D', 'D'], 'Download as Markdown'],
  ])('moves through the menu of a chat by %j to %s', async (keys, item) => {
    const { page, chat, focused } = await open({ chats: chats() });
    const more = chat('of a').locator('> .side-icon');
    await more.focus();
    for (const key of keys) await page.keyboard.press(key);
    expect(await focused()).toBe(item);
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('menu', { name: 'Options for “Title of a”' }).count()).toBe(1);
  });

  test.each(['Escape', 'Tab', 'Shift+Tab'])('leaves the menu by %s', async (key) => {
    const { page, chat } = await open({ chats: chats() });
    const more = chat('of a').locator('> .side-icon');
    await more.press('Enter');
    await page.keyboard.press(key);
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('#side :focus').count()).toBe(1);
  });

  test('closes the menu for a click beside it, and one on its button', async () => {
    const { page, chat } = await open({ chats: chats() });
    const more = chat('of a').locator('> .side-icon');
    await more.click();
    await page.mouse.click(700, 500);
    expect(await page.getByRole('menu').count()).toBe(0);
    await more.click();
    await more.click();
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  describe('renames a chat', () => {
    const openField = async (options = {}) => {
      const side = await open({ chats: chats(), ...options });
      await side.choose('Title of a', 'Rename');
      return {
        ...side,
        field: side.page.getByRole('textbox', { name: /New name for “Title of a”/ }),
      };
    };

    test('with Enter', async () => {
      const { page, api, field, titles, focused } = await openField();
      expect(await field.inputValue()).toBe('Title of a');
      await page.keyboard.type('  Kraków’s revenue ');
      await page.keyboard.press('Enter');
      await expect.poll(titles).toEqual(['Kraków’s revenue', 'Title of b']);
      expect(api.bodies).toEqual([{ title: 'Kraków’s revenue' }]);
      expect(await focused()).toContain('Kraków’s revenue');
    });

    test('by leaving the field', async () => {
      const { page, titles } = await openField();
      await page.keyboard.type('Another');
      await page.getByRole('searchbox').click();
      await expect.poll(titles).toEqual(['Another', 'Title of b']);
      expect(await page.getByRole('searchbox').evaluate((box) => box.matches(':focus'))).toBe(true);
    });

    test('not with Escape', async () => {
      const { page, api, titles, focused } = await openField();
      await page.keyboard.type('Another');
      await page.keyboard.press('Escape');
      expect(await titles()).toEqual(['Title of a', 'Title of b']);
      expect(await focused()).toContain('Title of a');
      expect(api.asked('PATCH')).toEqual([]);
    });

    test('back to its first question where nothing is left', async () => {
      const { page, api, field, titles } = await openField();
      await field.fill(' ');
      await page.keyboard.press('Enter');
      await expect.poll(titles).toEqual(['The first question', 'Title of b']);
      expect(api.bodies).toEqual([{ title: null }]);
    });

    test('not for nothing, and not beyond a hundred characters', async () => {
      const { page, api, field } = await openField();
      await page.keyboard.press('Enter');
      expect(api.asked('PATCH')).toEqual([]);
      expect(await field.count()).toBe(0);
      await page.keyboard.press('Tab');
      for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
      await page.keyboard.type('x'.repeat(120));
      expect((await field.inputValue()).length).toBe(100);
    });

    test('and keeps what was typed where the server refuses', async () => {
      const { page, api, field, titles } = await openField();
      api.fail('PATCH', 503, 'Storage is away.');
      await page.keyboard.type('Another');
      await page.keyboard.press('Enter');
      await page.getByText('Storage is away.').waitFor();
      expect(await field.inputValue()).toBe('Another');
      await page.keyboard.press('Enter');
      await expect.poll(titles).toEqual(['Another', 'Title of b']);
    });

    test('and isn’t thrown out when the list is read again', async () => {
      const { page, api, field } = await openField();
      await page.keyboard.type('Anoth');
      api.chats = [aChat('c', 0), ...chats()];
      await page.evaluate('refreshSide()');
      await page.locator('.chat', { hasText: 'of c' }).waitFor();
      await page.keyboard.type('er');
      expect(await field.inputValue()).toBe('Another');
    });
  });

  test('comes and goes with its button, and stays as it was left', async () => {
    const { page, chat } = await open({ chats: chats() });
    await chat('of a').waitFor();
    const button = page.locator('#side-button');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('#new-chat').isVisible()).toBe(false);
    await button.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('#side').isVisible()).toBe(false);
    expect(await page.locator('#new-chat').isVisible()).toBe(true);
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);

    await page.reload();
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false');
    await button.press('Enter');
    await chat('of a').waitFor();
    await page.reload();
    await chat('of a').waitFor();
  });

  test('comes and goes also where nothing can be kept', async () => {
    const { page, chat } = await open({ chats: chats() });
    await page.addInitScript(`
      Object.defineProperty(window, 'localStorage', { get() { throw new Error('SecurityError'); } });
    `);
    await page.reload();
    await chat('of a').waitFor();
    await page.locator('#side-button').click();
    expect(await page.locator('#side').isVisible()).toBe(false);
    await page.locator('#side-button').click();
    expect(await page.locator('#side').isVisible()).toBe(true);
  });
});
