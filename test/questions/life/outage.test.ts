import { expect, it } from 'vitest';
import { AppError } from '../../../src/common/errors.ts';
import { rateAnswer } from '../../../src/questions/answered/rateAnswer.ts';
import { asAsker } from '../../../src/questions/deps.ts';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { aPlace } from '../../support/aPlace.ts';
import { startInstance } from './simulation/instance.ts';
import { settled } from './simulation/play.ts';
import { openStage } from './simulation/stage.ts';
import type { World } from './simulation/world.ts';

const second = 1_000;
const minute = 60 * second;

type Operation = 'get' | 'insert' | 'replace' | 'delete';

/** The tables refuse these operations as long as `isAway`. */
function deny({ storage }: World, operations: Operation[], isAway: () => boolean): void {
  for (const store of [storage.questions, storage.sessions, storage.budgets, storage.allowances]) {
    const all = store as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const name of operations) {
      const operation = all[name];
      all[name] = async (...args) => {
        if (isAway()) throw new AppError('storage', 'away');
        return operation?.(...args);
      };
    }
  }
}

/** Counts what is sent to the queue. */
function countSent({ storage }: World): { count: number } {
  const sent = { count: 0 };
  const { send } = storage.queue;
  storage.queue.send = (...args) => {
    sent.count += 1;
    return send(...args);
  };
  return sent;
}

it.each<{ what: string; operations: Operation[] }>([
  { what: 'cannot be reached', operations: ['get', 'insert', 'replace', 'delete'] },
  { what: 'accept no writes', operations: ['insert', 'replace', 'delete'] },
])(
  'an answer survives a quarter of an hour in which the tables $what, and the queue stays small',
  async ({ operations }) => {
    let isAway = false;
    let sent = { count: 0 };
    const stage = openStage(20 * second, {
      prepare(world) {
        deny(world, operations, () => isAway);
        sent = countSent(world);
      },
    });
    await stage.ask();
    isAway = true;
    await stage.pass(15 * minute);
    // Two watchdogs every nine seconds or more, and two again for a message that became poison.
    expect(sent.count).toBeLessThan(400);
    isAway = false;
    await stage.pass(minute);
    expect(stage.shown()).toEqual(['answer']);
    expect(stage.world.asked).toHaveLength(1);
  },
);

/** Neither does the queue send or show anything as long as `isAway`. */
function denyQueue({ storage: { queue } }: World, isAway: () => boolean): void {
  const { send, receive } = queue;
  queue.send = async (...args) => {
    if (isAway()) throw new AppError('storage', 'away');
    return send(...args);
  };
  queue.receive = async (...args) => (isAway() ? undefined : receive(...args));
}

it.each([0, 5, 19.5, 20, 20.5, 21].map((seconds) => ({ seconds })))(
  'an answer survives an outage of all storage $seconds s after its question, in which Azure’s host ends itself over and over',
  async ({ seconds }) => {
    let isAway = false;
    const stage = openStage(20 * second, {
      prepare(world) {
        deny(world, ['get', 'insert', 'replace', 'delete'], () => isAway);
        denyQueue(world, () => isAway);
      },
    });
    const { world } = stage;
    await stage.ask();
    await stage.pass(seconds * second);
    isAway = true;
    let running = stage.instance;
    for (let hosts = 0; hosts < 3; hosts += 1) {
      await stage.pass(25 * second);
      running.kill();
      await stage.pass(5 * second);
      running = startInstance(world);
      void running.serveQueue();
    }
    isAway = false;
    // What the last one had received before it ended is hidden for ten minutes; the watchdogs aren't.
    await stage.pass(minute);
    expect(stage.shown()).toEqual(['answer']);
    expect(world.asked).toHaveLength(1);
  },
);

it('a question waiting for its start time survives a queue message that failed too often', async () => {
  const stage = openStage(second, { settings: { questionsPerMinute: 1 } });
  await stage.ask(aPlace({ user: { id: 'someone else' } }));
  const id = await stage.ask();
  await stage.world.poison.send({ kind: 'go', questionId: id });
  await stage.pass(2 * minute);
  expect(stage.shown()).toEqual(['answer', 'answer']);
});

it('a question that has lost all its messages is watched again once one of them is poison', async () => {
  const stage = openStage(second, {
    prepare({ storage }) {
      const { send } = storage.queue;
      let left = 0;
      storage.queue.send = async (...args) => {
        left += 1;
        if (left > 3) return send(...args);
      };
    },
  });
  const id = await stage.ask();
  await stage.pass(minute);
  expect(stage.shown()).toEqual([]);
  await stage.world.poison.send({ kind: 'go', questionId: id });
  await stage.pass(minute);
  expect(stage.shown()).toEqual(['answer']);
});

it('a question that crashes every attempt is given up, and its asker is told', async () => {
  const stage = openStage(second, {
    prepare({ courier }) {
      courier.deliverAnswer = async () => {
        throw new TypeError('a card that cannot be made');
      };
    },
  });
  const id = await stage.ask();
  await stage.pass(10 * minute);
  expect(stage.shown()).toEqual(['internal']);
  expect(await stage.rowOf(id)).toMatchObject({ state: 'failed' });
});

it('a question ends even if telling its asker crashes too', async () => {
  const broken = async () => {
    throw new TypeError('a card that cannot be made');
  };
  const stage = openStage(second, {
    prepare({ courier }) {
      Object.assign(courier, { deliverAnswer: broken, deliverFailure: broken });
    },
  });
  const id = await stage.ask();
  await stage.pass(15 * minute);
  expect(await stage.rowOf(id)).toMatchObject({ state: 'failed', failure: { code: 'internal' } });
});

it('an answer is not sent again if recording it takes longer than the lease', async () => {
  const stage = openStage(second, {
    prepare({ storage: { questions }, clock }) {
      const { replace } = questions;
      let hangs = true;
      questions.replace = async (current, next) => {
        if (next.state === 'delivered' && hangs) {
          hangs = false;
          await clock.sleep(25 * second);
          throw new AppError('storage', 'timed out');
        }
        return replace(current, next);
      };
    },
  });
  await stage.ask();
  await stage.pass(2 * minute);
  expect(stage.shown()).toEqual(['answer', 'delivery-unsure']);
});

it('a thumb that arrives before the answer is recorded does not cause a second answer', async () => {
  const rated: unknown[] = [];
  const stage = openStage(second, {
    prepare(world) {
      const { deliverAnswer } = world.courier;
      world.courier.deliverAnswer = async (...args) => {
        const shownIn = await deliverAnswer(...args);
        const row = await world.storage.questions.get(args[0].id);
        if (row) {
          const instance = { ...stage.instance.deps, questions: world.storage.questions };
          const deps = asAsker(row.value.place, instance);
          rated.push(
            await rateAnswer(row.value, { rating: 'POSITIVE' }, { ...deps, genieFeedback: true }),
          );
        }
        return shownIn;
      };
    },
  });
  const id = await stage.ask();
  await stage.pass(minute);
  expect(rated).toHaveLength(1);
  expect(stage.shown()).toEqual(['answer']);
  expect(await stage.rowOf(id)).toMatchObject({ state: 'delivered', rating: 'POSITIVE' });
});

it('the asker is not told to ask again if something goes wrong after the question was accepted', async () => {
  const stage = openStage(second, {
    prepare({ storage }) {
      const { send } = storage.queue;
      let refused = false;
      storage.queue.send = async (work, delayMs) => {
        if (work.kind !== 'go' || refused) return send(work, delayMs);
        refused = true;
        throw new AppError('storage', 'away');
      };
    },
  });
  const { world, instance } = stage;
  const question = { place: aPlace(), activityId: 'one', text: 'How many?' };
  expect(await settled(world, instance.accept(question))).toBe('accepted');
  await stage.pass(minute);
  expect(stage.shown()).toEqual(['answer']);
});

it('a redelivered question is recognized, even if the bot accepts no others', async () => {
  const settings = { questionsPerMinute: 1, maxWaitingQuestions: 1 };
  const stage = openStage(second, { settings });
  const { world, instance } = stage;
  await stage.ask(aPlace({ user: { id: 'someone else' } }));
  const question = { place: aPlace(), activityId: 'one', text: 'How many?' };
  expect(await settled(world, instance.accept(question))).toBe('accepted');
  expect(await settled(world, instance.accept({ ...question, activityId: 'two' }))).toBe(
    'too-busy',
  );
  expect(await settled(world, instance.accept(question))).toBe('known');
});

it('a question has watchdogs even if writing it took long', async () => {
  const stage = openStage(second);
  const { world } = stage;
  const { allowances } = world.storage;
  const { get } = allowances;
  allowances.get = async (id) => {
    await world.clock.sleep(15 * second);
    return get(id);
  };
  const slow = startInstance(world);
  slow.deps.identities.genieOf = () => ({ ...world.genie, ask: () => new Promise(() => {}) });
  void slow.accept({ place: aPlace(), activityId: 'one', text: 'How many?' });
  await stage.pass(16 * second);
  expect(await stage.rowOf(questionIdOf(aPlace(), 'one'))).toMatchObject({ state: 'asking' });
  slow.kill();
  await stage.pass(minute);
  expect(stage.shown()).toEqual(['answer']);
});

it('a question that was handed over has no owner, whenever its lease was last renewed', async () => {
  for (let askMs = 2_400; askMs < 2_600; askMs += 20) {
    const stage = openStage(minute, {
      prepare({ genie, clock, storage: { questions } }) {
        const { ask } = genie;
        genie.ask = async (...args) => {
          await clock.sleep(askMs);
          return ask(...args);
        };
        const { replace } = questions;
        questions.replace = async (...args) => {
          await clock.sleep(20);
          return replace(...args);
        };
      },
    });
    const { world } = stage;
    const alone = startInstance(world);
    const place = aPlace();
    let isDone = false;
    void alone.accept({ place, activityId: 'one', text: 'How many?' }).then(() => {
      isDone = true;
    });
    while (!isDone) await world.clock.advance(5);
    expect((await stage.rowOf(questionIdOf(place, 'one')))?.lease, `${askMs} ms`).toBeUndefined();
  }
});
