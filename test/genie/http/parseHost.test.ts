import { expect, it } from 'vitest';
import { parseHost } from '../../../src/genie/http/parseHost.ts';

it.each([
  ['https://adb-1.2.azuredatabricks.net', 'https://adb-1.2.azuredatabricks.net'],
  ['adb-1.2.azuredatabricks.net', 'https://adb-1.2.azuredatabricks.net'],
  ['https://adb-1.2.azuredatabricks.net/?o=1#x', 'https://adb-1.2.azuredatabricks.net'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['http://127.0.0.1:1', 'http://127.0.0.1:1'],
  ['http://[::1]:1', 'http://[::1]:1'],
])('%s is taken as %s', (host, origin) => {
  expect(parseHost(host)).toBe(origin);
});

it.each([
  'http://adb-1.2.azuredatabricks.net',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'ftp://localhost',
  'javascript://localhost',
  '',
  'https://',
  'two words',
])('%j is refused', (host) => {
  expect(() => parseHost(host)).toThrow(expect.objectContaining({ code: 'config' }));
});
