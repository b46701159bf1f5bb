import type { ErrorCode } from '../../common/errors.ts';
import type { AccessDetail } from '../../genie/missingAccess.ts';
import { adminOnly, type FailureWords, noWayOn } from './waysOn.ts';

/** None of them names a space: its title is for those who can see it. */
const wordsByAccess: Readonly<Record<AccessDetail, FailureWords>> = {
  permissions: {
    what: 'You don’t have access to all the data this question needs.',
    advice: 'Please ask the owner of the data for access, or ask about something else.',
    ...noWayOn,
  },
  'space-access': {
    what: 'You don’t have access to this Genie space.',
    advice: 'Its owner can share it with you.',
    ...adminOnly,
  },
  'warehouse-access': {
    what: 'Genie can’t use the SQL warehouse of this space.',
    advice: 'That isn’t about your rights: the space’s owner has to choose a warehouse that works.',
    ...adminOnly,
  },
  'workspace-access': {
    what: 'You don’t have access to the Databricks workspace, or to Databricks SQL in it.',
    advice: 'Please ask your Databricks admin for both.',
    ...noWayOn,
  },
};

/** What is otherwise said of the bot. */
const wordsByCode: Partial<Readonly<Record<ErrorCode, FailureWords>>> = {
  'genie-forbidden': {
    what: 'You don’t have permission to use Genie here.',
    advice: 'You need access to the Databricks workspace and to its Genie space.',
    ...adminOnly,
  },
  'genie-not-found': {
    what: 'You don’t have access to this Genie space, or it no longer exists.',
    advice: 'Its owner can share it with you.',
    ...adminOnly,
  },
  'genie-sign-in': {
    what: 'Databricks showed its sign-in page instead of answering.',
    ...adminOnly,
  },
  'genie-unauthorized': {
    what: 'Databricks didn’t accept your sign-in.',
    advice:
      'Type “sign out” and ask again. If that doesn’t help, ask your Databricks admin for access to the workspace.',
    ...noWayOn,
  },
  'no-space': {
    what: 'You don’t have access to any Genie space.',
    advice: 'The owner of a space can share it with you.',
    ...adminOnly,
  },
};

const scope: FailureWords = {
  what: 'Your sign-in doesn’t include access to Genie.',
  ...adminOnly,
};

/** What the rights of the person who asks are said to lack; `undefined` if the failure isn't about them. */
export function personWords(code: ErrorCode, detail: string): FailureWords | undefined {
  const isAccess = code === 'genie-forbidden' || code === 'genie-failed';
  if (isAccess && isAccessDetail(detail)) return wordsByAccess[detail];
  if (code !== 'genie-forbidden') return wordsByCode[code];
  if (detail === 'scope') return scope;
  // Where a request comes from is the bot's matter, no matter whose rights it carries.
  return detail === 'address' || detail === 'private-link' ? undefined : wordsByCode[code];
}

function isAccessDetail(detail: string): detail is AccessDetail {
  return Object.hasOwn(wordsByAccess, detail);
}
