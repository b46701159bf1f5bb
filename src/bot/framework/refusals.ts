import type { CourierErrorKind } from '../../questions/ports.ts';
import { lettersOf } from './lettersOf.ts';

/** Some refusals that mean the same to us, by HTTP status or by how the channel names them. */
interface Refusal {
  kind: CourierErrorKind;
  statuses: readonly number[];
  /** Error codes, or words of the message. They count with any 4xx, because channels differ in the status. */
  names: readonly string[];
}

/**
 * What the channel's refusals mean, by what they are about. `docs/design.md` has the same table, with the reasons. Names
 * go before statuses. Any other 3xx is `later`, any other 4xx `unfit`, and whatever is left `unsure`.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
 */
export const refusals: readonly Refusal[] = [
  {
    kind: 'refused',
    statuses: [404, 410, 451],
    names: [
      'BotDisabledByAdmin',
      'BotNotInConversationRoster',
      'part of the conversation roster',
      'ConversationBlockedByUser',
      'User blocked the conversation',
      'ConversationNotFound',
      'ForbiddenOperationException',
      'MessageWritesBlocked',
      'NotEnoughPermissions',
    ],
  },
  { kind: 'too-large', statuses: [413], names: ['MessageSizeTooBig', 'Message size too large'] },
  {
    kind: 'later',
    statuses: [401, 402, 403, 407, 412, 421, 423, 424, 425, 429, 502, 503, 504],
    names: [],
  },
  {
    kind: 'unfit',
    statuses: [400, 405, 406, 409, 411, 414, 415, 416, 417, 422, 428, 431, 501],
    names: [],
  },
  { kind: 'unsure', statuses: [408, 500], names: [] },
];

/**
 * What a refusal means.
 *
 * @param words everything that the channel said about it
 */
export function kindOfRefusal(status: number, words: string): CourierErrorKind {
  const byStatus = refusals.find(({ statuses }) => statuses.includes(status))?.kind;
  const isCertain = status >= 400 && status < 500 && byStatus !== 'unsure';
  const said = lettersOf(words);
  const named = refusals.find(({ names }) => names.some((name) => said.includes(lettersOf(name))));
  return (isCertain ? named?.kind : undefined) ?? byStatus ?? kindOfClass(status);
}

function kindOfClass(status: number): CourierErrorKind {
  if (status >= 300 && status < 400) return 'later';
  return status >= 400 && status < 500 ? 'unfit' : 'unsure';
}
