import { expect, it, onTestFinished } from 'vitest';
import { startTestDemo } from '../demoClient.ts';

it('questions over the limit get 429 and a Retry-After that is true; polling is free', async () => {
  const demo = await startTestDemo({ questionsPerMinute: 2 });
  onTestFinished(() => demo.close());
  const path = `/api/2.0/genie/spaces/${demo.spaceId}/start-conversation`;
  const ask = () => demo.send('POST', path, { content: 'Revenue' });
  expect((await ask()).status).toBe(200);
  demo.time.now += 10_500;
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toBe('50');
  expect(await refused.json()).toMatchObject({ error_code: 'RESOURCE_EXHAUSTED' });
  expect((await demo.send('GET', '/api/2.0/genie/spaces')).status).toBe(200);
  expect(demo.messages()).toHaveLength(2);
  demo.time.now += 50_000;
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(429);
});
