import type { AccessDetail } from '../../genie/missingAccess.ts';
import type { FailureText, PersonCode } from '../failureText.ts';

/** What is said instead where Genie answers with the rights of the person who asks, and these are too few. */
export function personFailures() {
  return { byAccess, byCode, scope };
}

/** None of them names a space: its title is for those who can see it. */
const byAccess: Readonly<Record<AccessDetail, FailureText>> = {
  permissions: {
    what: 'You don’t have access to all the data this question needs.',
    advice: 'Please ask the owner of the data for access, or ask about something else.',
  },
  'space-access': {
    what: 'You don’t have access to this Genie space.',
    advice: 'Its owner can share it with you.',
  },
  'warehouse-access': {
    what: 'Genie can’t use the SQL warehouse of this space.',
    advice: 'That isn’t about your rights: the space’s owner has to choose a warehouse that works.',
  },
  'workspace-access': {
    what: 'You don’t have access to the Databricks workspace, or to Databricks SQL in it.',
    advice: 'Please ask your Databricks admin for both.',
  },
};

const byCode: Readonly<Record<PersonCode, FailureText>> = {
  'endpoint-forbidden': {
    what: 'You don’t have permission to use this endpoint.',
    advice: 'Its owner can give you “CAN QUERY”.',
  },
  'endpoint-not-found': {
    what: 'This endpoint doesn’t exist, or you don’t have access to it.',
    advice: 'Its owner can give you “CAN QUERY”.',
  },
  'genie-forbidden': {
    what: 'You don’t have permission to use Genie here.',
    advice: 'You need access to the Databricks workspace and to its Genie space.',
  },
  'genie-not-found': {
    what: 'You don’t have access to this Genie space, or it no longer exists.',
    advice: 'Its owner can share it with you.',
  },
  'genie-sign-in': { what: 'Databricks showed its sign-in page instead of answering.' },
  'genie-unauthorized': {
    what: 'Databricks didn’t accept your sign-in.',
    advice:
      'Type “sign out” and ask again. If that doesn’t help, ask your Databricks admin for access to the workspace.',
  },
  'no-space': {
    what: 'You don’t have access to any Genie space.',
    advice: 'The owner of a space can share it with you.',
  },
};

const scope: FailureText = { what: 'Your sign-in doesn’t include access to Genie.' };
