import type { AgentClient } from '../../../../src/genie/agent/agentClient.ts';
import type { Item } from '../../../../src/genie/agent/item.ts';
import type { AgentEvent } from '../../../../src/genie/agent/readAgentEvents.ts';
import type { Genie } from '../../../../src/questions/ports.ts';
import type { FakeClock } from '../../../support/fakeClock.ts';
import type { Asked } from './world.ts';

interface AgentWorld {
  clock: FakeClock;
  asked: readonly Asked[];
  ask: Genie['ask'];
  pageSize: number;
  /** After how many events the n-th stream breaks. */
  cutsAfter: (count: number) => number;
}

/** Genie's agent mode over a world's questions: each stream is a plan, and a report once the answer is there. */
export function createAgents({ clock, asked, ask, pageSize, cutsAfter }: AgentWorld): AgentClient {
  let streams = 0;
  const itemsOf = ({ ids, content, askedAt, doneAt }: Asked): Item[] => {
    const id = ids.messageId;
    const base = { state: 'done' as const, createdAt: askedAt };
    const plan: Item = { ...base, id: `${id}_plan`, kind: 'reasoning', text: 'Look it up' };
    const report: Item = {
      ...base,
      id: `${id}_report`,
      kind: 'report',
      parts: [{ text: '42', citations: [] }],
    };
    const question: Item = { ...base, id: `${id}_input`, kind: 'question', text: content };
    return [question, plan, ...(clock.now() >= doneAt ? [report] : [])];
  };

  return {
    async respond({ agentId, question, conversationId, onEvent }, signal) {
      let left = cutsAfter(streams++);
      const tell = (event: AgentEvent) => {
        if (left <= 0) throw new Error('The connection broke');
        left -= 1;
        onEvent(event);
      };
      const { messageId, ...ids } = await ask({
        spaceId: agentId,
        conversationId,
        content: question,
      });
      const mine = asked.find((each) => each.ids.messageId === messageId);
      if (mine === undefined) throw new Error('It was not asked');
      tell({ kind: 'created', responseId: messageId, conversationId: ids.conversationId });
      const [, plan, ...early] = itemsOf(mine);
      if (plan) tell({ kind: 'item', item: plan, isDone: true });
      while (clock.now() < mine.doneAt && early.length === 0) {
        await clock.sleep(Math.min(1_000, mine.doneAt - clock.now()), signal);
      }
      const [, , report] = itemsOf(mine);
      if (report) tell({ kind: 'item', item: report, isDone: true });
      tell({ kind: 'end', how: 'completed', items: itemsOf(mine).slice(1) });
    },
    async listItems({ conversationId }, { order, after }) {
      const items = asked
        .filter(({ ids }) => ids.conversationId === conversationId)
        .flatMap(itemsOf);
      if (order === 'desc') items.reverse();
      const start = items.findIndex(({ id }) => id === after) + 1;
      const page = items.slice(start, start + pageSize);
      const last = page.at(-1)?.id;
      const isLast = start + pageSize >= items.length;
      return { items: page, ...(!isLast && last !== undefined && { next: last }) };
    },
    cancel: async () => {},
  };
}
