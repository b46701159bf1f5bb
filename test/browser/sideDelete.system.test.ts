import { describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { aChat } from '../support/openSide.ts';
import { useSide } from '../support/useSide.ts';

const chats = () => [aChat('a', 1), aChat('b', 2), aChat('c', 3)];
const forGood = 'DELETE /api/chat/chats/b?now=true';

describe.skipIf(noBrowser)('a chat that is deleted at the side', () => {
  const open = useSide();

  test('goes at once, and is deleted for good after ten seconds', async () => {
    const { page, api, titles, choose, focused, troubles } = await open({ chats: chats() });
    await choose('Title of b', 'Delete');
    expect(await titles()).toEqual(['Title of a', 'Title of c']);
    expect(await page.locator('#toasts').getAttribute('role')).toBe('status');
    expect(await page.locator('.toast p').textContent()).toBe('Deleted “Title of b”.');
    expect(await focused()).toContain('Title of c');
    await page.mouse.move(600, 400);

    await page.clock.fastForward(9_000);
    expect(api.asked('DELETE')).toEqual(['DELETE /api/chat/chats/b']);
    await page.clock.fastForward(2_000);
    await expect.poll(() => api.asked('DELETE')).toEqual(['DELETE /api/chat/chats/b', forGood]);
    expect(await page.locator('.toast').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('comes back with Undo', async () => {
    const { page, api, titles, choose, opened } = await open({ chats: chats() });
    await choose('Title of b', 'Delete');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await titles()).toEqual(['Title of a', 'Title of b', 'Title of c']);
    await expect.poll(() => api.asked('POST')).toEqual(['POST /api/chat/chats/b/restore']);
    await page.clock.fastForward(20_000);
    expect(await titles()).toEqual(['Title of a', 'Title of b', 'Title of c']);
    expect(api.gone).toEqual([]);
    expect(await opened()).toEqual([]);
  });

  test('waits while someone points at its message, and while it has the focus', async () => {
    const { page, api, choose } = await open({ chats: chats() });
    await choose('Title of b', 'Delete');
    await page.locator('.toast').hover();
    await page.clock.fastForward(60_000);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.mouse.move(600, 400);
    await page.clock.fastForward(60_000);
    expect(await page.locator('.toast').count()).toBe(1);

    await page.getByRole('searchbox').focus();
    await page.clock.runFor(12_000);
    await expect.poll(() => api.gone).toEqual(['b']);
  });

  test('can be brought back without a mouse, and the focus with it', async () => {
    const { page, titles, chat, focused } = await open({ chats: chats() });
    await chat('of b').locator('.chat-open').focus();
    for (const key of ['Tab', 'Enter', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    expect(await titles()).toEqual(['Title of a', 'Title of c']);
    expect(await focused()).toBe('Undo');
    await page.keyboard.press('Enter');
    expect(await titles()).toEqual(['Title of a', 'Title of b', 'Title of c']);
    expect(await focused()).toContain('Title of b');
  });

  test('is gone for good when someone closes its message, who goes on beside it', async () => {
    const { page, api, chat, focused } = await open({ chats: chats() });
    await chat('of b').locator('.chat-open').focus();
    for (const key of ['Tab', 'Enter', 'End', 'Enter', 'Escape']) await page.keyboard.press(key);
    await expect.poll(() => api.gone).toEqual(['b']);
    expect(await page.locator('.toast').count()).toBe(0);
    expect(await focused()).toContain('Title of c');
  });

  test('is deleted for good when the page is left', async () => {
    const { page, api, choose } = await open({ chats: chats() });
    await choose('Title of b', 'Delete');
    await expect.poll(() => api.asked('DELETE').length).toBe(1);
    await page.goto('about:blank');
    await expect.poll(() => api.gone).toEqual(['b']);
  });

  test('has its own time beside another', async () => {
    const { page, api, titles, choose } = await open({ chats: chats() });
    await choose('Title of a', 'Delete');
    await page.clock.fastForward(6_000);
    await choose('Title of b', 'Delete');
    expect(await page.locator('.toast').count()).toBe(2);
    await page.mouse.move(600, 400);
    await page.clock.fastForward(6_000);
    await expect.poll(() => api.gone).toEqual(['a']);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await titles()).toEqual(['Title of b', 'Title of c']);
  });

  test('makes room for a new chat where it was the one that is shown', async () => {
    const { page, chat, choose, opened } = await open({ chats: chats() });
    await chat('of b').click();
    await page.locator('[aria-current="true"]').waitFor();
    await choose('Title of b', 'Delete');
    await expect.poll(opened).toEqual(['b', 'new']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(opened).toEqual(['b', 'new', 'b']);
  });

  test('doesn’t take anyone away from what they have asked since', async () => {
    const { page, api, chat, choose, opened, titles } = await open({ chats: chats() });
    await chat('of b').click();
    await page.locator('[aria-current="true"]').waitFor();
    await choose('Title of b', 'Delete');
    await expect.poll(opened).toEqual(['b', 'new']);
    api.chats = [aChat('fresh-1', 0), ...api.chats];
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(titles)
      .toEqual(['Title of fresh-1', 'Title of a', 'Title of b', 'Title of c']);
    expect(await opened()).toEqual(['b', 'new']);
  });

  test('stays, and says why, where the server refuses', async () => {
    const { page, api, titles, choose } = await open({ chats: chats() });
    await page.locator('.chat').first().waitFor();
    api.fail('DELETE', 503, 'Storage is away.');
    await choose('Title of b', 'Delete');
    await page.getByText('Storage is away.').waitFor();
    expect(await titles()).toEqual(['Title of a', 'Title of b', 'Title of c']);
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await page.clock.fastForward(20_000);
    expect(api.asked('DELETE')).toEqual(['DELETE /api/chat/chats/b']);
  });

  test('is gone where Undo comes too late for the server', async () => {
    const { page, api, titles, choose } = await open({ chats: chats() });
    await choose('Title of b', 'Delete');
    api.fail('POST', 410, 'This chat is gone.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('This chat is gone.').waitFor();
    await expect.poll(titles).toEqual(['Title of a', 'Title of c']);
  });

  test('is restored after it’s deleted, however fast someone thinks again', async () => {
    const { page, api, titles, choose } = await open({ chats: chats() });
    await page.locator('.chat').first().waitFor();
    const go = api.hold('DELETE');
    await choose('Title of b', 'Delete');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(api.asked('POST')).toEqual([]);
    go();
    await expect.poll(() => api.asked('POST').length).toBe(1);
    expect(await titles()).toEqual(['Title of a', 'Title of b', 'Title of c']);
  });

  test('leaves words behind where it was the last', async () => {
    const { page, choose } = await open({ chats: [aChat('a', 1)] });
    await choose('Title of a', 'Delete');
    await page.getByText('Your chats will be listed here.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.side-status').textContent()).toBe('');
  });
});
