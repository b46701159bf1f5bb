import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});
