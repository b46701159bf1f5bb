import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBotCredentials } from '../../../src/bot/framework/botCredentials.ts';
import { createConnectorChannel } from '../../../src/bot/framework/connectorChannel.ts';
import { createConnectors } from '../../../src/bot/framework/connectors.ts';
import { emptyPacket, finalPacket, firstPacket, streamingPacket } from '../../../src/bot/packet.ts';
import type { Channel } from '../../../src/bot/ports.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { readBotCloud } from '../../../src/config/botCloud.ts';
import { readSettings } from '../../../src/config/settings.ts';
import { aPlace } from '../../support/aPlace.ts';
import { type ScriptedServer, startScriptedServer } from '../../support/scriptedServer.ts';

const open = { id: 'stream-1', sequence: 4, since: 0 };

describe('the packets of a stream, on their way to the channel', () => {
  let connector: ScriptedServer;
  let channel: Channel;
  beforeEach(async () => {
    connector = await startScriptedServer();
    const identity = { kind: 'none' } as const;
    const cloud = readBotCloud(readSettings({}));
    const credentials = createBotCredentials(identity, cloud, () => {
      throw new Error('no managed identity');
    });
    channel = createConnectorChannel(createConnectors(identity, cloud, credentials), () => true);
  });
  afterEach(() => connector.close());

  const post = (...[outgoing]: [Parameters<Channel['post']>[1]]) =>
    channel.post(aPlace({ serviceUrl: connector.url }), outgoing);
  const sent = () => JSON.parse(connector.requests.at(-1)?.body ?? '{}');

  it('begin without an ID, which the channel names', async () => {
    connector.next({ status: 201, body: { id: 'stream-1' } });
    expect(await post(firstPacket('Thinking …', { sequence: 1, since: 0 }))).toBe('stream-1');
    const info = { streamType: 'informative', streamSequence: 1 };
    expect(sent()).toMatchObject({
      type: 'typing',
      text: 'Thinking …',
      entities: [{ type: 'streaminfo', ...info }],
      channelData: info,
    });
    expect(sent().entities[0]).not.toHaveProperty('streamId');
    expect(sent().channelData).not.toHaveProperty('streamId');
  });

  it('begin in Web Chat where they are to stand', async () => {
    connector.next({ status: 200, body: { id: 'stream-1' } });
    await post(firstPacket('Thinking …', { sequence: 1, since: 0 }, 1_700_000_000_000));
    expect(sent().channelData).toMatchObject({ 'webchat:sequence-id': 1_700_000_000_000 });
  });

  it('go on with it: the entity and the channel data say the same', async () => {
    connector.next({ status: 202, body: {} });
    expect(await post(streamingPacket('Sales grew', open))).toBe('');
    const info = { streamType: 'streaming', streamId: 'stream-1', streamSequence: 4 };
    expect(sent()).toMatchObject({ type: 'typing', text: 'Sales grew', channelData: info });
    expect(sent().entities).toEqual([{ type: 'streaminfo', ...info }]);
  });

  it('end with a message, whose own entities and channel data stay', async () => {
    connector.next({ status: 202, body: {} });
    const card = {
      ...createMessage('teams', [], '42'),
      entities: [{ type: 'https://schema.org/Message', '@type': 'Message' }],
      channelData: { feedbackLoop: { type: 'default' } as const },
    };
    expect(await post(finalPacket(card, open))).toBe('');
    const info = { streamType: 'final', streamId: 'stream-1' };
    expect(sent()).toMatchObject({ type: 'message', attachments: [expect.anything()] });
    expect(sent().entities).toEqual([...card.entities, { type: 'streaminfo', ...info }]);
    expect(sent().channelData).toEqual({ ...card.channelData, ...info });
  });

  it('end in Web Chat with nothing that stays', async () => {
    connector.next({ status: 200, body: { id: 'other' } });
    expect(await post(emptyPacket(open))).toBe('other');
    expect(sent()).toMatchObject({ type: 'typing', channelData: { streamType: 'final' } });
    // Without one, Web Chat 4.18 leaves the last words standing.
    expect(sent().text).toBe('');
  });

  it.each([
    [{ status: 202 }],
    [{ status: 202, body: 'no JSON' }],
    [{ status: 200, body: '<html>' }],
  ])('have arrived if the channel says so, whatever else it says: %j', async (response) => {
    connector.next(response);
    expect(await post(streamingPacket('Sales', open))).toBe('');
  });

  it('that the channel refuses say what that is about', async () => {
    const message = 'Content stream was canceled by user';
    connector.next({ status: 403, body: { error: { code: 'ContentStreamNotAllowed', message } } });
    await expect(post(streamingPacket('Sales', open))).rejects.toMatchObject({
      stream: 'stopped',
      kind: 'unfit',
      status: 403,
    });
  });
});
