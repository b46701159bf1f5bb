import type { RefusalDetail } from '../../genie/errors.ts';
import type { FailureKind } from '../../genie/failureKinds.ts';
import type { FailureText } from '../failureText.ts';

/** What is said of failures instead that Databricks or Genie tells more about. */
export function failureDetails() {
  return { byRefusal, byGenieFailure };
}

/** What Databricks keeps the bot out of, or why. */
const byRefusal: Readonly<Record<RefusalDetail, FailureText>> = {
  address: { what: 'Databricks doesn’t let this bot in from its IP address.' },
  permissions: {
    what: 'This bot doesn’t have permission to use Genie: it can’t see the data this needs.',
  },
  'private-link': {
    what: 'This Databricks workspace lets nobody in from outside its private network.',
  },
  scope: { what: 'This bot’s Databricks credentials don’t include Genie.' },
  'space-access': {
    what: 'This bot doesn’t have permission to use Genie: it can’t use the Genie space.',
  },
  'warehouse-access': {
    what: 'This bot doesn’t have permission to use Genie: it can’t use the SQL warehouse.',
  },
  'workspace-access': {
    what: 'This bot doesn’t have permission to use Genie: it can’t use the Databricks workspace.',
  },
};

/** Why Genie itself failed. */
const byGenieFailure: Readonly<Record<Exclude<FailureKind, 'unknown'>, FailureText>> = {
  transient: {
    what: 'Genie ran into an internal problem.',
    advice: 'Please try again in a moment.',
  },
  admin: { what: 'Genie is turned off or out of budget in this workspace.' },
  permissions: {
    what: 'Genie doesn’t have access to the data this question needs (the tables or the SQL warehouse).',
  },
  'workspace-access': {
    what: 'This bot doesn’t have permission to use Genie: it can’t use the Databricks workspace.',
  },
  'space-access': {
    what: 'This bot doesn’t have permission to use Genie: it can’t use the Genie space.',
  },
  'warehouse-access': {
    what: 'Genie doesn’t have access to the data this question needs: it can’t use the SQL warehouse.',
  },
  warehouse: {
    what: 'The SQL warehouse that Genie uses isn’t available: it’s stopped, deleted or over its quota.',
  },
  space: { what: 'The Genie space isn’t set up correctly.' },
  'too-long': {
    what: 'This conversation has become too long for Genie.',
    advice: 'Type “reset” to start a new conversation, and ask for less at a time.',
  },
  'sql-too-long': {
    what: 'Genie’s query for this question is too long to run.',
    advice: 'Please ask for less at a time.',
  },
  'content-policy': {
    what: 'Genie declined this question because of its content policy.',
    advice: 'Please rephrase it.',
  },
  rephrase: {
    what: 'Genie couldn’t write a query for this question.',
    advice: 'Try rephrasing it: say what to measure, for which period, and how to group it.',
  },
  'query-failed': {
    what: 'Genie wrote a query for this question, but it failed.',
    advice: 'Rephrasing the question often helps.',
  },
  concurrency: {
    what: 'Genie was still answering another question in this conversation.',
    advice: 'Please try again in a moment.',
  },
  cancelled: { what: 'This question was cancelled in Genie.' },
  'start-anew': {
    what: 'Genie can’t continue this conversation.',
    advice: 'Type “reset” to start a new one, then ask again.',
  },
};
