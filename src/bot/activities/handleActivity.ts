import type { Activity } from '../activityShape.ts';
import { rateFromTeams } from '../clicks/rateFromTeams.ts';
import type { BotDeps } from '../deps.ts';
import { admitPerson } from '../gate/admitPerson.ts';
import { placeOf } from '../place.ts';
import type { InvokeResponse } from '../ports.ts';
import { goodbye } from './goodbye.ts';
import { handleMessage } from './handleMessage.ts';
import { noticeEdit } from './noticeEdit.ts';
import { noticeOwnChat } from './noticeOwnChat.ts';
import { welcome } from './welcome.ts';

/**
 * Does what an activity asks for. A question goes into the queue once Genie has it. Anything read from Genie here must
 * take only seconds, because the channel soon gives up and redelivers. An unknown invoke is answered with 501;
 * reactions, typing, events and deleted messages are ignored.
 */
export async function handleActivity(
  activity: Activity,
  deps: BotDeps,
): Promise<InvokeResponse | undefined> {
  const place = placeOf(activity);
  if (place === undefined) return undefined;
  if (!(await admitPerson(activity, place, deps))) return { status: 403 };
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
    case 'invoke':
      if (activity.name !== 'message/submitAction') return undefined;
      await rateFromTeams(activity, place, deps);
      return { status: 200, body: {} };
    default:
      return undefined;
  }
}
