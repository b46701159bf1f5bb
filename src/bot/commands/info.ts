import { infoCard } from '../../cards/talk/infoCard.ts';
import { version } from '../../common/version.ts';
import { isEndpoint } from '../../questions/endpoint.ts';
import { describeSpaceOf } from '../messages/describeSpaceOf.ts';
import { identityOf } from '../messages/identityOf.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

export const info: Command = {
  name: 'info',
  async reply(place, deps) {
    const { space } = await describeSpaceOf(place, deps);
    const ofEndpoint = isEndpoint(space?.id);
    return infoCard({
      ...readerOf(place, deps),
      ...(space && { space, isEndpoint: ofEndpoint }),
      sendsEmail: deps.settings.prependUserEmail,
      sendsRatings: deps.genieFeedback,
      sessionHours: deps.sessionIdleMs / 3_600_000,
      adminContact: deps.adminContact,
      version,
      ...(!ofEndpoint && { identity: await identityOf(place, deps) }),
      demo: deps.isDemo,
    });
  },
};
