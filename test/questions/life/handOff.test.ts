import { expect, it } from 'vitest';
import { aPlace } from '../../support/aPlace.ts';
import { openStage } from './simulation/stage.ts';

it.each([0, 500, 1_000, 2_000, 4_000])(
  'the next question is asked as soon as the one before has ended, though the channel takes %i ms to say that it waits',
  async (sayingMs) => {
    const { world, instance, ask, pass } = openStage(2_000, {
      prepare: ({ courier, clock }) => {
        courier.showProgress = async (_question, { status }) => {
          if (status === 'WAITING_FOR_TURN') await clock.sleep(sayingMs);
          return undefined;
        };
      },
    });
    await ask();
    await pass(1_000);
    const saidAt = world.clock.now() + sayingMs;
    void instance.accept({ place: aPlace(), activityId: 'next', text: 'next' });
    await pass(8_000);
    const [first, second] = world.asked;
    // Long before a watchdog looks.
    expect(second?.askedAt).toBeLessThanOrEqual(Math.max(first?.doneAt ?? 0, saidAt) + 2_000);
  },
);
