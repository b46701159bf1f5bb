import { beforeEach, describe, expect, it } from 'vitest';
import { listAskedElsewhere } from '../../../src/questions/ownChat/listAskedElsewhere.ts';
import { openOwnChat } from '../../../src/questions/ownChat/openOwnChat.ts';
import { forgetOwnChat, rememberOwnChat } from '../../../src/questions/ownChat/rememberOwnChat.ts';
import { ownChatOf, type Place } from '../../../src/questions/place.ts';
import { type Courier, CourierError } from '../../../src/questions/ports.ts';
import { hasty } from '../../support/openInProcess.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';
import { makeQuestion, now } from '../../support/storedValues.ts';

const { place: own } = makeQuestion();
const thread = (change: Partial<Place> = {}): Place => ({
  ...own,
  conversation: { id: '19:sales;messageid=1', conversationType: 'channel' },
  ...change,
});
const chatAt = (id: string, change: Partial<Place> = {}): Place => ({
  ...own,
  conversation: { id, conversationType: 'personal' },
  ...change,
});

let deps: ReturnType<typeof openMemoryStorage> & {
  clock: typeof hasty;
  courier: Pick<Courier, 'openChat'> & Courier;
};
let opened: number;
/** What happens while the chat is being opened. */
let meanwhile: () => Promise<void>;

beforeEach(() => {
  opened = 0;
  meanwhile = async () => {};
  const clock = { ...hasty, now: () => now };
  const courier = {
    async openChat(place: Place) {
      opened += 1;
      await meanwhile();
      return ownChatOf(place, chatAt(`a:opened-${opened}`));
    },
  } as unknown as Courier;
  deps = { ...openMemoryStorage(clock), clock, courier };
});

const open = (place = thread()) => openOwnChat(makeQuestion({ place, isPrivate: true }), deps);
const idOf = ({ conversation }: Place) => conversation.id;

describe('a person’s own chat', () => {
  it('is opened once, whatever they ask and wherever', async () => {
    const all = [await open(), await open(), await open(thread({ teamId: 'another' }))];
    expect(all.map(idOf)).toEqual(['a:opened-1', 'a:opened-1', 'a:opened-1']);
    expect(opened).toBe(1);
  });

  it('is one, if two instances open it at the same time', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect(idOf(one)).toBe(idOf(other));
  });

  it('is the one they write in, even while another is being opened', async () => {
    meanwhile = () => rememberOwnChat(chatAt('a:theirs'), deps);
    expect(idOf(await open())).toBe('a:theirs');
    await rememberOwnChat(chatAt('a:moved'), deps);
    expect(idOf(await open())).toBe('a:moved');
  });

  it('is known even if opening it is refused while they write in it', async () => {
    meanwhile = async () => {
      await rememberOwnChat(chatAt('a:theirs'), deps);
      throw new CourierError('refused', 'no', undefined);
    };
    expect(idOf(await open())).toBe('a:theirs');
  });

  it('is nobody else’s', async () => {
    await rememberOwnChat(chatAt('a:theirs'), deps);
    const bob = { id: '29:bob', aadObjectId: 'bob-oid' };
    expect(idOf(await open(thread({ user: bob })))).toBe('a:opened-1');
  });

  it('is opened afresh once they have removed the bot', async () => {
    await rememberOwnChat(chatAt('a:theirs'), deps);
    await forgetOwnChat(chatAt('a:theirs'), deps);
    expect(idOf(await open())).toBe('a:opened-1');
  });

  it('is reached by the service URL of the question, unless that is another tenant’s', async () => {
    const inTenant = (tenantId: string) => ({ id: 'x', conversationType: 'channel', tenantId });
    await rememberOwnChat(
      chatAt('a:theirs', {
        conversation: { id: 'a:theirs', conversationType: 'personal', tenantId: 'home' },
        serviceUrl: 'https://old/',
      }),
      deps,
    );
    const [home, away] = ['home', 'away'].map((tenantId) =>
      open(thread({ conversation: inTenant(tenantId), serviceUrl: 'https://new/' })),
    );
    expect((await home)?.serviceUrl).toBe('https://new/');
    expect((await away)?.serviceUrl).toBe('https://old/');
  });
});

describe('what was asked elsewhere', () => {
  it('is listed in the chat it is answered in, and nowhere else', async () => {
    const question = makeQuestion({ place: thread(), isPrivate: true });
    const answerTo = await openOwnChat(question, deps);
    await deps.questions.insert({ ...question, answerTo });
    const listed = async (place: Place) =>
      (await listAskedElsewhere(place, deps)).map(({ id }) => id);
    expect(await listed(answerTo)).toEqual([question.id]);
    expect(await listed(thread())).toEqual([]);
    expect(await listed(chatAt('a:another'))).toEqual([]);
    expect(await listed({ ...answerTo, user: { id: '29:bob' } })).toEqual([]);
    expect(await listed({ ...answerTo, channelId: 'webchat' })).toEqual([]);
  });
});
