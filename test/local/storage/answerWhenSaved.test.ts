import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { answerWhenSaved } from '../../../local/storage/answerWhenSaved.ts';

async function serve(listener: RequestListener, save: () => Promise<void>): Promise<string> {
  const server = createServer(listener);
  answerWhenSaved(server, save);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('nothing of an answer is sent before the save is over, even if its length is known', async () => {
  const saving = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const url = await serve(
    (_request, response) => {
      response.writeHead(201, { 'content-length': 4 });
      response.write('do');
      response.write(Buffer.from('n'));
      response.end('e');
      asked.resolve();
    },
    () => saving.promise,
  );
  let answered = false;
  const answer = fetch(url).then((response) => {
    answered = true;
    return response;
  });
  await asked.promise;
  await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toBe(false);

  saving.resolve();
  const response = await answer;
  expect(response.status).toBe(201);
  expect(await response.text()).toBe('done');
});

test('the connection is cut when saving fails', async () => {
  const url = await serve(
    (_request, response) => void response.end('done'),
    () => Promise.reject(new Error('disk full')),
  );
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});
