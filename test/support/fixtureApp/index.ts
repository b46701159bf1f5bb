import { setTimeout as wait } from 'node:timers/promises';
import { app } from '@azure/functions';

/**
 * A small function app for the local host's tests. What happens in it is kept in `events` and read back by
 * `GET /api/events`. A queue message says how its function ends: `{ "fail": true }` throws, `{ "until": "gate" }`
 * runs until `POST /api/open/gate`, `{ "lastsMs": 300 }` takes that long.
 */
const events: unknown[] = [];
const gates = new Map<string, () => void>();

app.hook.appStart(() => void events.push('appStart'));
app.hook.appTerminate(() => void console.error('fixture app terminated'));
app.hook.preInvocation((context) => {
  context.hookData['seen'] = context.invocationContext.functionName;
});
app.hook.postInvocation((context) => {
  if (context.hookData['seen'] === 'work') {
    events.push({ after: 'work', failed: context.error !== undefined && context.error !== null });
  }
});
app.hook.log((context) => {
  context.message = context.message.replace('secret', '***');
});

app.get('events', () => ({ jsonBody: events }));

app.http('echo', {
  route: 'echo/{id:int}/{part?}',
  methods: ['POST'],
  async handler(request, context) {
    context.log('a secret line');
    context.debug('a debug line');
    return {
      status: 201,
      headers: { 'x-method': request.method },
      jsonBody: {
        params: request.params,
        query: Object.fromEntries(request.query),
        agent: request.headers.get('user-agent'),
        url: request.url,
        text: await request.text(),
      },
    };
  },
});
app.get('echoAnything', {
  route: 'echo/{*rest}',
  handler: (request) => ({ jsonBody: { rest: request.params['rest'] } }),
});
app.get('echoWord', {
  route: 'echo/word',
  handler: () => ({ body: 'word' }),
});
app.get('nothing', () => undefined as never);
app.get('broken', () => {
  throw new Error('broken on purpose', { cause: new Error('its cause') });
});
app.get('guarded', { authLevel: 'function', handler: () => ({ body: 'in' }) });
app.get('lazy', async () => ({ body: (await import('./lazyPart.ts')).lazyPart }));
app.post('open', {
  route: 'open/{gate}',
  handler(request) {
    gates.get(request.params['gate'] ?? '')?.();
    return { status: 204 };
  },
});

app.storageQueue('work', {
  queueName: 'work',
  connection: 'AzureWebJobsStorage',
  async handler(message, context) {
    const { fail, until, lastsMs } = message as {
      fail?: boolean;
      until?: string;
      lastsMs?: number;
    };
    const count = context.triggerMetadata?.['dequeueCount'];
    events.push({ message, count });
    if (until !== undefined) await new Promise<void>((open) => gates.set(until, open));
    if (lastsMs !== undefined) await wait(lastsMs);
    if (fail) throw new Error('failed on purpose');
    events.push({ done: message });
  },
});
app.storageQueue('buried', {
  queueName: 'work-poison',
  connection: 'AzureWebJobsStorage',
  handler(message, context) {
    events.push({ buried: message, count: context.triggerMetadata?.['dequeueCount'] });
    if (message === 'never') throw new Error('failed on purpose');
  },
});

app.timer('tick', {
  schedule: '0 0 * * * *',
  handler: (timer) => void events.push({ tick: timer.scheduleStatus.next }),
});
app.timer('early', {
  schedule: '0 30 * * * *',
  runOnStartup: true,
  handler: (timer) => void events.push({ early: timer.scheduleStatus.next }),
});
