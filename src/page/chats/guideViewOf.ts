import { describeSpaceOf } from '../../bot/messages/describeSpaceOf.ts';
import { asAsker } from '../../questions/deps.ts';
import type { GuideView } from '../guide/createGuide.ts';
import type { PageRequest } from '../route.ts';
import type { ChatRoutesDeps } from './chatRoutesDeps.ts';
import { placeOfVisitor } from './placeOfVisitor.ts';

/**
 * What a guide to asking says of the space that a chat of the visitor asks; without a chat, the samples in the settings.
 *
 * @throws PageError 404 for a chat that isn't theirs
 */
export async function guideViewOf(
  exchange: PageRequest,
  chatId: string | undefined,
  deps: ChatRoutesDeps,
): Promise<GuideView> {
  if (chatId === undefined) return { samples: deps.sampleQuestions };
  const place = await placeOfVisitor(chatId, exchange, deps);
  const { space, sampleQuestions } = await describeSpaceOf(place, asAsker(place, deps));
  return { samples: sampleQuestions, ...(space && { spaceTitle: space.title }) };
}
