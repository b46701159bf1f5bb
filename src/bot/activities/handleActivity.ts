import { asAsker } from '../../questions/deps.ts';
import type { Activity } from '../activityShape.ts';
import { rateFromTeams } from '../clicks/rateFromTeams.ts';
import type { BotDeps } from '../deps.ts';
import { admitPerson } from '../gate/admitPerson.ts';
import { placeOf } from '../place.ts';
import type { InvokeResponse } from '../ports.ts';
import { isSignInInvoke, takeSignInInvoke } from '../signIn/takeSignInInvoke.ts';
import { takeTokenEvent } from '../signIn/takeTokenEvent.ts';
import { askToReload } from './askToReload.ts';
import { goodbye } from './goodbye.ts';
import { handleMessage } from './handleMessage.ts';
import { noticeEdit } from './noticeEdit.ts';
import { noticeOwnChat } from './noticeOwnChat.ts';
import { readAsBefore } from './readAsBefore.ts';
import { welcome } from './welcome.ts';

/**
 * Does what an activity asks for. A question goes into the queue once Genie has it. Anything read from Genie here must
 * take only seconds, because the channel soon gives up and redelivers. An unknown invoke is answered with 501;
 * reactions, typing, other events and deleted messages are ignored.
 */
export async function handleActivity(
  activity: Activity,
  unbound: BotDeps,
): Promise<InvokeResponse | undefined> {
  const writtenPlace = placeOf(activity);
  if (writtenPlace === undefined) return undefined;
  const { place: namedPlace, isOver } = await unbound.findVisitor(writtenPlace, activity.type);
  if (isOver) {
    await askToReload(activity, namedPlace, unbound);
    return undefined;
  }
  const deps = asAsker(namedPlace, unbound);
  if (!(await admitPerson(activity, namedPlace, deps))) return { status: 403 };
  const place = await readAsBefore(activity, namedPlace, deps);
  await noticeOwnChat(activity, place, deps);
  switch (activity.type) {
    case 'message':
      await handleMessage(activity, place, deps);
      return undefined;
    case 'messageUpdate':
      await noticeEdit(activity, place, deps);
      return undefined;
    case 'conversationUpdate':
      await welcome(activity, place, deps);
      return undefined;
    case 'installationUpdate':
      await welcome(activity, place, deps);
      await goodbye(activity, place, deps);
      return undefined;
    case 'event':
      if (activity.name === 'tokens/response' && deps.signIn) {
        await takeTokenEvent(place, deps, deps.signIn);
      }
      return undefined;
    case 'invoke':
      if (isSignInInvoke(activity)) return takeSignInInvoke(activity, place, deps);
      if (activity.name !== 'message/submitAction') return undefined;
      await rateFromTeams(activity, place, deps);
      return { status: 200, body: {} };
    default:
      return undefined;
  }
}
