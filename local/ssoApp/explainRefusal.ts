import { AzError } from '../verify/az/az.ts';
import type { Plan } from './plan.ts';
import { sharedApp } from './sharedApp.ts';

interface Refusal {
  isMet: RegExp;
  advice: (plan: Plan) => string;
}

/** What Entra ID refuses, by its code and words, and what to do about it. */
const refusals: readonly Refusal[] = [
  {
    isMet: /identifier ?uri.*(?:polic|verified domain|tenant ID)/i,
    advice: ({ identifierUri, botAppId }) =>
      `A policy of your tenant refuses the Application ID URI ${identifierUri}. Ask an admin to exempt the app, or take a domain that the tenant has verified: --identifier-uri api://<domain>/botid-${botAppId} (docs/sign-in.md).`,
  },
  {
    isMet:
      /identifierUris? (?:already exists|.*same value)|same value for property identifierUris/i,
    advice: ({ identifierUri }) =>
      `Another app of your tenant has the URI ${identifierUri}. Name that app with --app-id, or choose another --identifier-uri.`,
  },
  {
    isMet: /permission id.*(?:cannot|can[’']t|could not) be found/i,
    advice: () =>
      'Entra ID hasn’t seen the new permission yet. Run the same command again in a minute.',
  },
  {
    isMet: /AADSTS650052|service principal.*(?:2ff814a6|Databricks)/i,
    advice: () =>
      `Your tenant doesn’t know Azure Databricks. Run az ad sp create --id ${sharedApp.databricks.resourceAppId}, then this again. If your workspace is on AWS or Google Cloud, use --federation.`,
  },
  {
    isMet: /AADSTS65001|consent_required|consent.*(?:admin|administrator)/i,
    advice: () => adminsConsent,
  },
  {
    isMet: /^Request_ResourceNotFound/,
    advice: () =>
      'Entra ID needs some time for what is new. Run the same command again in a minute.',
  },
];

const adminsConsent =
  'The consent takes an admin: a Cloud Application Administrator, Application Administrator or Global Administrator.';

/** Adds to a refusal what the person can do about it. */
export function explainRefusal(error: AzError, plan: Plan): AzError {
  const known = refusals.find(({ isMet }) => isMet.test(`${error.code} ${error.message}`));
  if (!known) return error;
  return new AzError(`${known.advice(plan)}\n  (${error.message})`, error.code, { cause: error });
}
