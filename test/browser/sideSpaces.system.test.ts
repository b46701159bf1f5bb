import { describe, expect, test } from 'vitest';
import { noBrowser, phone } from '../support/browser.ts';
import { aChat, twoSpaces } from '../support/openSide.ts';
import { useSide } from '../support/useSide.ts';

const picker = '#space > button';

describe.skipIf(noBrowser)('the space of a chat', () => {
  const open = useSide();

  test('is named in the header, and the others behind it', async () => {
    const { page, seen, focused, troubles } = await open();
    const button = page.getByRole('button', { name: 'Space: Sales' });
    await button.click();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    const list = page.getByRole('listbox', { name: 'Spaces' });
    expect(await list.getByRole('option').allInnerTexts()).toEqual([
      'Sales\nOrders, revenue and customers',
      'Support',
    ]);
    expect(await seen('[role="option"][aria-selected="true"]')).toContain('Sales');
    expect(await focused()).toContain('Sales');
    expect(troubles).toEqual([]);
  });

  test.each([
    ['a mouse', phone],
    ['the keyboard', { width: 1200, height: 900 }],
  ])('is changed with %s, and says what comes of it', async (way, viewport) => {
    const { page, api, seen } = await open({ viewport });
    if (way === 'a mouse') {
      await page.locator(picker).click();
      await page.getByRole('option', { name: 'Support' }).click();
    } else {
      await page.locator(picker).focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    }
    await page
      .getByRole('status')
      .getByText('Switched to “Support”. Your next question starts a new conversation.')
      .waitFor();
    expect(api.asked('PUT')).toEqual(['PUT /api/chat/chats/fresh-0/space']);
    expect(api.bodies).toEqual([{ spaceId: 'support' }]);
    expect(await seen(picker)).toBe('Support');
    expect(await page.locator(picker).getAttribute('aria-label')).toBe('Space: Support');
    expect(await page.locator(picker).evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.locator(picker).click();
    expect(await seen('[role="option"][aria-selected="true"]')).toContain('Support');
  });

  test('stays where someone chooses it once more', async () => {
    const { page } = await open();
    await page.locator(picker).click();
    await page.getByRole('option', { name: 'Sales' }).click();
    await page.getByText('You’re already using “Sales”. Your conversation continues.').waitFor();
  });

  test('stays, and says why, where the server refuses', async () => {
    const { page, api, seen } = await open();
    await page.locator(picker).click();
    api.fail('PUT', 403, 'You don’t have access to this space.');
    await page.getByRole('option', { name: 'Support' }).click();
    await page.getByText('You don’t have access to this space.').waitFor();
    expect(await seen(picker)).toBe('Sales');
  });

  test('is that of the chat that is shown', async () => {
    const { page, api, chat, seen } = await open({ chats: [aChat('a', 1)] });
    await chat('of a').waitFor();
    api.spaces = twoSpaces.map((space) => ({ ...space, isCurrent: space.id === 'support' }));
    await chat('of a').click();
    await expect.poll(() => seen(picker)).toBe('Support');
    expect(api.asked('GET /api/chat/spaces').at(-1)).toBe('GET /api/chat/spaces?chat=a');
    expect(await page.locator(picker).isVisible()).toBe(true);
  });

  test('can be chosen where none is yet', async () => {
    const { page, seen } = await open({
      spaces: twoSpaces.map((space) => ({ ...space, isCurrent: false })),
    });
    await page.locator(picker).waitFor();
    expect(await seen(picker)).toBe('Choose a space');
    await page.locator(picker).click();
    await page.getByRole('option', { name: 'Support' }).click();
    await expect.poll(() => seen(picker)).toBe('Support');
  });

  test('is text, whatever is in its title', async () => {
    const title = '<b>Sales</b> {space} $&';
    const { page, seen } = await open({ spaces: [{ id: 's', title, isCurrent: true }] });
    await page.locator(picker).waitFor();
    expect(await seen(picker)).toBe(title);
    expect(await page.locator(picker).getAttribute('aria-label')).toBe(`Space: ${title}`);
  });

  test('isn’t there where nobody can choose', async () => {
    const { page, chat } = await open({ spaces: [], chats: [aChat('a', 1)] });
    await chat('of a').waitFor();
    await page.evaluate('refreshSide()');
    expect(await page.locator(picker).isVisible()).toBe(false);
  });

  test('can be asked for again where the list can’t be had', async () => {
    const { page, api } = await open({
      prepare: (server) => server.fail('GET /api/chat/spaces', 503, 'Databricks is away.'),
    });
    await page.locator(picker).waitFor();
    api.fail('GET /api/chat/spaces', 503, 'Databricks is away.');
    await page.locator(picker).click();
    await page.locator('.popup').getByText('Databricks is away.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('option', { name: 'Support' }).waitFor();
    expect(await page.locator('[role="option"]:focus').count()).toBe(1);
  });

  test('keeps the place of who moves through the list while it’s read again', async () => {
    const { page, api, focused } = await open();
    await page.locator(picker).waitFor();
    const go = api.hold('GET /api/chat/spaces');
    await page.locator(picker).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    api.spaces = [...twoSpaces, { id: 'finance', title: 'Finance', isCurrent: false }];
    go();
    await page.getByRole('option', { name: 'Finance' }).waitFor();
    expect(await focused()).toBe('Support');
  });
});
