import type { Plan } from './plan.ts';
import type { SetUp } from './setUpSsoApp.ts';
import { sharedApp } from './sharedApp.ts';

/** What to do with the app: settings for `infra/main.bicepparam` and the Teams package, and what an admin does. */
export function nextSteps({ plan, appId, consent }: SetUp): string {
  const steps = plan.pageHosts.length > 0 ? pageSteps(plan, appId) : signInSteps(plan, appId);
  return [...steps, ...(consent === 'given' ? [] : ['', ...adminsPart(appId)])].join('\n');
}

function pageSteps({ pageHosts }: Plan, appId: string): string[] {
  return [
    'Set these, then deploy infra/main.bicepparam:',
    '',
    '  export CHAT_PAGE=true',
    `  export CHAT_PAGE_CLIENT_ID=${appId}`,
    '',
    `The page is then at https://${pageHosts[0]}/api/chat.`,
  ];
}

function signInSteps(plan: Plan, appId: string): string[] {
  const { botAppId, identifierUri, uniqueIdentifier, federation } = plan;
  const settings = [
    'GENIE_IDENTITY=person',
    `SSO_APP_ID=${appId}`,
    ...(identifierUri === `api://botid-${botAppId}` ? [] : [`SSO_IDENTIFIER_URI=${identifierUri}`]),
    ...(uniqueIdentifier === botAppId ? [] : [`SSO_UNIQUE_IDENTIFIER=${uniqueIdentifier}`]),
    ...(federation ? ['DATABRICKS_TOKEN_EXCHANGE=federation'] : []),
  ];
  return [
    'Set these, then deploy infra/main.bicepparam and make the Teams package again:',
    '',
    ...settings.map((each) => `  export ${each}`),
    ...(federation ? ['', ...databricksPolicy(plan.tenantId, appId)] : []),
  ];
}

/** For an admin of the Databricks account, whose people it lets in. */
function databricksPolicy(tenantId: string, appId: string): string[] {
  const policy = {
    oidc_policy: {
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      audiences: [appId],
      subject_claim: sharedApp.federatedClaim,
    },
  };
  return [
    'An admin of the Databricks account then lets people in with their Entra tokens:',
    '',
    `  databricks account federation-policy create --json '${JSON.stringify(policy)}'`,
  ];
}

const adminsPart = (appId: string) => [
  'Until an admin gives consent for everyone, each person is asked for theirs, if your tenant allows it:',
  '',
  `  az ad app permission admin-consent --id ${appId}`,
];
