import { AppError } from '../../../src/common/errors.ts';
import { type Env, readSettings } from '../../../src/config/settings.ts';

/** A Teams app manifest, as JSON. */
export type Manifest = Record<string, unknown>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hostName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const applicationIdUri = /^api:\/\/[\w.:/-]+$/;

/** Where people sign in if Teams can't do it silently: the Bot Framework's page. */
const signInHost = 'token.botframework.com';

/**
 * Fills the placeholders `${{NAME}}` of the manifest from the settings: `MicrosoftAppId` and `BOT_HOST`, which the
 * deployment outputs, and what a company wants to say about itself.
 *
 * @param template the text of `infra/teams/manifest.json`
 * @throws AppError `config` that names every setting that is missing or wrong
 */
export function fillManifest(template: string, env: Env, version: string): Manifest {
  const settings = readSettings(env);
  const checked = (pattern: RegExp, what: string, ...names: string[]) => {
    const value = settings.text(...names) ?? '';
    if (!pattern.test(value)) settings.problem(`${names[0]} must be ${what}`);
    return value;
  };
  const botId = checked(guid, 'the app ID of the bot, a GUID', 'MicrosoftAppId', 'APP_ID');
  const host = checked(hostName, 'the host name of the function app', 'BOT_HOST');
  const asksAsPerson = settings.text('GENIE_IDENTITY')?.toLowerCase() === 'person';
  const ssoAppId =
    (asksAsPerson || settings.text('SSO_APP_ID')) &&
    checked(guid, 'the client ID of the app that people sign in to, a GUID', 'SSO_APP_ID');
  const resource =
    settings.text('SSO_IDENTIFIER_URI') &&
    checked(applicationIdUri, 'the Application ID URI of that app', 'SSO_IDENTIFIER_URI');
  if (settings.problems.length > 0) throw new AppError('config', settings.problems.join('\n'));

  const website = settings.text('COMPANY_WEBSITE') ?? `https://${host}`;
  const values: Record<string, string> = {
    VERSION: version,
    BOT_ID: botId,
    BOT_HOST: host,
    BOT_DISPLAY_NAME: nameOf(settings),
    TEAMS_APP_ID: settings.text('TEAMS_APP_ID') ?? botId,
    COMPANY_NAME: settings.text('COMPANY_NAME') ?? 'Our company',
    COMPANY_WEBSITE: website,
    PRIVACY_URL: settings.text('PRIVACY_URL') ?? website,
    TERMS_URL: settings.text('TERMS_URL') ?? website,
  };
  const manifest = fillTemplate(template, values);
  return ssoAppId
    ? withSignIn(manifest, ssoAppId, resource || `api://botid-${botId.toLowerCase()}`)
    : manifest;
}

/** Lets Teams sign people in. `resource` must be the app's URI and the connection's token exchange URL, to the letter. */
function withSignIn(manifest: Manifest, id: string, resource: string): Manifest {
  const validDomains = [...(manifest['validDomains'] as string[]), signInHost];
  return { ...manifest, validDomains, webApplicationInfo: { id, resource } };
}

/** Fills the texts of the manifest in another language: a file of `infra/teams/languages`. */
export function fillLanguage(template: string, env: Env): Manifest {
  return fillTemplate(template, { BOT_DISPLAY_NAME: nameOf(readSettings(env)) });
}

function nameOf(settings: ReturnType<typeof readSettings>): string {
  return settings.text('BOT_DISPLAY_NAME') ?? 'Genie';
}

/** The template is parsed before it is filled in, so that no value can break out of its string. */
function fillTemplate(template: string, values: Record<string, string>): Manifest {
  return JSON.parse(template, (_key, value) =>
    typeof value === 'string' ? fill(value, values) : value,
  );
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{\{(\w+)\}\}/g, (_placeholder, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`The manifest uses ${name}, but no setting provides it`);
    return value;
  });
}
