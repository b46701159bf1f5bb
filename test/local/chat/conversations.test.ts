import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Conversation, createConversations } from '../../../local/chat/conversations.ts';

let folder: string;
let dataFile: string;
let time: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conversations-'));
  dataFile = join(folder, 'chat.json');
  time = Date.UTC(2026, 10, 21);
});

afterEach(() => rmSync(folder, { recursive: true }));

const start = () => createConversations({ dataFile, now: () => time });
const message = (text: string) => ({ type: 'message', text });

function reopen(conversation: Conversation) {
  const conversations = start();
  const found = conversations.find(conversation.id);
  if (!found) throw new Error('The conversation is gone.');
  return { conversations, found };
}

test('activities are there after a restart, in order, and so is the secret', async () => {
  const before = start();
  const conversation = before.open('dl_ada');
  await before.append(conversation, message('one'));
  await before.append(conversation, message('two'));

  const { conversations, found } = reopen(conversation);
  expect(conversations.since(found, 0).activities.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(conversations.secret).toBe(before.secret);
});

test('appends at the same time are all saved', async () => {
  const before = start();
  const conversation = before.open('dl_ada');
  const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
  await Promise.all(texts.map((text) => before.append(conversation, message(text))));

  const { conversations, found } = reopen(conversation);
  expect(conversations.since(found, 0).activities.map(({ text }) => text)).toEqual(texts);
});

test('what is said after a restart comes after every watermark, even if the last was never saved', async () => {
  const before = start();
  const conversation = before.open('dl_ada');
  await before.append(conversation, message('question'));
  const saved = readFileSync(dataFile, 'utf8');
  await before.append(conversation, message('lost'));
  const { watermark } = before.since(conversation, 0);
  writeFileSync(dataFile, saved);

  time += 1000;
  const { conversations, found } = reopen(conversation);
  await conversations.append(found, message('answer'));
  expect(conversations.since(found, Number(watermark)).activities).toEqual([message('answer')]);
});

test('typing is told to those who follow, and kept nowhere', async () => {
  const conversations = start();
  const conversation = conversations.open('dl_ada');
  const told: unknown[] = [];
  const unfollow = conversations.follow(conversation, {
    onStored: () => told.push('stored'),
    onTyping: (activity, after) => told.push([activity, after]),
    onGone: () => told.push('gone'),
  });
  await conversations.append(conversation, { type: 'typing' });
  await conversations.append(conversation, message('answer'));
  await conversations.append(conversation, { type: 'typing', text: 'more' });
  unfollow();
  await conversations.append(conversation, { type: 'typing' });

  expect(told).toEqual([
    [{ type: 'typing' }, 0],
    'stored',
    [{ type: 'typing', text: 'more' }, time],
  ]);
  expect(conversations.since(conversation, 0).activities).toEqual([message('answer')]);
  expect(readFileSync(dataFile, 'utf8')).not.toContain('typing');
});

test('a conversation that nobody used for a day is dropped', () => {
  const conversations = start();
  const old = conversations.open('dl_ada');
  time += 25 * 60 * 60 * 1000;
  const young = conversations.open('dl_ada');
  expect(conversations.find(old.id)).toBeUndefined();
  expect(conversations.find(young.id)).toBe(young);
});

test('a file that cannot be read is set aside with a warning, and the chat starts', () => {
  writeFileSync(dataFile, '{"conversations": [');
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const conversations = start();
  expect(conversations.open('dl_ada').activities).toEqual([]);
  expect(readFileSync(`${dataFile}.broken`, 'utf8')).toBe('{"conversations": [');
  expect(existsSync(dataFile)).toBe(false);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});
