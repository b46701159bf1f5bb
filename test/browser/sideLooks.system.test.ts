import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { desktop, noBrowser, screenshot } from '../support/browser.ts';
import { aChat, type OpenSide, type SideOptions } from '../support/openSide.ts';
import { useSide } from '../support/useSide.ts';

const small = { width: 320, height: 640 };
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2);
const chats = () => [
  aChat('fresh-0', 1),
  aChat('b', 2, { title: longWord, spaceTitle: longWord, isBusy: true }),
  ...Array.from({ length: 35 }, (_, index) => aChat(`${index}`, 20 * index + 3)),
];
const spaces = [
  { id: 'a', title: longWord, description: `${longWord} ${longWord}`, isCurrent: true },
  { id: 'b', title: 'Support', isCurrent: false },
];

const runsSideways = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Every control that can be seen, with its size where that's too small for a finger or a mouse. */
const tooSmall = (page: Page, least: number) =>
  page
    .locator('header, #side, #toasts, .popup')
    .locator('button:not(#skip):visible, a:visible, input:visible')
    .evaluateAll(
      (controls, size) =>
        controls
          .map((control) => ({
            control,
            box: Reflect.get(control, 'getBoundingClientRect').call(control),
          }))
          .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
          .map(
            ({ control, box }) => `${control.outerHTML.slice(0, 90)} ${box.width}×${box.height}`,
          ),
      least,
    );

/** What is wider than what holds it, and isn't cut with dots. */
const sticksOut = (page: Page) =>
  page
    .locator('#side, .side-list, .chat, .popup, .toast, header')
    .locator('visible=true')
    .evaluateAll((all) =>
      all
        .filter((one) => Reflect.get(one, 'scrollWidth') > Reflect.get(one, 'clientWidth'))
        .map(({ className, id }) => `${id} ${className}`),
    );

/** One after the other, all that can be seen of the side. */
async function* looks({ page, chat, choose }: OpenSide, isPhone: boolean) {
  await page.locator('#space > button').waitFor();
  if (isPhone) {
    yield 'closed';
    await page.locator('#side-button').click();
  }
  await chat('of fresh-0').waitFor();
  await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
  yield 'list';
  await chat(longWord).locator('> .side-icon').click();
  yield 'menu';
  await page.keyboard.press('Escape');
  await choose(longWord, 'Delete');
  await choose('of fresh-0', 'Rename');
  yield 'rename-and-undo';
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill(longWord);
  await page.keyboard.press('Enter');
  await page.locator('.side-status', { hasText: 'No chats with' }).waitFor();
  yield 'nothing-found';
  if (isPhone) await page.locator('#side-close').click();
  await page.locator('#space > button').click();
  yield 'spaces';
}

describe.skipIf(noBrowser)('the side, as it looks', () => {
  const open = useSide();
  const openLong = (options: SideOptions = {}) => open({ chats: chats(), spaces, ...options });

  describe.each([
    ['on a desktop', desktop, 24, false],
    ['on a phone', { width: 446, height: 800 }, 44, true],
    ['on the smallest phone', small, 44, true],
  ])('%s', (device, viewport, least, isPhone) => {
    test.each(['light', 'dark'] as const)('keeps no one out in %s colours', async (colorScheme) => {
      const side = await openLong({ viewport, colorScheme, hasTouch: isPhone });
      for await (const look of looks(side, isPhone)) {
        const { page } = side;
        await screenshot(
          page,
          `side-${device.split(' ').at(-2)}-${device.split(' ').at(-1)}-${colorScheme}-${look}`,
        );
        expect([look, await seriousFindings(page)]).toEqual([look, []]);
        expect([look, await runsSideways(page)]).toEqual([look, false]);
        expect([look, await sticksOut(page)]).toEqual([look, []]);
        expect([look, await tooSmall(page, least)]).toEqual([look, []]);
      }
      expect(side.troubles).toEqual([]);
    });
  });

  test('turns dark with the system', async () => {
    const { page } = await openLong();
    const colour = () =>
      page
        .locator('#side')
        .evaluate(
          (side) => Reflect.get(globalThis, 'getComputedStyle')(side).backgroundColor as string,
        );
    expect(await colour()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colour()).toBe('rgb(27, 34, 42)');
  });

  test('has a menu that stays in sight, wherever its chat stands', async () => {
    const { page, chat } = await openLong({ viewport: { width: 1000, height: 480 } });
    await chat('Title of 9').locator('.chat-open').focus();
    await chat('Title of 9').locator('> .side-icon').press('Enter');
    const menu = await page.getByRole('menu').boundingBox();
    expect((menu?.y ?? 0) + (menu?.height ?? 999)).toBeLessThanOrEqual(480);
    expect(menu?.y).toBeGreaterThanOrEqual(0);
  });

  test('leaves the height to the chat where there is little of it', async () => {
    const { page } = await openLong({ viewport: { width: 640, height: 360 } });
    await page.locator('#space > button').waitFor();
    const header = await page.locator('header').boundingBox();
    expect(header?.height).toBeLessThan(60);
    expect(await runsSideways(page)).toBe(false);
  });

  test.each(['de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans'])(
    'fits on the smallest phone in %s',
    async (locale) => {
      const side = await openLong({ viewport: small, hasTouch: true, query: `?locale=${locale}` });
      const { page } = side;
      await page.locator('#side-button').click();
      await page.locator('.chat').first().waitFor();
      expect(await runsSideways(page)).toBe(false);
      expect(await tooSmall(page, 44)).toEqual([]);
      const cut = page
        .locator('.side-new, .side-guide, .side-list h2')
        .evaluateAll((all) =>
          all
            .filter((one) => Reflect.get(one, 'scrollWidth') > Reflect.get(one, 'clientWidth'))
            .map(({ textContent }) => textContent),
        );
      expect(await cut).toEqual([]);
      expect(side.troubles).toEqual([]);
    },
  );

  test('stands still for those who asked for less motion', async () => {
    const { page } = await openLong({ viewport: small, reducedMotion: 'reduce' });
    await page.locator('#side-button').click();
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  });

  test('takes the system’s colours where it forces them', async () => {
    const { page, chat } = await openLong({ forcedColors: 'active' });
    await chat('of fresh-0').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
