import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { spaceChosenCard } from '../../cards/talk/spaceChosenCard.ts';
import type { Place } from '../../questions/place.ts';
import { chooseSpace } from '../../questions/sessions/chooseSpace.ts';
import { shareSpace } from '../../questions/sessions/shareSpace.ts';
import type { BotDeps } from '../deps.ts';
import { describeSpaceOf } from '../messages/describeSpaceOf.ts';
import { listAllowedSpaces } from '../messages/listAllowedSpaces.ts';
import { mayShareSpace } from '../people/isAdmin.ts';
import { readerOf } from '../readerOf.ts';

/** Chooses a space for the place's user, or for the whole channel, and confirms it. */
export async function submitSpace(
  { action, space: spaceId }: Extract<CardSubmit, { action: 'space' | 'share-space' }>,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { channel, log } = deps;
  const reader = readerOf(place, deps);
  const { spaces, adminsOnly } = reader.texts.firstSteps;
  const space = (await listAllowedSpaces(deps)).find(({ id }) => id === spaceId);
  if (space === undefined) {
    await channel.post(place, { text: spaces.gone });
    return;
  }
  if (action === 'space') {
    const isChanged = await chooseSpace(spaceId, place, deps);
    const { sampleQuestions } = await describeSpaceOf(place, deps);
    const view = { ...reader, title: space.title, isChanged, sampleQuestions };
    await channel.post(place, spaceChosenCard(view));
    return;
  }
  if (!(await mayShareSpace(place, deps)) || !(await shareSpace(spaceId, place, deps))) {
    await channel.post(place, { text: adminsOnly.change });
    return;
  }
  log.info('space.shared', { spaceId, user: place.user.aadObjectId });
  await channel.post(place, { text: spaces.setForChannel });
}
