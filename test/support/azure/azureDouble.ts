import { readFile } from 'node:fs/promises';
import { type Az, AzError } from '../../../local/verify/az/az.ts';
import { explainAzFailure } from '../../../local/verify/az/explainAzFailure.ts';
import type { Env } from '../../../src/config/settings.ts';

/** A call of `az`, without the environment of the test. */
export interface AzCall {
  args: readonly string[];
  /** All of them in one line. */
  line: string;
  env: Env;
}

export interface AzureDouble {
  az: Az;
  calls: readonly AzCall[];
  /** The resource groups that are there, with their tags and resources. */
  groups: Map<string, { tags: Record<string, string>; resources: string[] }>;
  /** The next matching calls fail with what `az` would write to its standard error. */
  fail(command: string | RegExp, stderr: string, times?: number): void;
  /** Where the bot and the demo workspace are. */
  host: { bot: string; workspace: string };
}

/** What Azure does in the world of the test. */
export interface AzureWorld {
  /** A deployment of a template has begun. */
  deploy?(deployment: { name: string; env: Env; signal: AbortSignal | undefined }): Promise<void>;
  /** A package has been uploaded. */
  publish?(app: 'bot' | 'workspace', zip: string): Promise<void>;
  restart?(): Promise<void>;
  /** Answers a query on the logs: the columns of one row, or what `az` would write to its standard error. */
  query?(query: string): Record<string, unknown> | string;
}

export const directLineKey = 'dl-secret-XyZ0123456789abcdefghij';
export const theFunctionKey = 'function-key-0123456789abcdefghijklmnop';

const subscription = '6f0f5c3e-0000-4000-8000-2b1d1f1a0e11';

/**
 * The Azure CLI with an Azure behind it that only knows what a trial does. Answers have the shape of `az --output json`
 * (Azure CLI 2.77), shortened to what anyone would read.
 */
export function createAzureDouble(world: AzureWorld = {}): AzureDouble {
  const calls: AzCall[] = [];
  const faults: { command: string | RegExp; stderr: string; left: number }[] = [];
  const groups: AzureDouble['groups'] = new Map();
  const deployed = new Map<string, Env>();
  const idOf = (group: string, type: string, name: string) =>
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}`;
  const host = { bot: '', workspace: '' };

  const answer = async ({ args, line, env }: AzCall, signal?: AbortSignal): Promise<unknown> => {
    const value = (option: string) => args[args.indexOf(option) + 1] ?? '';
    const group = value('--resource-group') || value('--name');
    const name = value('--name');
    const resources = () => groups.get(group)?.resources ?? [];
    if (line.startsWith('account show')) {
      const user = { name: 'ada@contoso.com', type: 'user' };
      return {
        id: subscription,
        name: 'Trials',
        environmentName: 'AzureCloud',
        state: 'Enabled',
        user,
      };
    }
    if (line.startsWith('group exists')) return groups.has(name);
    if (line.startsWith('group show')) return { name, location: 'westeurope', ...groups.get(name) };
    if (line.startsWith('group create')) {
      const [tag = '', tagged = ''] = value('--tags').split('=');
      groups.set(name, { tags: { [tag]: tagged }, resources: [] });
      return {
        name,
        location: value('--location'),
        properties: { provisioningState: 'Succeeded' },
      };
    }
    if (line.startsWith('group delete')) return void groups.delete(name);
    if (line.startsWith('resource list'))
      return resources().map((id) => ({ id, location: 'westeurope' }));
    if (line.startsWith('resource delete')) {
      const gone = new Set(args.slice(args.indexOf('--ids') + 1));
      for (const each of groups.values())
        each.resources = each.resources.filter((id) => !gone.has(id));
      return undefined;
    }
    if (line.startsWith('deployment group what-if')) {
      const resourceId = idOf(group, 'Microsoft.BotService/botServices', 'bot');
      const change = { changeType: 'Create', before: null, delta: null, resourceId };
      return { status: 'Succeeded', error: null, changes: [change, change, change] };
    }
    if (line.startsWith('deployment group create')) {
      await world.deploy?.({ name, env, signal });
      deployed.set(name, env);
      const bot = env['BOT_NAME'] ?? '';
      const kind = name.endsWith('-workspace') ? 'workspace' : 'bot';
      const app = kind === 'bot' ? `func-${bot}-abcdefgh` : `func-${bot}-demo-abcdefgh`;
      host[kind] = `${app}.azurewebsites.net`;
      resources().push(idOf(group, 'Microsoft.Web/sites', app));
      const outputs = {
        functionAppName: app,
        hostName: host[kind],
        botName: `bot-${bot}-abcdefgh`,
      };
      return {
        name,
        properties: {
          provisioningState: 'Succeeded',
          outputs: Object.fromEntries(
            Object.entries(outputs).map(([key, text]) => [key, { type: 'String', value: text }]),
          ),
        },
      };
    }
    if (line.startsWith('deployment group cancel')) {
      throw new AzError('The deployment is not in progress.', 'DeploymentCannotBeCancelled');
    }
    if (line.startsWith('functionapp deployment source config-zip')) {
      await world.publish?.(name.includes('-demo-') ? 'workspace' : 'bot', value('--src'));
      return { active: true, complete: true, deployer: 'az_cli_functions', status: 4 };
    }
    if (line.startsWith('functionapp restart')) return world.restart?.();
    if (line.startsWith('functionapp keys list')) {
      return {
        functionKeys: { default: theFunctionKey },
        masterKey: 'the-master-key',
        systemKeys: {},
      };
    }
    if (line.includes('listChannelWithKeys')) {
      const site = { siteName: 'Default Site', key: directLineKey, key2: 'other', isEnabled: true };
      return { resource: { properties: {} }, setting: { sites: [site] } };
    }
    if (line.startsWith('monitor log-analytics workspace list')) {
      const bot = [...deployed.values()][0]?.['BOT_NAME'];
      return [
        { name: 'another', customerId: 'no' },
        { name: `log-${bot}`, customerId: '0c3d9a52-0000-4000-8000-8d1f5f6b7c21' },
      ];
    }
    if (line.includes('api.loganalytics.io')) {
      const body = JSON.parse(await readFile(value('--body').slice(1), 'utf8'));
      const row = world.query?.(body.query) ?? {};
      if (typeof row === 'string') throw explainAzFailure(args, row);
      const columns = Object.keys(row).map((column) => ({ name: column, type: 'long' }));
      const rows = columns.length > 0 ? [Object.values(row)] : [];
      return { tables: [{ name: 'PrimaryResult', columns, rows }] };
    }
    if (line.startsWith('keyvault list')) {
      return [...new Set([...deployed.values()].map((each) => each['BOT_NAME']))].map((bot) => ({
        name: `kv-${bot}-abcdefgh`,
        location: 'westeurope',
      }));
    }
    if (line.startsWith('keyvault purge')) return undefined;
    throw new Error(`The double doesn’t know az ${line}`);
  };

  return {
    calls,
    groups,
    host,
    fail: (command, stderr, times = 1) => faults.push({ command, stderr, left: times }),
    az: async (args, { env = {}, signal } = {}) => {
      signal?.throwIfAborted();
      const call = { args, line: args.join(' '), env };
      calls.push(call);
      const fault = faults.find(({ command, left }) => left > 0 && matches(call.line, command));
      if (fault) {
        fault.left -= 1;
        throw explainAzFailure(args, fault.stderr);
      }
      return answer(call, signal);
    },
  };
}

const matches = (line: string, command: string | RegExp) =>
  typeof command === 'string' ? line.startsWith(command) : command.test(line);
