import { expect, it } from 'vitest';
import { groupByConversation } from '../../../src/questions/sessions/history.ts';
import { makeQuestion } from '../../support/storedValues.ts';

const asked = (id: string, conversationId: string, acceptedAt: number, changes = {}) =>
  makeQuestion({
    id,
    conversationId,
    acceptedAt,
    spaceId: 'sales',
    messageId: `message-${id}`,
    state: 'delivered',
    ...changes,
  });

it('the conversation with the newest question comes first', () => {
  const all = groupByConversation([asked('1', 'a', 1), asked('2', 'b', 2), asked('3', 'a', 3)]);
  expect(all.map(({ id, questions, lastAt }) => [id, questions.length, lastAt])).toEqual([
    ['a', 2, 3],
    ['b', 1, 2],
  ]);
  expect(all[0]).toMatchObject({ answerKey: '3.n', lastMessageId: 'message-3' });
});

it('questions that never reached Genie or were deleted there belong to no conversation', () => {
  const waiting = makeQuestion({ id: '1' });
  const deleted = asked('2', 'a', 2, { conversationDeleted: true });
  expect(groupByConversation([waiting, deleted])).toEqual([]);
});

it('a conversation is busy while one of its questions has not ended', () => {
  const [busy, quiet] = groupByConversation([
    asked('1', 'quiet', 1),
    asked('2', 'busy', 2, { state: 'asked' }),
    asked('3', 'busy', 3),
  ]);
  expect([busy?.isBusy, quiet?.isBusy]).toEqual([true, false]);
});
