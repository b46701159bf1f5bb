import { codeOf, detailOf } from '../common/errors.ts';
import type { Place } from '../questions/place.ts';
import { hasToken } from '../questions/signIn.ts';
import type { PersonTokens } from './personTokens.ts';
import type { Person } from './readPerson.ts';

/**
 * As whom a place's user is signed in, if they are.
 *
 * @throws AppError `sign-in-unavailable` if that can't be found out now; `sign-in-refused` if Databricks doesn't know them
 */
export async function describeSignIn(
  place: Place,
  { tokens }: { tokens: PersonTokens },
): Promise<{ person?: Person; hasToken: boolean }> {
  try {
    const { person } = await tokens.get(place, 0);
    return { person, hasToken: true };
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'sign-in-required' && code !== 'sign-in-mismatch') throw error;
    return { hasToken: detailOf(error) === hasToken };
  }
}
