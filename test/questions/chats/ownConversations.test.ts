import { beforeEach, describe, expect, it } from 'vitest';
import { listOwnConversations } from '../../../src/questions/chats/ownConversations.ts';
import { sessionIdOf } from '../../../src/questions/ids.ts';
import type { Question } from '../../../src/questions/question.ts';
import { aRun } from '../../support/aRun.ts';
import { createFakeClock, type FakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';
import { makeQuestion, makeSession } from '../../support/storedValues.ts';

const { place } = makeQuestion();
const sessionId = sessionIdOf(place);

describe('the history with a subscription', () => {
  let clock: FakeClock;
  let storage: ReturnType<typeof openMemoryStorage>;
  beforeEach(() => {
    clock = createFakeClock();
    storage = openMemoryStorage(clock);
  });

  const minutes = (number: number) => clock.now() + number * 60_000;
  const asked = (name: string, changes: Partial<Question>) =>
    storage.questions.insert(
      makeQuestion({
        id: `${sessionId}-${name}`,
        sessionId,
        state: 'delivered',
        spaceId: 'sales',
        conversationId: name,
        messageId: `message-${name}`,
        expiresAt: minutes(1_000),
        ...changes,
      }),
    );
  const listed = async () => {
    const all = await listOwnConversations(place, { ...storage, clock, sessionIdleMs: 1 });
    return all.map(({ id }) => id);
  };

  it('has its answers where they were shown, between what was asked before and after', async () => {
    await asked('early', { acceptedAt: minutes(-20) });
    await asked('sent', { acceptedAt: minutes(-15), run: aRun({ dueAt: minutes(0) }) });
    await asked('meanwhile', { acceptedAt: minutes(-5) });
    await asked('later', { acceptedAt: minutes(5) });
    expect(await listed()).toEqual(['later', 'sent', 'meanwhile', 'early']);
  });

  it('has nothing of what is kept for its time, or was kept back', async () => {
    await asked('mine', { acceptedAt: minutes(-20) });
    await asked('held', { state: 'answered', run: aRun({ dueAt: minutes(5) }) });
    await asked('unmet', { run: aRun({ silent: 'unmet' }) });
    await asked('late', { state: 'failed', run: aRun({ silent: 'late' }) });
    expect(await listed()).toEqual(['mine']);
  });

  it('has what came after its owner was forgotten, even if it was asked before', async () => {
    const session = makeSession({ id: sessionId, forgottenAt: minutes(-5), expiresAt: minutes(9) });
    await storage.sessions.insert(session);
    await asked('before', { acceptedAt: minutes(-15), run: aRun({ dueAt: minutes(-10) }) });
    await asked('after', { acceptedAt: minutes(-14), run: aRun({ dueAt: minutes(0) }) });
    expect(await listed()).toEqual(['after']);
  });
});
