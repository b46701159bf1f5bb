import type { Visit } from './chat.ts';
import type { Visitor } from './place.ts';

/** Whose visit it is. A place is stored: nothing else of the visit goes with it. */
export function visitorOf({ chatId, email, tenantId, isGuest }: Visit): Visitor {
  return {
    chatId,
    ...(email && { email }),
    ...(tenantId && { tenantId }),
    ...(isGuest !== undefined && { isGuest }),
  };
}
