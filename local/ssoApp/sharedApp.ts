import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What every such app has: `infra/sso-app/app.json`, which the template reads, too. */
interface SharedApp {
  redirectUri: string;
  scope: Scope;
  clients: { name: string; appId: string }[];
  graph: Resource;
  databricks: Resource;
  /** What a federation policy of Databricks finds people by. */
  federatedClaim: string;
  credential: Credential & { tokenServiceAppId: string };
  page: {
    /** Where Easy Auth gets people back. */
    callback: string;
    /** Says of a person whether they're a guest. */
    guestClaim: string;
    credential: Credential;
  };
}

interface Credential {
  name: string;
  description: string;
  audience: string;
}

/** A permission that the app offers. */
export interface Scope {
  id: string;
  value: string;
}

interface Resource {
  resourceAppId: string;
  scopes: { name: string; id: string }[];
}

const file = join(import.meta.dirname, '..', '..', 'infra', 'sso-app', 'app.json');

export const sharedApp: SharedApp = JSON.parse(readFileSync(file, 'utf8'));
