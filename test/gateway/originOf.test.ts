import { describe, expect, it } from 'vitest';
import { originOf } from '../../src/gateway/originOf.ts';

const ids = { spaceId: '01f0a7', conversationId: '01f12c' };
const azure = 'https://adb-984752964297111.11.azuredatabricks.net';

describe('the address of an answer in Databricks', () => {
  it('is its conversation’s for who asked as themselves', () => {
    expect(originOf(ids, azure, 'person')).toEqual({
      shows: 'conversation',
      url: `${azure}/genie/rooms/01f0a7/chats/01f12c?o=984752964297111`,
    });
  });

  it('is its space’s where the bot asked: nobody else can open the bot’s conversations', () => {
    expect(originOf(ids, azure, 'bot')).toEqual({
      shows: 'space',
      url: `${azure}/genie/rooms/01f0a7?o=984752964297111`,
    });
  });

  it.each([
    ['https://dbc-a1b2345c-d6e7.cloud.databricks.com', ''],
    ['https://acme.cloud.databricks.com', ''],
    ['https://1234567890123456.7.gcp.databricks.com', '?o=1234567890123456'],
    ['https://adb-123456789.1.databricks.azure.us', '?o=123456789'],
    ['https://adb-123456789.1.databricks.azure.cn', '?o=123456789'],
    ['https://acme.cloud.databricks.us', ''],
  ])('is known at %s', (host, query) => {
    expect(originOf(ids, host, 'bot')?.url).toBe(`${host}/genie/rooms/01f0a7${query}`);
  });

  it.each([
    undefined,
    '',
    'no address',
    'http://127.0.0.1:4300',
    'https://127.0.0.1',
    'http://adb-1.2.azuredatabricks.net',
    'https://proxy.example.com',
    'https://azuredatabricks.net.example.com',
    'https://evilazuredatabricks.net',
  ])('is unknown at %s', (host) => {
    expect(originOf(ids, host, 'person')).toBeUndefined();
  });

  it.each(['', '..', 'a/b', 'a?b', 'a#b', 'a b', 'é', 'x'.repeat(65), '"><script>'])(
    'is unknown for the id %j',
    (id) => {
      expect(originOf({ ...ids, spaceId: id }, azure, 'person')).toBeUndefined();
      expect(originOf({ ...ids, conversationId: id }, azure, 'person')).toBeUndefined();
    },
  );

  it('holds no name or key that stands in the setting', () => {
    const host = 'https://me:dapi123@acme.cloud.databricks.com';
    expect(originOf(ids, host, 'person')?.url).not.toMatch(/me:|dapi/);
  });
});
