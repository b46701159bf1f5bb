import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SeenResult, STAGE_MS, startTestDemo, type TestDemo } from '../demoClient.ts';

let demo: TestDemo;
beforeEach(async () => {
  demo = await startTestDemo();
});
afterEach(() => demo.close());

interface Download {
  path: string;
  poll(signature?: string): Promise<Response>;
}

async function startDownload(question: string): Promise<Download> {
  const message = await demo.askToEnd(question);
  const attachment = message.attachments?.[0]?.attachment_id;
  const path = `${demo.messagePath(message)}/attachments/${attachment}/downloads`;
  const started = await demo.call<{ download_id: string; download_id_signature: string }>(
    'POST',
    path,
    {},
  );
  const poll = (signature = started.download_id_signature) =>
    demo.send(
      'GET',
      `/api/2.0/genie${path}/${started.download_id}?download_id_signature=${signature}`,
    );
  return { path, poll };
}

async function externalLink({ poll }: Download): Promise<string> {
  demo.time.now += STAGE_MS;
  const { statement_response } = (await (await poll()).json()) as {
    statement_response: SeenResult;
  };
  return statement_response.result?.external_links?.[0]?.external_link ?? '';
}

it('a result over 5,000 rows is cut, and the download has all of it', async () => {
  const message = await demo.askToEnd('list all orders');
  const { manifest, result } = await demo.result(message);
  expect(result?.data_array).toHaveLength(5000);
  expect(manifest.truncated).toBe(true);
  expect(message.attachments?.[0]?.query?.query_result_metadata).toEqual({
    row_count: manifest.total_row_count,
    is_truncated: true,
  });
  const csv = await (
    await fetch(await externalLink(await startDownload('list all orders')))
  ).text();
  expect(csv.match(/\r\n/g)).toHaveLength(manifest.total_row_count + 1);
  expect(csv.split('\r\n')[0]).toBe(
    'order_id,order_date,customer_name,country,channel,status,order_total',
  );
});

it('a download is running at first', async () => {
  const { poll } = await startDownload('Revenue by region');
  expect(await (await poll()).json()).toMatchObject({
    statement_response: { status: { state: 'RUNNING' } },
  });
});

it('a missing signature gets 400, a wrong one 404', async () => {
  const { poll } = await startDownload('Revenue by region');
  expect((await poll('')).status).toBe(400);
  expect((await poll('wrong')).status).toBe(404);
});

it('the external link refuses a request that brings a token', async () => {
  const link = await externalLink(await startDownload('Revenue by region'));
  const headers = { Authorization: `Bearer ${demo.token}` };
  expect((await fetch(link, { headers })).status).toBe(400);
  expect((await fetch(link)).status).toBe(200);
});

it('the external link is good for 15 minutes', async () => {
  const link = await externalLink(await startDownload('Revenue by region'));
  demo.time.now += 15 * 60_000 - 1;
  expect((await fetch(link)).status).toBe(200);
  demo.time.now += 1;
  expect((await fetch(link)).status).toBe(403);
});

it('CSV quotes what needs quotes and writes NULL as null', async () => {
  const link = await externalLink(await startDownload('List customers with all details'));
  const csv = await (await fetch(link)).text();
  expect(csv).toContain('"""Bon Appétit"" Traiteur",');
  expect(csv).toContain(
    '"The Very Long Established Cooperative Society of Organic Growers, Millers',
  );
  expect(csv).toMatch(/,null\r\n/);
});
