import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatSessionIdOf, newNonce } from '../../../src/questions/ids.ts';
import { aChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: pageOn });
});
afterAll(() => bot.close());

describe('the download of a chat', () => {
  it('has all its questions and answers as Markdown, in a file that no cache keeps', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    await chat.ask('only the top 3');
    await ada.send('PATCH', `chats/${chat.id}`, { title: 'Figures / für Zoë' });
    const { status, headers, text } = await ada.get(`chats/${chat.id}/download`, {
      format: 'markdown',
    });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="Figures .*\.md"/);
    expect(text).toMatch(/^# Figures \/ für Zoë/);
    expect(text).toMatch(/## Revenue by region[\s\S]*## only the top 3/);
    expect(text).toMatch(/\|.*\|/);
  });

  it('is an HTML page with charts as pictures, unless told otherwise', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    const { headers, text } = await ada.get(`chats/${chat.id}/download`);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/\.html"/);
    expect(text).toMatch(/^<!doctype html>/i);
    expect(text).toContain('data:image/');
  });

  it('says in words what can’t be read now', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    bot.genie.faults.next({ method: 'GET', path: /\/messages\/[^/]+$/ }, { status: 403 });
    const { text } = await ada.get(`chats/${chat.id}/download`, { format: 'markdown' });
    expect(text).toMatch(/## Revenue by region[\s\S]*can’t be shown right now/);
  });

  it('is of one’s own chats alone, and in the formats that there are', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    const path = `chats/${chat.id}/download`;
    expect((await aChatVisitor(bot).get(path, { format: 'html' })).status).toBe(404);
    expect((await ada.get(path, { format: 'pdf' })).status).toBe(400);
    expect((await ada.get('chats/x/download')).status).toBe(404);
  });

  it('comes one at a time to one visitor', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    const path = `chats/${chat.id}/download`;
    const replies = await Promise.all([ada.get(path), ada.get(path)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 429]);
    expect((await ada.get(path)).status).toBe(200);
  });

  it('comes to two visitors at the same time, and to others in a moment', async () => {
    const visitors = Array.from({ length: 3 }, () => aChatVisitor(bot));
    const downloads = await Promise.all(
      visitors.map(async (visitor) => {
        const chat = await visitor.open();
        await chat.ask('Revenue by region');
        return () => visitor.get(`chats/${chat.id}/download`);
      }),
    );
    const replies = await Promise.all(downloads.map((download) => download()));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.body.error.code).toBe('busy');
    expect(refused?.headers['retry-after']).toBe('30');
    for (const download of downloads) expect((await download()).status).toBe(200);
  });

  it('has the newest questions, as many as fit, and says so', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('List all orders');
    const sessionId = chatSessionIdOf(chat.id);
    const [asked] = await bot.storage.questions.listAll(sessionId);
    if (asked === undefined) throw new Error('nothing was asked');
    for (let more = 1; more < 40; more += 1) {
      const id = `${sessionId}-${newNonce()}`;
      await bot.storage.questions.insert({ ...asked, id, acceptedAt: asked.acceptedAt + more });
    }
    const { status, text } = await ada.get(`chats/${chat.id}/download`, { format: 'html' });
    expect(status).toBe(200);
    const shown = text.match(/<h2>/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThan(40);
    expect(text).toContain(`Only the newest ${shown} questions are in this file.`);
  }, 60_000);
});
