import { app, type HttpResponseInit } from '@azure/functions';
import { createWorkspaceApi, type WorkspaceApi } from '../../demo/createWorkspaceApi.ts';
import { isStream, parseBody } from '../../demo/server/createHandler.ts';
import { slowQuestion } from './slowQuestion.ts';

/** A minute with Genie, unless a test is in a hurry. */
const slowMs = Number(process.env['WORKSPACE_SLOW_MS'] || 60_000);

let address = '';
let workspace: WorkspaceApi | undefined;

/** Opened by the first request: an app without a token serves nothing, and says why in its log. */
function theWorkspace(): WorkspaceApi {
  if (workspace) return workspace;
  const token = process.env['WORKSPACE_TOKEN'] ?? '';
  // It is on the internet: a token that someone could guess would open it.
  if (token.length < 32) throw new Error('WORKSPACE_TOKEN must have at least 32 characters.');
  workspace = createWorkspaceApi(() => address, { token });
  workspace.faults.script(slowQuestion, {
    statuses: [
      { status: 'ASKING_AI', ms: slowMs / 2 },
      { status: 'EXECUTING_QUERY', ms: slowMs / 2 },
      { status: 'COMPLETED', ms: 0 },
    ],
  });
  return workspace;
}

/** The whole demo workspace as one function. Its own token protects it, as Databricks' would. */
app.http('workspace', {
  route: '{*path}',
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  authLevel: 'anonymous',
  async handler(request): Promise<HttpResponseInit> {
    const url = new URL(request.url);
    const { WEBSITE_HOSTNAME } = process.env;
    address = WEBSITE_HOSTNAME ? `https://${WEBSITE_HOSTNAME}` : url.origin;
    const { status, headers, body } = theWorkspace().answer({
      method: request.method,
      url,
      authorization: request.headers.get('authorization') ?? undefined,
      body: parseBody(await request.text()),
    });
    const sent = isStream(body) ? ReadableStream.from(body) : body;
    return {
      status,
      ...(headers && { headers }),
      ...(typeof sent === 'string' || sent instanceof ReadableStream
        ? { body: sent }
        : { jsonBody: sent }),
    };
  },
});
