import type { ErrorCode } from '../../../common/errors.ts';
import type { Question } from '../../question.ts';
import type { PauseReason } from '../../subscription.ts';

export type OwnerReason = Exclude<PauseReason, 'owner'>;

/** What only concerns the owner where they ask as themselves: otherwise it's the bot that has no access. */
const ofWhoeverAsks: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'endpoint-forbidden',
  'genie-forbidden',
  'genie-not-found',
  'no-space',
]);

/** What a failed run says about its owner, if anything. */
export function ownerReasonOf(
  { failure, answerActivityId, place }: Pick<Question, 'failure' | 'answerActivityId' | 'place'>,
  { arePersonal }: { arePersonal: boolean },
): OwnerReason | undefined {
  switch (failure?.code) {
    // If they could be told even that, they are there. On the chat page, the answer is in its chat all the same, and the
    // channel loses conversations that were closed long ago.
    case 'undeliverable':
      return answerActivityId === undefined && !place.visitor ? 'gone' : undefined;
    case 'sign-in-refused':
      return 'access';
    default:
      return failure && arePersonal && ofWhoeverAsks.has(failure.code) ? 'access' : undefined;
  }
}
