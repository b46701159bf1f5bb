import { describe, expect, test } from 'vitest';
import { createStorageCheck } from '../../src/gateway/storageCheck.ts';

const cloud = createStorageCheck('https://adb-1.2.azuredatabricks.net', ['storage.example']);
const local = createStorageCheck('http://127.0.0.1:4000', []);

describe('a result', () => {
  test.each([
    'https://dbstorage.blob.core.windows.net/x?sig=1',
    'https://dbstorage.dfs.core.windows.net/x',
    'https://bucket.s3.eu-central-1.amazonaws.com/x',
    'https://storage.googleapis.com/bucket/x',
    'https://storage.example/x',
    'https://eu.storage.example/x',
  ])('can be fetched from %s', (address) => {
    expect(cloud(new URL(address))).toBe(true);
  });

  test.each([
    'http://dbstorage.blob.core.windows.net/x',
    'https://blob.core.windows.net.evil.example/x',
    'https://evilblob.core.windows.net/x',
    'https://evil-storage.example/x',
    'https://169.254.169.254/metadata',
    'https://127.0.0.1/x',
    'http://localhost/x',
    'http://[::1]/x',
    'file:///etc/passwd',
  ])('can’t be fetched from %s', (address) => {
    expect(cloud(new URL(address))).toBe(false);
  });

  test('can be fetched from this machine only if the workspace is here too', () => {
    expect(local(new URL('http://127.0.0.1:4001/x'))).toBe(true);
    expect(local(new URL('http://10.0.0.1/x'))).toBe(false);
    expect(local(new URL('ftp://localhost/x'))).toBe(false);
  });
});
