import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { salesSpace } from '../../demo/spaces.ts';
import { deploy } from '../azure/deploy.ts';
import { publish } from '../azure/publish.ts';
import { waitForHealth } from '../azure/waitForHealth.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Steps } from '../steps.ts';
import type { Trial, Workspace } from '../trial.ts';
import { packageWorkspace } from './packageWorkspace.ts';
import { slowQuestion } from './slowQuestion.ts';

const parameters = join(import.meta.dirname, 'workspace.bicepparam');

/** The name of the deployment. */
export const workspaceDeployment = ({ name }: Trial) => `${name}-workspace`;

/** Deploys the demo workspace as a function app of its own, behind a token that nobody but the bot gets. */
export async function deployWorkspace(trial: Trial, steps: Steps): Promise<Workspace> {
  const token = `demo-${randomBytes(24).toString('hex')}`;
  trial.secrets.add(token);
  const env = { BOT_NAME: trial.name, WORKSPACE_TOKEN: token };
  const name = workspaceDeployment(trial);
  const outputs = await steps.need('Deploy the demo workspace', () =>
    deploy(trial, { name, parameters, env }),
  );
  const host = outputs('hostName');
  await steps.need('Publish the demo workspace', async () => {
    const zip = await packageWorkspace(trial.folder);
    return publish(trial, outputs('functionAppName'), zip);
  });
  await steps.need('The demo workspace answers, and only with its token', async () => {
    const spaces = `https://${host}/api/2.0/genie/spaces`;
    await waitForHealth(trial, spaces, { headers: { authorization: `Bearer ${token}` } });
    const { status } = await trial.fetch(spaces, { signal: trial.signal });
    if (status !== 401) throw new StepFailed(`Without a token it answers ${status}.`);
    return { value: undefined };
  });
  return {
    settings: {
      DATABRICKS_HOST: `https://${host}`,
      DATABRICKS_AUTH_TYPE: 'pat',
      DATABRICKS_SECRET: token,
      DATABRICKS_SPACE_ID: salesSpace.id,
      EXPORT_ALLOWED_HOSTS: host,
      GENIE_QUESTIONS_PER_MINUTE: '60',
    },
    question: 'Revenue by region',
    followUp: 'Only Europe',
    expected: /Revenue by region for Europe/,
    slowQuestion,
    countAsked: (question) => countAsked(trial, host, token, question),
  };
}

const conversationsSchema = z.object({
  conversations: z.array(z.object({ conversation_id: z.string() })),
});
const messagesSchema = z.object({ messages: z.array(z.object({ content: z.string() })) });

/** How many of the workspace's messages ask this. */
async function countAsked(
  { fetch, signal }: Trial,
  host: string,
  token: string,
  question: string,
): Promise<number> {
  const base = `https://${host}/api/2.0/genie/spaces/${salesSpace.id}/conversations`;
  const read = async (url: string): Promise<unknown> =>
    (await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal })).json();
  const { conversations } = conversationsSchema.parse(await read(base));
  const contents = await Promise.all(
    conversations.map(async ({ conversation_id }) => {
      const { messages } = messagesSchema.parse(await read(`${base}/${conversation_id}/messages`));
      return messages.map(({ content }) => content);
    }),
  );
  return contents.flat().filter((content) => content.includes(question)).length;
}
