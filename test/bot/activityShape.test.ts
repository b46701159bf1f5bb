import { describe, expect, it } from 'vitest';
import { activityShape, longestText } from '../../src/bot/activityShape.ts';
import { aMessage } from '../support/activities.ts';

const read = (fields: object) =>
  activityShape.parse({ ...aMessage(), serviceUrl: 'https://smba.example.com', ...fields });
const long = 'a'.repeat(100_000);

describe('what a client writes', () => {
  it.each(['name', 'action'])('has a beginning that is read: %s', (field) => {
    expect(read({ [field]: long })).toMatchObject({ [field]: 'a'.repeat(256) });
  });

  it.each(['from', 'recipient'])('names %s with 256 characters at most', (who) => {
    const { id } = aMessage().from ?? {};
    expect(read({ [who]: { id, name: long } })).toMatchObject({ [who]: { name: 'a'.repeat(256) } });
  });

  it('isn’t cut within a character', () => {
    const from = { id: '29:1', name: `${'a'.repeat(255)}😀` };
    expect(read({ from }).from.name).toBe('a'.repeat(255));
  });

  it('is a text that shows whether it was cut, even if cleaning makes it shorter', () => {
    expect(read({ text: '\u202e'.repeat(100_000) }).text).toHaveLength(longestText);
    expect(read({ text: `${'\u202e'.repeat(longestText - 5)}help` }).text).toBe('help');
  });

  it.each([
    ['de-DE', 'de-DE'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['en_US', 'en_US'],
    [`en-${'a'.repeat(40)}`, undefined],
    ['en-US\n', undefined],
    ['"><', undefined],
    ['', undefined],
  ])('names a locale only if it could be one: %j', (locale, expected) => {
    expect(read({ locale }).locale).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['America/Argentina/ComodRivadavia', 'America/Argentina/ComodRivadavia'],
    ['Etc/GMT+12', 'Etc/GMT+12'],
    ['UTC', 'UTC'],
    ['Europe/../Berlin', undefined],
    [`Europe/${'a'.repeat(64)}`, undefined],
  ])('names a time zone only if it could be one: %j', (localTimezone, expected) => {
    expect(read({ localTimezone }).localTimezone).toBe(expected);
  });

  it.each(['', null, 7, true, [], {}, '\0', 'a b'])(
    'is missing where it is no tenant: %j',
    (id) => {
      const activity = read({
        conversation: { id: 'a', tenantId: id },
        channelData: { team: { id } },
      });
      expect(activity.conversation.tenantId).toBeUndefined();
      expect(activity.channelData?.team?.id).toBeUndefined();
    },
  );

  it('mentions 50 people at most, by names and texts of bounded length', () => {
    const mention = (text: string, name: string) => ({
      type: 'mention',
      text,
      mentioned: { id: '29:1', name },
    });
    const entities = [mention('a'.repeat(513), 'found by name'), mention('<at>A</at>', long)];
    expect(read({ entities }).entities).toEqual([
      { type: 'mention', text: undefined, mentioned: { id: '29:1', name: 'found by name' } },
      mention('<at>A</at>', 'a'.repeat(256)),
    ]);
    const many = Array.from({ length: 60_000 }, () => mention('a', 'b'));
    expect(read({ entities: many }).entities).toHaveLength(50);
  });

  const info = { type: 'clientInfo', locale: 'de-DE', timezone: 'Europe/Berlin' };

  it('says how the person reads beside their mentions, and nothing else is an entity', () => {
    const entities = [
      { ...info, country: 'DE', platform: 'Windows' },
      { type: 'mention', text: '<at>A</at>', mentioned: { id: '29:1', name: 'A' } },
      { type: 'ClientCapabilities', requiresBotState: true },
      { type: 'https://schema.org/Message', '@type': 'Message' },
      { type: ['clientInfo'], locale: 'fr' },
      'clientInfo',
      null,
      7,
      [info],
    ];
    expect(read({ entities }).entities).toEqual([
      info,
      { type: 'mention', text: '<at>A</at>', mentioned: { id: '29:1', name: 'A' } },
    ]);
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['null', { locale: null, timezone: null }],
    ['what is no text', { locale: ['de'], timezone: { name: 'UTC' } }],
    ['what is too long', { locale: `de${'-a'.repeat(50_000)}`, timezone: long }],
    ['what is no name', { locale: 'de\r\nX-A: 1', timezone: '../../etc/passwd' }],
    ['a zone of Windows', { timezone: 'W. Europe Standard Time' }],
  ])('says nothing about how the person reads if it is %s', (_, fields) => {
    const [entity] = read({ entities: [{ type: 'clientInfo', ...fields }] }).entities ?? [];
    expect(entity).toEqual({ type: 'clientInfo' });
  });

  it('goes no further if nothing reads it', () => {
    const activity = read({
      deliveryMode: 'expectReplies',
      label: long,
      from: { id: '29:1', role: long },
    });
    expect(activity).not.toHaveProperty('deliveryMode');
    expect(activity).not.toHaveProperty('label');
    expect(activity.from).toEqual({ id: '29:1' });
  });
});

describe('a field that the bot can do without', () => {
  const fields: string[][] = [
    ...['text', 'name', 'action', 'replyToId', 'locale', 'localTimezone', 'channelData'],
    ...['membersAdded', 'attachments', 'entities'],
  ].map((name) => [name]);
  const inner = [
    ...['from', 'recipient'].flatMap((who) => [
      [who, 'name'],
      [who, 'aadObjectId'],
    ]),
    ...['conversationType', 'tenantId', 'isGroup'].map((name) => ['conversation', name]),
    ['channelData', 'tenant'],
    ['channelData', 'tenant', 'id'],
    ['channelData', 'team'],
    ['channelData', 'team', 'id'],
    ['channelData', 'eventType'],
  ];

  /** An activity in which one field is something else. */
  function withField([name = '', ...rest]: string[], value: unknown, activity: object): object {
    const before = (activity as Record<string, unknown>)[name];
    return {
      ...activity,
      [name]: rest.length === 0 ? value : withField(rest, value, (before ?? {}) as object),
    };
  }

  it.each([...fields, ...inner].map((path) => [path.join('.'), path] as const))(
    'costs no message: %s',
    (_name, path) => {
      for (const value of ['', null, 7, true, [], {}, [null], 'x\0 y', { id: 7 }]) {
        const parsed = activityShape.safeParse(
          withField(path, value, { ...aMessage(), serviceUrl: 'https://smba.example.com' }),
        );
        expect(parsed.error?.issues, JSON.stringify(value)).toBeUndefined();
        expect(parsed.data?.id).toBeDefined();
      }
    },
  );

  it.each([null, '', {}, []])('is no click if its value is %j', (value) => {
    expect(read({ value }).value).toBeUndefined();
  });

  it.each([0, false, 'text', { a: null }, [0]])('is a click if its value is %j', (value) => {
    expect(read({ value }).value).toEqual(value);
  });
});
