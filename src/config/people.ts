import type { BotIdentity } from './botIdentity.ts';
import type { Settings } from './settings.ts';

/** Who can talk to the bot. A list that is absent lets everyone in. */
export interface PeopleRules {
  /** Entra tenants, in lower case. */
  tenants?: readonly string[];
  /** Entra object ids, in lower case. Only Teams vouches for them, so people elsewhere are kept out. */
  users?: readonly string[];
  /** Whether guests of the tenant can. */
  guests: boolean;
  /**
   * The tenant, in lower case, whose email addresses identify people: in another tenant, its own admins give them out.
   * `*` on a laptop. Absent: no address identifies anyone.
   */
  emailTenant?: string;
}

const everyone = '*';

/**
 * Reads `ALLOWED_TENANTS` (default: the bot's own; `*` for all), `ALLOWED_USERS` and `ALLOW_GUESTS`. A bot for this
 * machine alone has no tenant, and lets everyone in unless told otherwise.
 */
export function readPeopleRules(settings: Settings, identity: BotIdentity): PeopleRules {
  const own = 'tenantId' in identity ? identity.tenantId : undefined;
  const listed = readGuids('ALLOWED_TENANTS', settings, [everyone]);
  const tenants = listed.length > 0 ? listed : own ? [own] : [];
  if (tenants.length === 0 && identity.kind === 'MultiTenant') {
    settings.problem(
      'ALLOWED_TENANTS is missing: MultiTenant needs it, or everybody in Teams could ask (* says that they may)',
    );
  }
  const users = readGuids('ALLOWED_USERS', settings);
  const emailTenant = identity.kind === 'none' ? everyone : own?.toLowerCase();
  return {
    ...(tenants.length > 0 && !tenants.includes(everyone) && { tenants: tenants.map(lower) }),
    ...(users.length > 0 && { users: users.map(lower) }),
    guests: settings.flag('ALLOW_GUESTS', identity.kind === 'none'),
    ...(emailTenant && { emailTenant }),
  };
}

/** An email address or a domain would match no one, and lock everyone out. */
function readGuids(name: string, settings: Settings, besides: readonly string[] = []): string[] {
  const listed = settings.list(name);
  const isGuid = (text: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
  if (!listed.every((item) => isGuid(item) || besides.includes(item))) {
    settings.problem(
      `${name} must list ids of Entra, such as 5d0f8a0e-9a3c-4b1e-8c55-1f2e3d4c5b6a`,
    );
  }
  return listed;
}

const lower = (text: string) => text.toLowerCase();
