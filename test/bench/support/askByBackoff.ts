import { setTimeout as wait } from 'node:timers/promises';
import type { DemoWorkspace } from '../../../local/demo/demoWorkspace.ts';

const longestPauseMs = 10_000;

interface Message {
  status: string;
  attachments: { attachment_id: string; query?: unknown }[] | null;
}

/**
 * Asks Genie the way of the Databricks SDK for Python: pauses of 1, 2, 3 … 10 s and up to a second more between looks,
 * then the message, the rows and the space, one after the other, as bots built on it do.
 * https://github.com/databricks/databricks-sdk-py (wait_get_message_genie_completed)
 *
 * @returns the message's id, and when all was there (ms since 1970)
 */
export async function askByBackoff(
  { url, token, spaceId }: DemoWorkspace,
  content: string,
): Promise<{ messageId: string; readyAt: number; looks: number }> {
  const space = `${url}/api/2.0/genie/spaces/${spaceId}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const read = async (path: string) => {
    const response = await fetch(space + path, { headers });
    return response.json() as Promise<unknown>;
  };
  const started = await fetch(`${space}/start-conversation`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ content }),
  });
  const ids = (await started.json()) as { conversation_id: string; message_id: string };
  const path = `/conversations/${ids.conversation_id}/messages/${ids.message_id}`;

  let looks = 0;
  for (;;) {
    looks += 1;
    const { status } = (await read(path)) as Message;
    if (status === 'COMPLETED') break;
    await wait(Math.min(looks * 1_000, longestPauseMs) + Math.random() * 1_000);
  }
  const { attachments } = (await read(path)) as Message;
  const table = attachments?.find(({ query }) => query);
  await read(`${path}/attachments/${table?.attachment_id}/query-result`);
  await read('');
  return { messageId: ids.message_id, readyAt: Date.now(), looks };
}
