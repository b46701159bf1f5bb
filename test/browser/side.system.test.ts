import { describe, expect, test } from 'vitest';
import { noBrowser, tabOpenedBy } from '../support/browser.ts';
import { aChat } from '../support/openSide.ts';
import { useSide } from '../support/useSide.ts';

const sendBox = '[data-id="webchat-sendbox-input"]';

describe.skipIf(noBrowser)('the side of the page', () => {
  const open = useSide();
  const status = '.side-status';

  describe('lists chats', () => {
    test('with title, space and date, by the day of the reader', async () => {
      const { page, troubles, seen } = await open({
        chats: [
          aChat('a', 1),
          // Before midnight in Berlin, after it in Greenwich.
          aChat('b', 12.5),
          aChat('c', 24 * 3),
          aChat('d', 24 * 20, { spaceTitle: 'Support' }),
          aChat('e', 24 * 200),
        ],
      });
      await page.locator('.chat').first().waitFor();
      expect(await seen('.side-list')).toMatch(
        /^Today\s+Title of a\s+Sales\s+11:00\sAM\s+Yesterday\s+Title of b\s+Sales\s+11:30\sPM\s+Last 7 days\s+Title of c\s+Sales\s+Sunday\s+Older\s+Title of d\s+Support\s+Feb 26\s+Title of e\s+Sales\s+Aug 30, 2025$/,
      );
      expect(await page.locator('time').first().getAttribute('datetime')).toBe(
        '2026-03-18T10:00:00.000Z',
      );
      expect(troubles).toEqual([]);
    });

    test('in groups that have names', async () => {
      const { page } = await open({ chats: [aChat('a', 1), aChat('b', 30)] });
      await expect
        .poll(() => page.getByRole('list', { name: 'Yesterday' }).locator('.chat').count())
        .toBe(1);
    });

    test('as text, whatever is in a title', async () => {
      const title = '<img src=x onerror="troubles()"><b>50%</b> {count} $& ‮abc';
      const { page, chat, choose, troubles } = await open({ chats: [aChat('a', 1, { title })] });
      await chat('50%').waitFor();
      expect(await page.locator('.chat-title').textContent()).toBe(title);
      expect(await page.locator('.chat-title').getAttribute('dir')).toBe('auto');
      await choose('50%', 'Delete');
      expect(await page.locator('.toast p').textContent()).toBe(`Deleted “${title}”.`);
      expect(await page.locator('#side img, .toast img').count()).toBe(0);
      expect(troubles).toEqual([]);
    });

    test('without a space or a date that the server doesn’t know', async () => {
      const { spaceTitle: _, ...bare } = aChat('a', 1, { title: ' ', lastAt: 'unknown' });
      const { page, seen } = await open({ chats: [bare] });
      await page.getByText('Untitled chat').waitFor();
      expect(await seen('.chat-about')).toBe('');
    });

    test('and says which of them is shown, and where an answer is on its way', async () => {
      const { chat, seen } = await open({
        chats: [aChat('fresh-0', 1), aChat('b', 2, { isBusy: true })],
      });
      await chat('of b').waitFor();
      expect(await seen('[aria-current="true"]')).toContain('Title of fresh-0');
      expect(await seen('.chat:last-child')).toContain('In progress');
      expect(await seen('.chat:first-child')).not.toContain('In progress');
    });

    test('page by page', async () => {
      const chats = Array.from({ length: 7 }, (_, index) => aChat(`${index}`, index));
      const { page, titles, focused } = await open({
        chats,
        prepare: (api) => {
          api.pageSize = 3;
        },
      });
      await page.getByRole('button', { name: 'Show more' }).click();
      await expect.poll(async () => (await titles()).length).toBe(6);
      await page.getByRole('button', { name: 'Show more' }).press('Enter');
      await expect.poll(async () => (await titles()).length).toBe(7);
      expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
      expect(await focused()).toContain('Title of 6');
    });

    test('and says so where there are none', async () => {
      const { page } = await open();
      await expect
        .poll(() => page.locator(status).textContent())
        .toBe('Your chats will be listed here.');
    });

    test('and says that they are on their way', async () => {
      const { page, api } = await open({
        chats: [aChat('a', 1)],
        prepare: (server) => Object.assign(server, { go: server.hold('GET /api/chat/chats') }),
      });
      await page.getByText('Loading your chats…').waitFor();
      Reflect.get(api, 'go')();
      await page.locator('.chat').waitFor();
      expect(await page.locator(status).textContent()).toBe('');
    });
  });

  describe('opens', () => {
    test('a chat, and puts the focus into the send box', async () => {
      const { page, chat, opened, seen } = await open({ chats: [aChat('a', 1), aChat('b', 2)] });
      await chat('of b').click();
      await expect.poll(opened).toEqual(['b']);
      expect(await seen('[aria-current="true"]')).toContain('Title of b');
      await expect
        .poll(() => page.locator(sendBox).evaluate((box) => box.matches(':focus')))
        .toBe(true);
    });

    test('the last one, where clicks come faster than chats open', async () => {
      const { page, chat, opened, seen } = await open({
        chats: [aChat('a', 1), aChat('b', 2), aChat('c', 3)],
      });
      await chat('of a').waitFor();
      await page.evaluate(`
        const open = window.openChat;
        const { promise, resolve } = Promise.withResolvers();
        Object.assign(window, { go: resolve, openChat: (target) => promise.then(() => open(target)) });
      `);
      for (const title of ['of a', 'of b', 'of c']) await chat(title).click();
      expect(await seen('[aria-current="true"]')).toContain('Title of c');
      await page.evaluate('go()');
      await expect.poll(opened).toEqual(['a', 'c']);
      expect(await seen('[aria-current="true"]')).toContain('Title of c');
    });

    test('a new chat', async () => {
      const { page, opened } = await open({ chats: [aChat('fresh-0', 1)] });
      await page.locator('[aria-current="true"]').waitFor();
      await page.locator('#side').getByRole('button', { name: 'New chat' }).click();
      await expect.poll(opened).toEqual(['new']);
      await expect.poll(() => page.locator('[aria-current="true"]').count()).toBe(0);
    });

    test('nothing else, and says why, where it can’t', async () => {
      const { page, chat, seen } = await open({ chats: [aChat('fresh-0', 1), aChat('b', 2)] });
      await chat('of b').waitFor();
      await page.evaluate(
        `window.openChat = async () => { throw new Error('The chat is gone.'); }`,
      );
      await chat('of b').click();
      expect(await page.locator('.toast p').textContent()).toBe('The chat is gone.');
      expect(await seen('[aria-current="true"]')).toContain('Title of fresh-0');
    });
  });

  describe('searches', () => {
    const chats = [
      aChat('a', 1, { question: 'Revenue in Kraków' }),
      aChat('b', 2, { title: 'Revenue' }),
      aChat('c', 3),
    ];

    test('titles and questions, once someone has typed', async () => {
      const { page, api, titles } = await open({ chats });
      await page.locator('.chat').first().waitFor();
      await page.getByRole('searchbox', { name: 'Search your chats' }).pressSequentially('revenue');
      await page.clock.fastForward(300);
      await expect.poll(() => page.locator(status).textContent()).toBe('2 chats');
      expect(await titles()).toEqual(['Title of a', 'Revenue']);
      expect(api.asked('GET /api/chat/chats?search')).toEqual([
        'GET /api/chat/chats?search=revenue',
      ]);
      expect(await page.locator(status).getAttribute('role')).toBe('status');
    });

    test.each([
      ['Kraków', '1 chat'],
      ['100% <b>', 'No chats with “100% <b>”'],
      ['$& {count}', 'No chats with “$& {count}”'],
    ])('for “%s” and says %s', async (text, said) => {
      const { page } = await open({ chats });
      await page.getByRole('searchbox').fill(text);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator(status).textContent()).toBe(said);
    });

    test('and doesn’t pretend to have counted what it hasn’t', async () => {
      const { page } = await open({ chats, prepare: (api) => Object.assign(api, { pageSize: 2 }) });
      await page.getByRole('searchbox').fill('e');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator(status).textContent()).toBe('More than 2 chats');
    });

    test('until Escape brings back all', async () => {
      const { page, titles } = await open({ chats });
      await page.getByRole('searchbox').fill('Kraków');
      await page.keyboard.press('Enter');
      await expect.poll(titles).toEqual(['Title of a']);
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await titles()).length).toBe(3);
      expect(await page.locator(status).textContent()).toBe('');
    });

    test('and shows nothing of an answer that comes too late', async () => {
      const { page, api, titles } = await open({ chats });
      await page.locator('.chat').first().waitFor();
      const go = api.hold('GET /api/chat/chats?search=title');
      await page.getByRole('searchbox').fill('title');
      await page.keyboard.press('Enter');
      await page.getByRole('searchbox').fill('Kraków');
      await page.keyboard.press('Enter');
      await expect.poll(titles).toEqual(['Title of a']);
      const late = page.waitForResponse(/search=title/);
      go();
      await late;
      expect(await titles()).toEqual(['Title of a']);
      expect(await page.locator(status).textContent()).toBe('1 chat');
    });
  });

  describe('stays true', () => {
    test('when an answer has come, and leaves the focus where it is', async () => {
      const { page, api, chat, titles, focused } = await open({
        chats: [aChat('a', 1), aChat('b', 2), aChat('c', 30)],
      });
      await chat('of c').locator('.chat-open').focus();
      api.chats = [aChat('c', 0), aChat('a', 1, { title: 'Another' }), aChat('d', 1)];
      await page.evaluate('refreshSide()');
      expect(await titles()).toEqual(['Title of c', 'Another', 'Title of d']);
      expect(await focused()).toContain('Title of c');
    });

    test('when it’s looked at again, and when the network is back', async () => {
      const { page, api, titles } = await open({ chats: [aChat('a', 1)] });
      await page.locator('.chat').waitFor();
      api.chats = [aChat('b', 1)];
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      await expect.poll(titles).toEqual(['Title of b']);
      api.chats = [aChat('c', 1)];
      await page.evaluate(`dispatchEvent(new Event('online'))`);
      await expect.poll(titles).toEqual(['Title of c']);
    });

    test('and keeps what it has where that can’t be had', async () => {
      const { page, api, titles, url } = await open({ chats: [aChat('a', 1)] });
      await page.locator('.chat').waitFor();
      api.fail('GET /api/chat/chats', 503, 'Storage is away.');
      api.fail('GET /api/chat/spaces', 401, 'Sign in.');
      await page.evaluate('refreshSide()');
      expect(await titles()).toEqual(['Title of a']);
      expect(await page.locator(status).textContent()).toBe('');
      expect(await page.locator('.toast').count()).toBe(0);
      expect(page.url()).toBe(`${url}/`);
    });

    test('while an answer is on its way in any chat, also after a moment without a server', async () => {
      const { page, api, seen } = await open({
        chats: [aChat('fresh-0', 1), aChat('b', 2, { isBusy: true })],
      });
      await expect.poll(() => seen('.chat:last-child')).toContain('In progress');
      api.fail('GET /api/chat/chats', 503, 'Storage is away.');
      await page.clock.runFor(6000);
      await expect.poll(() => api.asked('GET /api/chat/chats').length).toBeGreaterThan(1);
      expect(await seen('.chat:last-child')).toContain('In progress');
      api.chats = [aChat('fresh-0', 1), aChat('b', 2)];
      await page.clock.runFor(6000);
      await expect.poll(() => seen('.chat:last-child')).not.toContain('In progress');
    });

    test('to the search, and to the pages that are shown', async () => {
      const chats = Array.from({ length: 5 }, (_, index) => aChat(`${index}`, index));
      const { page, api, titles } = await open({
        chats,
        prepare: (server) => Object.assign(server, { pageSize: 2 }),
      });
      await page.getByRole('searchbox').fill('title');
      await page.keyboard.press('Enter');
      await page.locator(status, { hasText: 'More than 2 chats' }).waitFor();
      await page.getByRole('button', { name: 'Show more' }).click();
      await expect.poll(async () => (await titles()).length).toBe(4);
      api.requests.length = 0;
      await page.evaluate('refreshSide()');
      expect(api.asked('GET /api/chat/chats')).toEqual([
        'GET /api/chat/chats?search=title',
        'GET /api/chat/chats?search=title&after=2',
      ]);
      expect((await titles()).length).toBe(4);
    });
  });

  describe('fails in words', () => {
    test.each([
      [403, 'You don’t have access.', 'You don’t have access.'],
      [404, undefined, 'Something went wrong. Please try again.'],
      [503, 'Storage is away.', 'Storage is away.'],
      ['drop', undefined, 'I can’t reach the chat. Check your connection.'],
    ] as const)('at %s, tries again, and leaves the chat alone', async (code, message, shown) => {
      const { page, api, titles, opened } = await open({
        chats: [aChat('a', 1)],
        prepare: (api) => {
          api.fail('GET /api/chat/chats', code, message);
          api.fail('GET /api/chat/spaces', code, message);
        },
      });
      await expect.poll(() => page.locator(status).textContent()).toBe(shown);
      await page.locator(sendBox).fill('A question');
      await page.getByRole('button', { name: 'New chat' }).click();
      await expect.poll(opened).toEqual(['new']);

      api.mend();
      await page.locator('.side-list').getByRole('button', { name: 'Try again' }).click();
      await expect.poll(titles).toEqual(['Title of a']);
      expect(await page.locator(status).textContent()).toBe('');
    });

    test('where a further page can’t be had, and keeps the first', async () => {
      const chats = Array.from({ length: 3 }, (_, index) => aChat(`${index}`, index));
      const { page, api, titles } = await open({
        chats,
        prepare: (server) => Object.assign(server, { pageSize: 2 }),
      });
      await page.getByRole('button', { name: 'Show more' }).waitFor();
      api.fail('GET /api/chat/chats?after', 503, 'Storage is away.');
      await page.getByRole('button', { name: 'Show more' }).click();
      expect(await page.locator('.toast p').textContent()).toBe('Storage is away.');
      expect((await titles()).length).toBe(2);
      await page.getByRole('button', { name: 'Show more' }).click();
      await expect.poll(async () => (await titles()).length).toBe(3);
    });

    test('leads to the sign-in, and not in circles', async () => {
      const lead = /\/\.auth\/login\/aad\?post_login_redirect_uri=%2F%3Flocale%3Dfr$/;
      const { page, api, url } = await open({
        query: '?locale=fr',
        prepare: (server) => {
          server.fail('GET /api/chat/chats', 401, 'Connectez-vous.');
          server.fail('GET /.auth', 503, 'Not here.');
        },
      });
      await page.waitForURL(lead);
      api.fail('GET /api/chat/chats', 401, 'Connectez-vous.');
      await page.goto(`${url}/?locale=fr`);
      await expect.poll(() => page.locator(status).textContent()).toBe('Connectez-vous.');
      expect(page.url()).not.toMatch(lead);
    });
  });

  describe('saves', () => {
    test.each([
      ['Download as Markdown', 'markdown', 'md'],
      ['Download as HTML', 'html', 'html'],
    ])('a chat at “%s”', async (item, format, ending) => {
      const { page, chat, choose, troubles } = await open({ chats: [aChat('a', 1)] });
      await chat('of a').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        choose('Title of a', item),
      ]);
      expect(download.suggestedFilename()).toBe(`Umsätze a.${ending}`);
      const content = (await (await download.createReadStream()).toArray()).join('');
      expect(content).toBe(`The chat a as ${format}`);
      expect(troubles).toEqual([]);
    });

    test('nothing, and says why, where it can’t', async () => {
      const { page, api, chat, choose } = await open({ chats: [aChat('a', 1)] });
      await chat('of a').waitFor();
      api.fail('GET /api/chat/chats/a/download', 404, 'This chat is gone.');
      await choose('Title of a', 'Download as HTML');
      expect(await page.locator('.toast p').textContent()).toBe('This chat is gone.');
    });
  });

  describe('has the guide', () => {
    test('to read in another tab, for the space of this chat and in the reader’s language', async () => {
      const { page, chat, url } = await open({
        chats: [aChat('a b&c', 1)],
        query: '?locale=de-AT',
      });
      await chat('a b&c').click();
      await page.locator('[aria-current="true"]').waitFor();
      const link = page.getByRole('link', { name: /Fragen stellen – so geht’s \(/ });
      const tab = await tabOpenedBy(page, () => link.click());
      expect(tab.url()).toBe(
        `${url}/api/chat/guide?chat=a+b%26c&format=html&locale=de-AT&timeZone=Europe%2FBerlin`,
      );
      expect(await link.getAttribute('rel')).toBe('noopener');
    });

    test('to keep', async () => {
      const { page, url } = await open();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download the guide' }).click(),
      ]);
      expect(download.url()).toBe(
        `${url}/api/chat/guide?chat=fresh-0&format=markdown&locale=en-US&timeZone=Europe%2FBerlin`,
      );
    });
  });
});
