import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/common/errors.ts';
import { sessionIdOf } from '../../../src/questions/ids.ts';
import { cancelQuestions, clearLine } from '../../../src/questions/life/cancelQuestions.ts';
import { everyUnvouched, listWaiting } from '../../../src/questions/pace/budget.ts';
import type { Place } from '../../../src/questions/place.ts';
import { aPlace } from '../../support/aPlace.ts';
import { acceptArrival } from './simulation/instance.ts';
import { settled } from './simulation/play.ts';
import { openStage, type Stage } from './simulation/stage.ts';
import type { World } from './simulation/world.ts';

/** A thread of a Teams channel in which a person writes. */
const inThread = (thread: string, user = 'ada'): Place =>
  aPlace({ channelId: 'msteams', conversation: { id: thread }, user: { id: user } });

/** Counts what is written from now on for some questions: their rows, and their messages in the queue. */
function countWrites({ storage }: World, isCounted: (questionId: string) => boolean) {
  const counts = { rows: 0, messages: 0 };
  const { questions, queue } = storage;
  const replace = questions.replace.bind(questions);
  const send = queue.send.bind(queue);
  Object.assign(questions, {
    replace: (...[current, next]: Parameters<typeof replace>) => {
      if (isCounted(next.id)) counts.rows += 1;
      return replace(current, next);
    },
  });
  Object.assign(queue, {
    send: (...[work, delayMs]: Parameters<typeof send>) => {
      if ('questionId' in work && isCounted(work.questionId)) counts.messages += 1;
      return send(work, delayMs);
    },
  });
  return counts;
}

const settings = { userQuestionsPerMinute: 10_000, questionsPerMinute: 10_000 };

async function accept(stage: Stage, place: Place, activityId: string) {
  const arrival = { place, activityId, text: activityId };
  return settled(stage.world, acceptArrival(arrival, stage.instance.deps));
}

describe('questions that wait for their turn', () => {
  it('are answered in order, one after the other', async () => {
    const stage = openStage(20_000, { settings });
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await stage.ask(inThread('one')));
    await stage.pass(110_000);
    expect(stage.world.shown.map(({ questionId }) => questionId)).toEqual(ids);
    expect(stage.world.overlaps).toBe(0);
  });

  it('are said to wait only while another question has the turn, not after a crash left it behind', async () => {
    const said: string[] = [];
    const stage = openStage(2_000, {
      prepare: ({ courier }) => {
        courier.showProgress = async (_question, { status }) => {
          said.push(status);
          return 'progress';
        };
      },
    });
    const { sessions } = stage.world.storage;
    const place = aPlace();
    const first = await stage.ask(place);
    await stage.ask(place);
    expect(said).toEqual(['ACCEPTED', 'WAITING_FOR_TURN']);
    await stage.pass(20_000);
    const left = await sessions.get(sessionIdOf(place));
    if (left) await sessions.replace(left, { ...left.value, activeQuestionId: first });
    said.length = 0;
    await stage.ask(place);
    expect(said).toEqual(['ACCEPTED']);
  });

  it('are never said to be sent before Genie has them, even two that come at once', async () => {
    const said: { id: string; status: string; isAsked: boolean }[] = [];
    const stage = openStage(2_000, {
      prepare: ({ courier }) => {
        courier.showProgress = async ({ id }, { status }) => {
          const state = (await stage.world.storage.questions.get(id))?.value.state ?? 'received';
          said.push({ id, status, isAsked: !['received', 'asking'].includes(state) });
          return 'progress';
        };
      },
    });
    const place = aPlace();
    await Promise.all([accept(stage, place, 'first'), accept(stage, place, 'second')]);
    await stage.pass(20_000);
    expect(new Set(said.map(({ id }) => id)).size).toBe(2);
    expect(said.map(({ status }) => status)).toContain('WAITING_FOR_TURN');
    const isTrue = ({ status, isAsked }: (typeof said)[number]) =>
      isAsked || ['ACCEPTED', 'WAITING_FOR_TURN'].includes(status);
    expect(said.filter((each) => !isTrue(each))).toEqual([]);
  });

  it('cost next to nothing, 200 of them for a minute', async () => {
    const hourMs = 3_600_000;
    const stage = openStage(hourMs, { settings: { ...settings, genieTimeoutMs: hourMs } });
    const waiting = new Set<string>();
    for (let thread = 0; thread < 50; thread += 1) {
      const place = inThread(`thread-${thread}`, `person-${thread}`);
      await stage.ask(place);
      for (let count = 0; count < 4; count += 1) waiting.add(await stage.ask(place));
    }
    expect(waiting.size).toBe(200);
    // The watchdogs were set when the questions came, and each finds out once that there is nothing to do.
    await stage.pass(15_000);
    const counts = countWrites(stage.world, (id) => waiting.has(id));
    await stage.pass(60_000);
    expect(counts).toEqual({ rows: 0, messages: 0 });
  });
});

describe('a question that would wait too long', () => {
  it('is refused when its asker has five open ones in the same place', async () => {
    const stage = openStage(600_000, { settings });
    for (let count = 0; count < 5; count += 1) {
      expect(await accept(stage, inThread('one'), `q${count}`)).toBe('accepted');
    }
    expect(await accept(stage, inThread('one'), 'q5')).toBe('too-many-open');
    expect(await accept(stage, inThread('one'), 'q0')).toBe('known');
    expect(await accept(stage, inThread('one', 'bob'), 'q6')).toBe('accepted');
  });

  it('is refused when its asker has three in line, wherever they asked them', async () => {
    const stage = openStage(1_000, { settings: { ...settings, questionsPerMinute: 1 } });
    for (const thread of ['one', 'two', 'three', 'four']) {
      expect(await accept(stage, inThread(thread), thread)).toBe('accepted');
    }
    expect(await accept(stage, inThread('five'), 'five')).toBe('too-many-waiting');
    expect(await accept(stage, inThread('five', 'bob'), 'six')).toBe('accepted');
  });

  it('counts those that wait for their turn, too', async () => {
    const stage = openStage(600_000, { settings: { ...settings, maxWaitingQuestions: 3 } });
    for (const id of ['one', 'two', 'three', 'four']) {
      expect(await accept(stage, inThread('a thread'), id)).toBe('accepted');
    }
    expect(await accept(stage, inThread('another', 'bob'), 'five')).toBe('too-busy');
  });

  it('costs no queue message', async () => {
    const stage = openStage(600_000, { settings: { ...settings, userQuestionsPerMinute: 1 } });
    expect(await accept(stage, inThread('one'), 'first')).toBe('accepted');
    const counts = countWrites(stage.world, () => true);
    expect(await accept(stage, inThread('two'), 'second')).toBe('too-often');
    for (let count = 0; count < 100; count += 1) {
      expect(await accept(stage, inThread('two'), `q${count}`)).toBe('ignored');
    }
    expect(counts.messages).toBe(0);
  });
});

/** A visitor's page, in which Web Chat shows the bot. */
const onPage = (conversation: string): Place => aPlace({ conversation: { id: conversation } });

describe('visitors whom no channel vouches for', () => {
  it('never take more than half of the line, those included who wait for their own turn', async () => {
    const stage = openStage(600_000, {
      settings: { ...settings, questionsPerMinute: 5, maxWaitingQuestions: 100 },
    });
    for (let page = 0; page < 60; page += 1) {
      for (let count = 0; count < 5; count += 1) {
        await accept(stage, onPage(`page-${page}`), `${page}-${count}`);
      }
    }
    expect(await accept(stage, onPage('one more'), 'visitor')).toBe('too-busy');
    expect(await accept(stage, inThread('a thread'), 'person')).toBe('accepted');
    expect(await settled(stage.world, clearLine(everyUnvouched, stage.instance.deps))).toBe(50);
    const budget = await stage.world.storage.budgets.get('workspace');
    const waiting = listWaiting(budget?.value ?? { starts: [] }, stage.world.clock.now());
    expect(waiting.map(({ isUnvouched }) => isUnvouched)).toEqual([false]);
  });
});

describe('a place in line', () => {
  it('is given back even if storage fails meanwhile, and does not shut its person out', async () => {
    const stage = openStage(1_000, { settings: { ...settings, questionsPerMinute: 1 } });
    for (const thread of ['one', 'two', 'three', 'four']) await stage.ask(inThread(thread));
    const { budgets } = stage.world.storage;
    const { replace } = budgets;
    budgets.replace = async () => {
      throw new AppError('storage', 'down');
    };
    for (const thread of ['two', 'three', 'four']) {
      await settled(stage.world, cancelQuestions(inThread(thread), stage.instance.deps));
    }
    budgets.replace = replace;
    await stage.pass(8 * 60_000);
    expect(await accept(stage, inThread('five'), 'five')).toBe('accepted');
  });

  it('is taken up soon when many before it leave, however long its wait was', async () => {
    const stage = openStage(1_000, { settings: { ...settings, questionsPerMinute: 1 } });
    const people = Array.from({ length: 20 }, (_, index) => `person-${index}`);
    const ids = [];
    for (const person of people) ids.push(await stage.ask(inThread(person, person)));
    for (const person of people.slice(1, 19)) {
      await settled(stage.world, cancelQuestions(inThread(person, person), stage.instance.deps));
    }
    await stage.pass(130_000);
    expect((await stage.rowOf(ids[19] ?? ''))?.state).toBe('delivered');
  });

  it('that is due already when its question looks is no reason to wait for its answer', async () => {
    const stage = openStage(1_000, { settings: { ...settings, questionsPerMinute: 1 } });
    await stage.ask(inThread('one', 'ada'));
    await stage.ask(inThread('two', 'bob'));
    const third = await stage.ask(inThread('three', 'eve'));
    await stage.pass(60_000);
    await settled(stage.world, cancelQuestions(inThread('two', 'bob'), stage.instance.deps));
    await stage.pass(25_000);
    expect((await stage.rowOf(third))?.state).toBe('delivered');
  });

  it('that ran out is replaced by another, before newcomers', async () => {
    const stage = openStage(1_000, { settings: { ...settings, questionsPerMinute: 1 } });
    await stage.ask(inThread('one', 'ada'));
    const second = await stage.ask(inThread('two', 'bob'));
    const { budgets, questions } = stage.world.storage;
    const budget = await budgets.get('workspace');
    if (budget) {
      await budgets.replace(budget, { id: 'workspace', starts: budget.value.starts.slice(0, 1) });
    }
    expect(await questions.get(second)).toBeDefined();
    await stage.pass(75_000);
    expect((await stage.rowOf(second))?.state).toBe('delivered');
  });

  it('is given back when its question is cancelled, and those behind move up', async () => {
    const stage = openStage(1_000, { settings: { ...settings, questionsPerMinute: 1 } });
    await stage.ask(inThread('one', 'ada'));
    const second = await stage.ask(inThread('two', 'bob'));
    const third = await stage.ask(inThread('three', 'eve'));
    await settled(stage.world, cancelQuestions(inThread('two', 'bob'), stage.instance.deps));
    await stage.pass(75_000);
    expect((await stage.rowOf(second))?.failure?.code).toBe('cancelled-by-asker');
    expect((await stage.rowOf(third))?.state).toBe('delivered');
  });
});
