import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoPerson, people } from '../../../../local/demo/people.ts';
import { createPersonTokens, type PersonTokens } from '../../../../local/demo/personTokens.ts';
import { spaces } from '../../../../local/demo/spaces.ts';
import { NOON, type SeenMessage, STAGE_MS, startTestDemo, type TestDemo } from '../demoClient.ts';

const hour = 3600_000;
const [ada, erik] = people as [DemoPerson, DemoPerson];

let tokens: PersonTokens;
let demo: TestDemo;
beforeEach(async () => {
  tokens = createPersonTokens(() => demo.time.now);
  demo = await startTestDemo({ readPersonToken: tokens.read });
});
afterEach(() => demo.close());

type Who = DemoPerson | 'the bot';
type Client = ReturnType<TestDemo['as']>;

const tokenOf = (person: DemoPerson) =>
  tokens.issue(person, { issuedAt: demo.time.now, expiresAt: demo.time.now + hour });
const clientOf = (who: Who): Client => (who === 'the bot' ? demo : demo.as(tokenOf(who)));

/** The rows that someone gets to a question, and all words around them. */
async function answerTo(who: Who, question: string) {
  const client = clientOf(who);
  const message = await client.askToEnd(question);
  const { result, manifest } = await client.result(message);
  const text = message.attachments?.find((one) => one.text)?.text?.content ?? '';
  return { message, rows: result?.data_array ?? [], count: manifest.total_row_count, text };
}

const first = (rows: (string | null)[][]) => rows.map(([name]) => name);

async function download(who: Who, question: string): Promise<string> {
  const client = clientOf(who);
  const { path, started } = await startDownload(client, await client.askToEnd(question));
  demo.time.now += STAGE_MS;
  const polled = await client.call<{
    statement_response: { result: { external_links: { external_link: string }[] } };
  }>(
    'GET',
    `${path}/${started.download_id}?download_id_signature=${started.download_id_signature}`,
  );
  const [link] = polled.statement_response.result.external_links;
  return (await fetch(link?.external_link ?? '')).text();
}

async function startDownload(client: Client, message: SeenMessage) {
  const attachment = message.attachments?.find(({ query }) => query)?.attachment_id;
  const path = `${client.messagePath(message)}/attachments/${attachment}/downloads`;
  const started = await client.call<{ download_id: string; download_id_signature: string }>(
    'POST',
    path,
    {},
  );
  return { path, started };
}

describe('someone who can see all regions', () => {
  it.each(['Revenue by region', 'List customers', 'How many orders'])(
    'gets what the bot itself would: %s',
    async (question) => {
      const [mine, bots] = [await answerTo(ada, question), await answerTo('the bot', question)];
      expect(mine.rows).toEqual(bots.rows);
      expect(mine.text).toBe(bots.text);
    },
  );
});

describe('someone who can see Europe only', () => {
  it('gets Europe’s figures from Europe’s rows', async () => {
    const all = await answerTo(ada, 'Revenue by region');
    const { rows } = await answerTo(erik, 'Revenue by region');
    expect(first(all.rows)).toHaveLength(6);
    expect(rows).toEqual(all.rows.filter(([region]) => region === 'Europe'));
  });

  it.each([
    ['Revenue', 'Revenue in Europe'],
    ['How many orders', 'How many orders in Europe'],
    ['How many customers', 'How many customers in Europe'],
    ['Average order value', 'Average order value in Europe'],
  ])('gets as total what others get for Europe: %s', async (total, ofEurope) => {
    const mine = await answerTo(erik, total);
    expect(mine.rows).toEqual((await answerTo(ada, ofEurope)).rows);
    expect(mine.rows).not.toEqual((await answerTo(ada, total)).rows);
  });

  it.each([
    'Revenue by country',
    'Share of revenue by country',
    'Top 100 customers by revenue',
    'Running total of revenue by month',
    'Revenue growth by year',
  ])('gets the rows that a condition on Europe leaves: %s', async (question) => {
    const mine = await answerTo(erik, question);
    expect(mine.rows).toEqual((await answerTo(ada, `${question} in Europe`)).rows);
  });

  it.each([
    'Revenue in North America',
    'Revenue in Brazil',
    'Orders of Mercado São João',
    'Revenue outside Europe',
  ])('finds nothing elsewhere: %s', async (question) => {
    const { rows } = await answerTo(erik, question);
    expect(rows.flat().filter((cell) => cell !== null && cell !== '0')).toEqual([]);
    expect((await answerTo(ada, question)).rows.flat()).not.toEqual(rows.flat());
  });

  it('reads and downloads the customers and orders of Europe alone, and counts those', async () => {
    const europeans = await answerTo(ada, 'List customers in Europe');
    const mine = await answerTo(erik, 'List customers');
    expect(mine.rows).toEqual(europeans.rows);
    expect(mine.text).toContain(`**${mine.count}**`);

    const countries = (csv: string) =>
      new Set(
        [...csv.matchAll(/,(Germany|France|Spain|Brazil|Japan|United States|Kenya),/g)].map(
          ([, name]) => name,
        ),
      );
    expect(countries(await download(ada, 'List all orders'))).toContain('Japan');
    expect(countries(await download(erik, 'List all orders'))).toEqual(
      new Set(['Germany', 'France', 'Spain']),
    );
  });

  it('keeps to Europe in a follow-up and in a result that is run again', async () => {
    const client = clientOf(erik);
    const asked = await client.askToEnd('Revenue by region');
    const next = await client.askToEnd('by country instead', asked.conversation_id);
    const path = `${client.messagePath(next)}/attachments/${next.attachments?.[0]?.attachment_id}`;
    await client.call('POST', `${path}/execute-query`, {});
    demo.time.now += 2 * STAGE_MS;
    const { result } = await client.result(await client.get(next));
    const { rows } = await answerTo(ada, 'Revenue by country in Europe');
    expect(result?.data_array).toEqual(rows);
  });

  it('lists only Europeans where nothing names a region', async () => {
    const { rows } = await answerTo(erik, 'Customers without orders');
    expect(new Set(rows.map(([, , , region]) => region))).toEqual(new Set(['Europe']));
  });

  it('sees the sales space, and no sign of the other', async () => {
    const client = clientOf(erik);
    const listed = await client.call<{ spaces: { title: string }[] }>('GET', '/spaces');
    expect(listed.spaces.map(({ title }) => title)).toEqual(['Sales']);
    const support = spaces.at(-1)?.id ?? '';
    for (const [method, path, body] of [
      ['GET', `/spaces/${support}`],
      ['GET', `/spaces/${support}/conversations`],
      ['POST', `/spaces/${support}/start-conversation`, { content: 'Tickets by topic' }],
    ] as const) {
      const response = await client.send(method, `/api/2.0/genie${path}`, body);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({
        error_code: 'RESOURCE_DOES_NOT_EXIST',
        message: expect.stringContaining(`Unable to get space [${support}]`),
      });
    }
    expect((await clientOf(ada).askToEnd('Tickets by topic', undefined, support)).status).toBe(
      'COMPLETED',
    );
  });
});

describe('a conversation', () => {
  it.each<[string, Who, Who]>([
    ['another person', ada, erik],
    ['the bot', ada, 'the bot'],
    ['a person, if it is the bot’s', 'the bot', ada],
  ])('isn’t there for %s', async (_, owner, stranger) => {
    const [mine, other] = [clientOf(owner), clientOf(stranger)];
    const message = await mine.askToEnd('Revenue by region');
    const { path, started } = await startDownload(mine, message);
    demo.time.now += STAGE_MS;
    const messagePath = mine.messagePath(message);
    const conversation = mine.conversationPath(message.conversation_id);
    const attachment = path.replace(/\/downloads$/, '');
    const calls: [method: string, path: string, body?: unknown][] = [
      ['GET', messagePath],
      ['GET', `${conversation}/messages`],
      ['POST', `${conversation}/messages`, { content: 'by country instead' }],
      ['GET', `${attachment}/query-result`],
      ['POST', `${attachment}/execute-query`, {}],
      ['POST', `${attachment}/downloads`, {}],
      [
        'GET',
        `${path}/${started.download_id}?download_id_signature=${started.download_id_signature}`,
      ],
      ['POST', `${messagePath}/feedback`, { rating: 'NEGATIVE' }],
      ['POST', `${messagePath}/comments`, { content: 'Hm' }],
      ['GET', `${messagePath}/comments`],
      ['DELETE', messagePath],
      ['DELETE', conversation],
    ];
    for (const [method, path, body] of calls) {
      const response = await other.send(method, `/api/2.0/genie${path}`, body);
      expect([method, path, response.status]).toEqual([method, path, 404]);
      expect(await response.json()).toMatchObject({ error_code: 'RESOURCE_DOES_NOT_EXIST' });
    }
    const list = `/spaces/${demo.spaceId}/conversations`;
    expect(await other.call('GET', list)).toEqual({ conversations: [] });
    expect(await mine.call('GET', list)).toMatchObject({
      conversations: [{ conversation_id: message.conversation_id }],
    });
    expect(await mine.get(message)).toMatchObject({ status: 'COMPLETED' });
    expect(await mine.call('GET', `${messagePath}/comments`)).toEqual({ comments: [] });
    for (const [method, path, body] of calls) {
      expect([
        method,
        path,
        (await mine.send(method, `/api/2.0/genie${path}`, body)).status,
      ]).toEqual([method, path, 200]);
      demo.time.now += 10 * STAGE_MS;
    }
  });

  it('names its author, and so do its messages and comments', async () => {
    for (const { caller, ...person } of people) {
      const client = clientOf({ caller, ...person });
      const path = `/spaces/${demo.spaceId}/start-conversation`;
      const started = await client.call<{ conversation: unknown; message: SeenMessage }>(
        'POST',
        path,
        {
          content: 'Revenue',
        },
      );
      const author = { user_id: caller.userId };
      expect(started).toMatchObject({ conversation: author, message: author });
      const comment = { content: 'Good' };
      expect(
        await client.call('POST', `${client.messagePath(started.message)}/comments`, comment),
      ).toMatchObject(author);
    }
    expect(new Set(people.map(({ caller }) => caller.userId)).size).toBe(people.length);
  });

  it('is still its owner’s after a restart, and one of an earlier version is the bot’s', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'people-'));
    const dataFile = join(folder, 'genie.json');
    const restart = async () => {
      await demo.close();
      demo = await startTestDemo({ dataFile, readPersonToken: tokens.read });
    };
    const statusFor = async (who: Who, message: SeenMessage) => {
      const path = `/api/2.0/genie${demo.messagePath(message)}`;
      return (await clientOf(who).send('GET', path)).status;
    };
    await restart();
    const message = await clientOf(erik).ask('Revenue by region');
    await restart();
    expect(await statusFor(erik, message)).toBe(200);
    expect(await statusFor('the bot', message)).toBe(404);

    const saved = await readFile(dataFile, 'utf8');
    await writeFile(dataFile, saved.replace(`"userId":${erik.caller.userId},`, ''));
    await restart();
    expect(await statusFor(erik, message)).toBe(404);
    expect(await statusFor('the bot', message)).toBe(200);
    await rm(folder, { recursive: true });
  });
});

describe('a person’s token', () => {
  const claims = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const refused = async (token: string) => {
    const response = await demo.as(token).send('GET', '/api/2.0/genie/spaces');
    return { status: response.status, body: await response.json() };
  };
  const in401 = {
    status: 401,
    body: expect.objectContaining({ error_code: 401, message: 'Invalid access token.' }),
  };

  it('names the person as Entra ID would', () => {
    expect(claims(tokenOf(ada))).toEqual({
      aud: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d',
      oid: ada.oid,
      name: 'Ada Lovelace',
      upn: 'ada@demo.example',
      preferred_username: 'ada@demo.example',
      iat: NOON / 1000,
      exp: (NOON + hour) / 1000,
    });
  });

  it('is good until it expires, and for nothing after', async () => {
    const client = clientOf(ada);
    const message = await client.askToEnd('Revenue');
    demo.time.now = NOON + hour - 1;
    expect((await client.get(message)).status).toBe('COMPLETED');
    demo.time.now = NOON + hour;
    for (const path of ['/spaces', client.messagePath(message)]) {
      const response = await client.send('GET', `/api/2.0/genie${path}`);
      expect(response.status).toBe(401);
    }
  });

  it.each<[string, (token: string) => string]>([
    ['without a signature', (token) => token.replace(/[^.]*$/, '')],
    ['with a word as its signature', (token) => token.replace(/[^.]*$/, 'unsigned')],
    ['with other claims', (token) => withClaims(token, { ...claims(token), oid: ada.oid })],
    ['with a longer life', (token) => withClaims(token, { ...claims(token), exp: 9e9 })],
    [
      'that another service issued',
      () => createPersonTokens(() => NOON).issue(ada, { issuedAt: NOON, expiresAt: NOON + hour }),
    ],
    [
      'of someone whom the demo doesn’t know',
      () =>
        tokens.issue(
          { ...ada, oid: 'b7000000-0000-4000-8000-000000000000' },
          { issuedAt: NOON, expiresAt: NOON + hour },
        ),
    ],
    ['that is a name', () => ada.oid],
    ['that is dots', () => '..'],
  ])('%s gets 401 in Databricks’ form', async (_, forge) => {
    expect(await refused(forge(tokenOf(erik)))).toEqual(in401);
  });

  it('is unknown to a workspace that knows no people', async () => {
    const plain = await startTestDemo();
    expect((await plain.as(tokenOf(ada)).send('GET', '/api/2.0/genie/spaces')).status).toBe(401);
    await plain.close();
  });
});

function withClaims(token: string, claims: object): string {
  const [header, , signature] = token.split('.');
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
