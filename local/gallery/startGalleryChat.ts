import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import type { Activity } from '../chat/activity.ts';
import { createChat } from '../chat/createChat.ts';
import { createSamplePage } from '../chat/samplePage.ts';
import { servePage } from '../chat/servePage.ts';

export interface GalleryChat {
  url: string;
  close(): Promise<void>;
}

/** The chat page with a bot that shows one message for every question it knows. */
export async function startGalleryChat(
  answers: ReadonlyMap<string, OutgoingMessage>,
): Promise<GalleryChat> {
  const chat = createChat({ botUrl: () => url });
  const page = createSamplePage({
    chat,
    directLineUrl: () => url,
    notice: 'A gallery of recorded answers',
  });
  const { sockets } = chat;
  const options = { shouldUpgradeCallback: sockets.takes };
  const server = createServer(options, (request, response) => {
    if (chat.handle(request, response) || servePage(page, request, response)) return;
    json(request)
      .then((activity) => reply(activity as Activity, answers))
      .then(() => response.writeHead(200).end())
      .catch((error: unknown) => response.destroy(error as Error));
  }).listen(0, '127.0.0.1');
  server.on('upgrade', sockets.take);
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async close() {
      await sockets.close();
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function reply(
  { type, text = '', serviceUrl, conversation }: Activity,
  answers: ReadonlyMap<string, OutgoingMessage>,
): Promise<void> {
  const message = answers.get(text);
  if (type !== 'message' || message === undefined) return;
  const id = encodeURIComponent(conversation?.id ?? '');
  await fetch(`${serviceUrl}/v3/conversations/${id}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
}
