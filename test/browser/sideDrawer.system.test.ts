import { describe, expect, test } from 'vitest';
import { noBrowser, phone } from '../support/browser.ts';
import { aChat } from '../support/openSide.ts';
import { useSide } from '../support/useSide.ts';

describe.skipIf(noBrowser)('the side on a phone', () => {
  const open = useSide();

  const openPhone = async () => {
    const side = await open({
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      chats: [aChat('a', 1), aChat('b', 2)],
    });
    const { page } = side;
    const button = page.locator('#side-button');
    await button.waitFor();
    const isShown = () => page.locator('#side').isVisible();
    return { ...side, button, isShown };
  };
  const openDrawer = async () => {
    const side = await openPhone();
    await side.button.tap();
    await side.chat('of a').waitFor();
    return side;
  };

  test('is out of the way until its button is pressed', async () => {
    const { page, button, isShown } = await openPhone();
    expect(await isShown()).toBe(false);
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(await button.getAttribute('aria-controls')).toBe('side');
    expect(await page.locator('#side').evaluate((side) => Reflect.get(side, 'inert'))).toBe(true);
    expect(await page.locator('#new-chat').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.locator('#new-chat').evaluate((element) => element.matches(':focus'))).toBe(
      true,
    );
  });

  test('takes the focus, and all that it covers is out of reach', async () => {
    const { page, button, focused } = await openDrawer();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await focused()).toBe('Close');
    const covered = page.locator('header, main');
    expect(await covered.evaluateAll((all) => all.every((one) => Reflect.get(one, 'inert')))).toBe(
      true,
    );
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      expect(await page.locator('header :focus, main :focus').count()).toBe(0);
    }
  });

  test.each([
    ['Escape', ({ page }) => page.keyboard.press('Escape')],
    ['its button', ({ page }) => page.getByRole('button', { name: 'Close' }).tap()],
    ['a touch beside it', ({ page }) => page.touchscreen.tap(380, 500)],
  ] as [string, (side: Awaited<ReturnType<typeof openDrawer>>) => Promise<void>][])(
    'closes by %s, and gives the focus back',
    async (_, close) => {
      const side = await openDrawer();
      await close(side);
      await expect.poll(side.isShown).toBe(false);
      expect(await side.focused()).toBe('Your chats');
      expect(await side.button.getAttribute('aria-expanded')).toBe('false');
      expect(
        await side.page.locator('[inert]').evaluateAll((all) => all.map(({ id }) => id)),
      ).toEqual(['side']);
    },
  );

  test('closes by Escape after what is open in it: a menu, a new name, a search', async () => {
    const { page, chat, isShown } = await openDrawer();
    await chat('of a').locator('> .side-icon').tap();
    await page.keyboard.press('Escape');
    expect(await isShown()).toBe(true);

    await chat('of a').locator('> .side-icon').tap();
    await page.getByRole('menuitem', { name: 'Rename' }).tap();
    await page.keyboard.press('Escape');
    expect(await isShown()).toBe(true);

    await page.getByRole('searchbox').fill('b');
    await page.keyboard.press('Escape');
    expect(await isShown()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isShown()).toBe(false);
  });

  test('closes when a chat is opened, and opens no keyboard over it', async () => {
    const { page, chat, opened, isShown } = await openDrawer();
    await chat('of b').tap();
    await expect.poll(opened).toEqual(['b']);
    expect(await isShown()).toBe(false);
    expect(await page.locator('main :focus').count()).toBe(0);
  });

  test('starts a new chat from within and from the header', async () => {
    const { page, opened, isShown } = await openDrawer();
    await page.locator('#side').getByRole('button', { name: 'New chat' }).tap();
    await expect.poll(opened).toEqual(['new']);
    expect(await isShown()).toBe(false);
    await page.locator('#new-chat').tap();
    await expect.poll(opened).toEqual(['new', 'new']);
  });

  test('offers Undo over itself, and still when it’s closed', async () => {
    const { page, titles, chat } = await openDrawer();
    await chat('of a').locator('> .side-icon').tap();
    await page.getByRole('menuitem', { name: 'Delete' }).tap();
    await page.getByRole('button', { name: 'Undo' }).tap();
    expect(await titles()).toEqual(['Title of a', 'Title of b']);

    await chat('of a').locator('> .side-icon').tap();
    await page.getByRole('menuitem', { name: 'Delete' }).tap();
    await page.getByRole('button', { name: 'Close' }).first().tap();
    await page.getByRole('button', { name: 'Undo' }).tap();
    await expect.poll(titles).toEqual(['Title of a', 'Title of b']);
  });

  test('stands beside the chat when the screen gets wide, and is closed when it’s narrow again', async () => {
    const { page, button, isShown } = await openDrawer();
    await page.setViewportSize({ width: 1000, height: 700 });
    await expect.poll(() => page.locator('#scrim').isVisible()).toBe(false);
    expect(await isShown()).toBe(true);
    expect(await page.locator('[inert]').count()).toBe(0);
    await page.setViewportSize(phone);
    await expect.poll(isShown).toBe(false);
    expect(await button.getAttribute('aria-expanded')).toBe('false');
  });

  test('isn’t left open for the next time', async () => {
    const { page, isShown } = await openDrawer();
    await page.reload();
    await page.locator('#side-button').waitFor();
    expect(await isShown()).toBe(false);
    await page.setViewportSize({ width: 1000, height: 700 });
    await expect.poll(isShown).toBe(true);
  });
});
