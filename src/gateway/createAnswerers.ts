import { codeOf } from '../common/errors.ts';
import type { Space } from '../genie/types.ts';
import { endpointNameOf, endpointSpaceId, isEndpoint } from '../questions/endpoint.ts';
import type { Answerer, Genie } from '../questions/ports.ts';

export interface Answerers {
  /** Genie, in whichever mode. */
  genie: Genie;
  /** Whether people can ask it; if not, there must be names of endpoints. */
  asksGenie: boolean;
  /** `names`: those that people can ask. What others answered before can still be read, and deleted. */
  endpoints: { names: readonly string[]; answerer: Answerer };
}

/** All who answer questions, as one: the ID of the space says whom a call is for. Genie's spaces come first. */
export function createAnswerers({ genie, asksGenie, endpoints }: Answerers): Genie {
  const { names, answerer } = endpoints;
  const spaces = names.map((name) => describeEndpoint(endpointSpaceId(name)));
  const [first] = spaces;
  const to = (spaceId: string): Answerer => (isEndpoint(spaceId) ? answerer : genie);
  return {
    async findSpace() {
      if (first === undefined) return genie.findSpace();
      if (!asksGenie) return first.id;
      return genie.findSpace().catch((error: unknown) => {
        if (codeOf(error) === 'no-space') return first.id;
        throw error;
      });
    },
    probe: (spaceId, signal) => genie.probe(isEndpoint(spaceId) ? undefined : spaceId, signal),
    // No call: one that is denied stays in the list, and says so when it's asked.
    describeSpace: async (spaceId) =>
      isEndpoint(spaceId) ? describeEndpoint(spaceId) : genie.describeSpace(spaceId),
    listSpaces: async () => [...(asksGenie ? await genie.listSpaces() : []), ...spaces],
    listSampleQuestions: async (spaceId) =>
      isEndpoint(spaceId) ? [] : genie.listSampleQuestions(spaceId),
    ask: (asking, signal) => to(asking.spaceId).ask(asking, signal),
    listMessages: (spaceId, ...rest) => to(spaceId).listMessages(spaceId, ...rest),
    listConversations: (spaceId, ...rest) => to(spaceId).listConversations(spaceId, ...rest),
    watch: (ids, ...rest) => to(ids.spaceId).watch(ids, ...rest),
    getMessage: (ids, signal) => to(ids.spaceId).getMessage(ids, signal),
    readAnswer: (message, ...rest) => to(message.spaceId).readAnswer(message, ...rest),
    explainFailure: (message) => to(message.spaceId).explainFailure(message),
    rate: (ids, ...rest) => to(ids.spaceId).rate(ids, ...rest),
    cancel: (ids) => to(ids.spaceId).cancel(ids),
    deleteConversation: (spaceId, id) => to(spaceId).deleteConversation(spaceId, id),
  };
}

function describeEndpoint(id: string): Space {
  return { id, title: endpointNameOf(id) };
}
