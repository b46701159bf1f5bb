import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { endStates } from '../../../src/questions/question.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createStreamRules } from '../../support/streamRules.ts';
import { openChat } from './simulation/chat.ts';
import { startInstance } from './simulation/instance.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld } from './simulation/world.ts';

const isAnswer = (text: string) => text.includes('"action":"again"');

describe.each(['msteams', 'webchat'] as const)('questions in %s', (channel) => {
  /** Asks them a second apart, and lets them end. */
  async function ask(count: number, chats: 'one' | 'many', questionsPerMinute: number) {
    let now = () => 0;
    const rules = createStreamRules(channel, { isPaced: true });
    const chat = openChat([], { rules, now: () => now() });
    const world = createWorld(() => 8_000, { chat });
    now = world.clock.now;
    const instance = startInstance(world, new Map(), { streams: true, questionsPerMinute });
    void instance.serveQueue();
    const personal = channel === 'msteams' && { conversationType: 'personal' };
    const placeOf = (index: number) => {
      const id = chats === 'one' ? 'chat' : `chat-${index}`;
      return aPlace({ channelId: channel, conversation: { id, ...personal }, user: { id } });
    };
    const ids: string[] = [];
    const most = { open: 0 };
    for (let index = 0; index < count; index += 1) {
      const activityId = `activity-${index}`;
      const place = placeOf(index);
      ids.push(questionIdOf(place, activityId));
      await settled(world, instance.accept({ place, activityId, text: `question ${index}` }));
      await world.clock.advance(1_000);
      most.open = Math.max(most.open, rules.open(now()).length);
    }
    await play(world, ids, [instance]);
    const rows = await Promise.all(ids.map((id) => world.storage.questions.get(id)));
    expect(rows.every((row) => endStates.has(row?.value.state ?? 'received'))).toBe(true);
    await world.clock.advance(5_000);
    const answers = chat.messages().filter((versions) => versions.some(isAnswer));
    return { rules, chat, answers, world, open: rules.open(now()), most };
  }

  it('of one chat have one open stream, and each its answer', async () => {
    const { rules, answers, open, most, world } = await ask(3, 'one', 60);
    expect(world.asked).toHaveLength(3);
    expect(answers).toHaveLength(3);
    expect(rules.faults).toEqual([]);
    expect(most.open).toBe(1);
    expect(open).toEqual([]);
  });

  it('that wait for the budget have none meanwhile', async () => {
    const { rules, answers, open, chat } = await ask(4, 'many', 2);
    expect(answers).toHaveLength(4);
    expect(rules.faults).toEqual([]);
    expect(open).toEqual([]);
    const closing = chat
      .messages()
      .flat()
      .filter((text) => text.includes(' to go'));
    expect(closing.some((text) => text.includes('"streamType":"final"'))).toBe(true);
  });
});
