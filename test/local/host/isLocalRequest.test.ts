import { expect, test } from 'vitest';
import { isLocalRequest } from '../../../local/host/isLocalRequest.ts';

const publicUrl = 'https://bot.example/genie';

test.each([
  { host: 'localhost' },
  { host: 'localhost:3978' },
  { host: 'LOCALHOST:3978' },
  { host: '127.0.0.1:3978' },
  { host: '[::1]:3978' },
  { host: 'localhost:3978', origin: 'http://localhost:3978' },
  { host: '127.0.0.1:3978', origin: 'http://localhost:3000' },
])('%j is from this computer', (headers) => {
  expect(isLocalRequest(headers)).toBe(true);
});

test.each([
  {},
  { host: '' },
  { host: 'evil.example' },
  { host: '127.0.0.1.evil.example:3978' },
  { host: 'localhost.evil.example' },
  { host: 'localhost@evil.example' },
  { host: '192.168.0.7:3978' },
  { host: '0.0.0.0:3978' },
  { host: 'bot.example' },
  { host: 'localhost', origin: 'http://evil.example' },
  { host: 'localhost', origin: 'https://localhost.evil.example' },
  { host: 'localhost', origin: 'null' },
  { host: 'localhost', origin: '' },
])('%j is not', (headers) => {
  expect(isLocalRequest(headers)).toBe(false);
});

test('the address that the host has beyond this computer counts as well, and no other', () => {
  expect(isLocalRequest({ host: 'bot.example' }, publicUrl)).toBe(true);
  expect(isLocalRequest({ host: 'bot.example', origin: 'https://bot.example' }, publicUrl)).toBe(
    true,
  );
  expect(isLocalRequest({ host: 'localhost:3978' }, publicUrl)).toBe(true);
  expect(isLocalRequest({ host: 'other.bot.example' }, publicUrl)).toBe(false);
  expect(isLocalRequest({ host: 'bot.example', origin: 'https://evil.example' }, publicUrl)).toBe(
    false,
  );
});
