import * as z from 'zod/mini';
import type { Clock } from '../../src/common/clock.ts';
import { type Az, AzError } from '../verify/az/az.ts';
import { address, basics, clients, page } from './changes.ts';
import { type EntraApp, emptyApp, entraAppSchema } from './entraApp.ts';
import { explainRefusal } from './explainRefusal.ts';
import { createGraph, type Graph, notYet } from './graph.ts';
import { type Plan, planApp } from './plan.ts';
import { readBotAppId } from './readBotAppId.ts';
import type { SsoAppArguments } from './ssoAppArguments.ts';

export interface SetUpOptions {
  args: SsoAppArguments;
  az: Az;
  clock: Clock;
  signal: AbortSignal;
  say: (line: string) => void;
}

/** What was set up, and whether everyone's consent was given. */
export interface SetUp {
  plan: Plan;
  appId: string;
  consent: 'given' | 'not asked for' | 'refused';
}

const accountSchema = z.object({
  tenantId: z.string(),
  environmentName: z.optional(z.string()),
});

/**
 * Creates the app that people sign in to, or adds to one what is missing, a write at a time: each depends on the one
 * before, and a run that was cut off is simply started again.
 *
 * @throws AzError with a sentence that says what to do
 */
export async function setUpSsoApp(options: SetUpOptions): Promise<SetUp> {
  const { args, az, clock, signal, say } = options;
  const account = accountSchema.parse(await az(['account', 'show'], { signal }));
  if ((account.environmentName ?? 'AzureCloud') !== 'AzureCloud') {
    throw new AzError(
      `This works in Azure’s public cloud only, not in ${account.environmentName}.`,
    );
  }
  const show = (method: string, path: string, body: object) =>
    say(`  ${method.toUpperCase()} ${path}\n${indent(JSON.stringify(body, null, 2))}`);
  const graph = createGraph({ az, clock, signal, show: args.dryRun ? show : undefined });
  const appId = await readBotAppId(args.bot, az, signal);
  const principalId = args.pageHosts.length > 0 ? await readPrincipalId(graph, appId) : '';
  const plan = planApp(args, { tenantId: account.tenantId, appId, principalId });
  const step = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    if (args.dryRun) say(`\n${name}`);
    try {
      const result = await act();
      if (!args.dryRun) say(`✓ ${name}`);
      return result;
    } catch (error) {
      if (!args.dryRun) say(`✗ ${name}`);
      throw error instanceof AzError ? explainRefusal(error, plan) : error;
    }
  };

  const found = await step('Find the app', () => findApp(graph, args.appId, plan));
  const app =
    found ??
    (await step('Create the app', () => createApp(graph, plan))) ??
    emptyApp(notYet, notYet);
  const at = `/applications/${app.id}`;
  const change = (name: string, body: object) => step(name, () => graph.write('patch', at, body));
  if (plan.pageHosts.length > 0) {
    if (found) await change('Let people sign in to the chat page', page(app, plan));
  } else {
    if (found) await change('Ask for tokens of version 2', basics(app, plan));
    await change('Set the Application ID URI and its permission', address(app, plan));
    await change('Let Teams have the permission', clients(app));
  }
  await step('Make it known to the tenant', () => ensureServicePrincipal(graph, app));
  const trusted = plan.pageHosts.length > 0 ? 'identity' : 'token service';
  await step(`Trust the bot’s ${trusted}`, () => ensureCredential(graph, app, plan));
  return { plan, appId: app.appId, consent: await consentTo(app, options, step) };
}

const principalSchema = z.object({ id: z.string() });

/** The object ID of the bot's identity, which the app will trust. */
async function readPrincipalId(graph: Graph, botAppId: string): Promise<string> {
  const found = await graph.get(`/servicePrincipals(appId='${botAppId}')`);
  if (found) return principalSchema.parse(found).id;
  throw new AzError(
    `The tenant has no identity with the app ID ${botAppId}. Deploy the bot first (docs/deploy.md), or sign in to its tenant.`,
  );
}

async function findApp(graph: Graph, appId: string | undefined, plan: Plan) {
  const key = appId ? `appId='${appId}'` : `uniqueName='${plan.uniqueName}'`;
  const found = await graph.get(`/applications(${key})`);
  if (appId && !found)
    throw new AzError(`There is no app ${appId} in the tenant ${plan.tenantId}.`);
  const app = found ? entraAppSchema.parse(found) : undefined;
  if ((app?.signInAudience ?? 'AzureADMyOrg') !== 'AzureADMyOrg') {
    throw new AzError(
      `The app ${app?.appId} is open to other tenants, where the bot’s token service can’t sign people in without a secret. Restrict it to “Accounts in this organizational directory only”, or leave out --app-id for an app of its own.`,
    );
  }
  return app;
}

/** If someone else was quicker, that app is updated: Graph sends nothing back then, nor in a dry run. */
async function createApp(graph: Graph, plan: Plan): Promise<EntraApp | undefined> {
  const path = `/applications(uniqueName='${plan.uniqueName}')`;
  const { displayName } = plan;
  const parts = (plan.pageHosts.length > 0 ? page : basics)(emptyApp('', ''), plan);
  const body = { displayName, signInAudience: 'AzureADMyOrg', ...parts };
  const created = await graph.write('patch', path, body, 'Prefer=create-if-missing');
  const app = created ?? (await graph.get(path));
  return app ? entraAppSchema.parse(app) : undefined;
}

/** What consent is given to, and what can be restricted to groups. */
async function ensureServicePrincipal(graph: Graph, { appId }: EntraApp): Promise<void> {
  if (await graph.get(`/servicePrincipals(appId='${appId}')`)) return;
  await graph.write('post', '/servicePrincipals', { appId });
}

const credentialsSchema = z.object({
  value: z.array(z.object({ id: z.string(), name: z.string(), subject: z.optional(z.string()) })),
});

async function ensureCredential(graph: Graph, { id }: EntraApp, { credential }: Plan) {
  const at = `/applications/${id}/federatedIdentityCredentials`;
  const listed = await graph.get(at);
  const { value } = listed ? credentialsSchema.parse(listed) : { value: [] };
  const { name, ...rest } = credential;
  const same = value.find((each) => each.subject === rest.subject || each.name === name);
  if (same) await graph.write('patch', `${at}/${same.id}`, rest);
  else await graph.write('post', at, credential);
}

type Step = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** A refusal isn't the end: the app is there, and an admin can give the consent later. */
async function consentTo({ appId }: EntraApp, options: SetUpOptions, step: Step) {
  const { args, az, signal, say } = options;
  if (!args.adminConsent) return 'not asked for';
  const command = ['ad', 'app', 'permission', 'admin-consent', '--id', appId];
  try {
    await step('Give the admin’s consent for everyone', async () => {
      if (args.dryRun) say(`  az ${command.join(' ')}`);
      else await az(command, { signal });
    });
    return 'given';
  } catch (error) {
    if (!(error instanceof AzError)) throw error;
    say(`  ${error.message}`);
    return 'refused';
  }
}

const indent = (text: string) => text.replaceAll(/^/gm, '    ');
