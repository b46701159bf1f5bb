import { codeOf } from '../../common/errors.ts';
import { newChatId } from '../../questions/ids.ts';
import { type Place, pageChannelIds } from '../../questions/place.ts';
import { tokenOwnerOf } from '../../signIn/personTokens.ts';
import type { BotDeps } from '../deps.ts';
import { acceptToken } from '../signIn/acceptToken.ts';

/** Who they are, and how the channel calls them. */
type Visitor = Pick<Place, 'user'> & { owner: string };

/**
 * Signs a visitor of our page in to Databricks with the token that they have for this app, so that they never see a card
 * to sign in. Best effort: who isn't signed in is asked to, once they want something.
 */
export async function signInVisitor(
  token: string,
  { user, owner }: Visitor,
  deps: BotDeps,
): Promise<void> {
  const { signIn } = deps;
  if (signIn === undefined) return;
  const signInAt = async (channelId: string) => {
    const place: Place = {
      channelId,
      serviceUrl: '',
      conversation: { id: '' },
      user,
      bot: { id: '' },
      // Whichever chat it is: they sign in for all.
      visitor: { chatId: newChatId(owner) },
    };
    try {
      const issued = await signIn.service.exchange(tokenOwnerOf(place), token);
      if ('refusal' in issued) {
        deps.log.warn('signIn.notExchanged', { channelId, failureDetail: issued.refusal });
        return;
      }
      await acceptToken(issued.token, place, deps);
    } catch (error) {
      deps.log.warn('signIn.notExchanged', { channelId, code: codeOf(error), error });
    }
  };
  // A secret of Direct Line's can be one of Web Chat's: as which its conversations come isn't known before.
  await Promise.all(pageChannelIds.map(signInAt));
}
