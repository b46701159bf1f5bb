import { parseArgs } from 'node:util';
import { UsageError } from '../cli/runCli.ts';

const usage = `Usage: npm run sso-app -- --resource-group rg-genie [options]

Creates the app in Microsoft Entra ID that people sign in to, so that Genie is asked with their own rights; or brings
one that is there up to date. With --chat-page, it lets people sign in to the chat page instead, with the same app.
Sign in first: az login. docs/sign-in.md and docs/chat-page.md have all the steps.

  --resource-group rg-genie   where the bot is deployed
  --deployment genie          the name of its deployment
  --bot-app-id <GUID>         the bot’s app ID, instead of the two above
  --app-id <GUID>             an app that you have already; what it has stays
  --name "Genie sign-in"      the name of a new app, which people see when they sign in
  --identifier-uri <URI>      the Application ID URI; the default is api://botid-<the bot’s app ID>
  --unique-identifier <ID>    the end of the credential’s subject; the default is the bot’s app ID
  --chat-page <host>          the chat page’s host, such as func-genie-….azurewebsites.net; again for another one
  --federation                for Databricks on AWS or Google Cloud
  --admin-consent             also gives the app consent for everyone, which takes an admin
  --dry-run                   shows what it would do, and changes nothing
`;

export interface SsoAppArguments {
  /** Where the bot’s app ID is read from. */
  bot: { appId: string } | { resourceGroup: string; deployment: string };
  appId: string | undefined;
  name: string;
  identifierUri: string | undefined;
  uniqueIdentifier: string | undefined;
  /** Hosts of the chat page. None: the app is for asking Genie as each person. */
  pageHosts: string[];
  federation: boolean;
  adminConsent: boolean;
  dryRun: boolean;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws UsageError for anything it doesn't know */
export function readSsoAppArguments(args: readonly string[]): SsoAppArguments {
  const values = parse(args);
  const checked = (option: keyof typeof values, pattern: RegExp, what: string) => {
    const value = values[option];
    if (typeof value !== 'string') return undefined;
    if (!pattern.test(value)) throw new UsageError(`--${option} must be ${what}, not ${value}.`);
    return value;
  };
  const botAppId = checked('bot-app-id', guid, 'a GUID');
  const resourceGroup = checked('resource-group', /^[\w(][\w.()-]{0,88}[\w()-]$/, 'a name');
  const deployment = checked('deployment', /^\w[\w.()-]{0,63}$/, 'a name') ?? 'genie';
  if ((botAppId === undefined) === (resourceGroup === undefined)) throw new UsageError(usage);
  return {
    bot: botAppId
      ? { appId: botAppId.toLowerCase() }
      : { resourceGroup: resourceGroup ?? '', deployment },
    appId: checked('app-id', guid, 'a GUID')?.toLowerCase(),
    name: checked('name', /^\S[^\n]{0,119}$/, 'up to 120 characters') ?? 'Genie sign-in',
    identifierUri: checked('identifier-uri', /^api:\/\/[\w.:/-]{1,200}$/, 'like api://…/botid-…'),
    uniqueIdentifier: checked('unique-identifier', /^[\w-]{1,100}$/, 'letters, digits, - and _'),
    pageHosts: readPageHosts(values),
    federation: values.federation,
    adminConsent: values['admin-consent'],
    dryRun: values['dry-run'],
  };
}

function readPageHosts(values: ReturnType<typeof parse>): string[] {
  const hosts = values['chat-page'].map((host) => host.toLowerCase());
  const wrong = hosts.find((host) => !isHostName(host));
  if (wrong !== undefined) throw new UsageError(`--chat-page must be a host name, not ${wrong}.`);
  const others = ['identifier-uri', 'unique-identifier', 'federation'] as const;
  const other = others.find((option) => values[option]);
  if (hosts.length > 0 && other) {
    throw new UsageError(
      `--${other} isn’t for the chat page. Run the command twice: with it, and with --chat-page.`,
    );
  }
  return [...new Set(hosts)];
}

function isHostName(text: string): boolean {
  const labels = text.split('.');
  const isComplete = labels.length > 1 && labels.every((label) => label !== '');
  return isComplete && URL.parse(`https://${text}`)?.hostname === text;
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'resource-group': { type: 'string', short: 'g' },
        deployment: { type: 'string' },
        'bot-app-id': { type: 'string' },
        'app-id': { type: 'string' },
        name: { type: 'string' },
        'identifier-uri': { type: 'string' },
        'unique-identifier': { type: 'string' },
        'chat-page': { type: 'string', multiple: true, default: [] },
        federation: { type: 'boolean', default: false },
        'admin-consent': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
