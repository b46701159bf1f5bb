import { toCourierError } from '../../../../src/bot/framework/toCourierError.ts';
import { isPacket } from '../../../../src/bot/packet.ts';
import type { Channel, Outgoing } from '../../../../src/bot/ports.ts';
import { createCourier } from '../../../../src/bot/sending/courier.ts';
import { withPlainText } from '../../../../src/bot/sending/withPlainText.ts';
import type { Clock } from '../../../../src/common/clock.ts';
import { createLog } from '../../../../src/common/log.ts';
import { ownChatOf, type Place } from '../../../../src/questions/place.ts';
import type { Courier } from '../../../../src/questions/ports.ts';
import type { StreamRules } from '../../../support/streamRules.ts';
import { testReading } from '../../../support/testReader.ts';

/** What a channel does with a request. */
export interface Trouble {
  /** Only with such requests; absent: with any, but opening someone's own chat. */
  verb?: 'post' | 'update' | 'open' | 'packet' | 'first packet';
  /** Only with cards. */
  cards?: true;
  status: number;
  code?: string;
  message?: string;
  /** What was asked for is done all the same. */
  carriedOut?: true;
  /** How many of such requests meet it. */
  times: number;
}

/** A chat as the channel has it: what people see, and the trouble that requests meet. It outlives every instance. */
export interface Chat {
  channel: Channel;
  /** The messages in order, each with all that it has been. */
  messages(): string[][];
  /** When something was last taken that people see (ms since 1970). */
  readonly changedAt: number;
  /** The same of one conversation. */
  messagesIn(conversationId: string): string[][];
}

/** The id of someone's own chat. */
export function ownChatIdOf({ user }: Pick<Place, 'user'>): string {
  return `own-chat-of-${user.id}`;
}

/** With `streams`, the chat has them, and rules for them. */
export function openChat(
  troubles: readonly Trouble[],
  streams?: { rules: StreamRules; now: () => number },
): Chat {
  const shown = new Map<string, string[]>();
  const places = new Map<string, string>();
  const left = troubles.map((trouble) => ({ ...trouble }));
  let changedAt = 0;
  let packets = 0;
  const show = (id: string, outgoing: Outgoing) => {
    changedAt = streams?.now() ?? 0;
    shown.set(id, [...(shown.get(id) ?? []), JSON.stringify(outgoing)]);
  };
  const addPacket = ({ channelId, conversation }: Place, outgoing: Outgoing): string => {
    if (!streams) throw toCourierError({ statusCode: 400, code: 'BadArgument' });
    const { rules, now } = streams;
    const { streamId } = rules.infoOf(outgoing) ?? {};
    let id = '';
    meet(streamId === undefined ? 'first packet' : 'packet', outgoing, () => {
      const verdict = rules.judge(conversation.id, outgoing, now());
      if (verdict.is === 'refused') {
        const { status: statusCode, code, message } = verdict;
        throw toCourierError({ statusCode, code, message });
      }
      if (verdict.is === 'late') return;
      const isOne = channelId === 'msteams' && streamId !== undefined;
      const newId = isOne ? streamId : `packet-${packets++}`;
      // Nobody is told the ID of what continues a stream.
      id = isOne ? '' : newId;
      rules.take(conversation.id, outgoing, newId, now());
      const stays = 'type' in outgoing && outgoing.type === 'message';
      if (channelId !== 'msteams' && !stays) return;
      places.set(newId, conversation.id);
      show(newId, outgoing);
    });
    return id;
  };
  /** Does what a request asks for, unless it meets trouble. */
  const meet = (
    verb: 'post' | 'update' | 'open' | 'packet' | 'first packet',
    outgoing: Outgoing | undefined,
    carryOut: () => void,
  ) => {
    const isCard = outgoing !== undefined && 'attachments' in outgoing;
    const usual = verb === 'open' ? undefined : verb;
    const kind = (each: Trouble) => each.verb ?? usual;
    const fits = (each: Trouble) =>
      kind(each) === verb || (verb === 'first packet' && kind(each) === 'packet');
    const trouble = left.find((each) => each.times > 0 && fits(each) && (isCard || !each.cards));
    if (trouble) trouble.times -= 1;
    if (!trouble || trouble.carriedOut) carryOut();
    if (trouble) {
      const { status: statusCode, code, message } = trouble;
      throw toCourierError({ statusCode, code, message });
    }
  };
  return {
    get changedAt() {
      return changedAt;
    },
    messages: () => [...shown.values()],
    messagesIn: (conversationId) =>
      [...shown].flatMap(([id, all]) => (places.get(id) === conversationId ? [all] : [])),
    channel: {
      async post(place, outgoing) {
        if (isPacket(outgoing)) return addPacket(place, outgoing);
        const { conversation } = place;
        const id = `activity-${shown.size}`;
        if ('type' in outgoing && outgoing.type === 'typing') return id;
        meet('post', outgoing, () => {
          places.set(id, conversation.id);
          show(id, outgoing);
        });
        return id;
      },
      async update(_place, activityId, outgoing) {
        if (!shown.has(activityId)) throw toCourierError({ statusCode: 404 });
        if (streams && !streams.rules.takesUpdate(activityId, streams.now())) {
          throw toCourierError({ statusCode: 400, code: 'BadArgument' });
        }
        meet('update', outgoing, () => show(activityId, outgoing));
      },
      async openChat(place) {
        meet('open', undefined, () => {});
        const conversation = { id: ownChatIdOf(place), conversationType: 'personal' };
        return ownChatOf(place, { serviceUrl: place.serviceUrl, conversation });
      },
      readProfile: async () => undefined,
    },
  };
}

/** The product's own courier, over a channel. */
export function courierOver(channel: Channel, clock: Clock): Courier {
  const log = createLog('error', () => {});
  return createCourier({
    channel: withPlainText(channel, log, testReading),
    genieOf: () => ({ describeSpace: async (id) => ({ id, title: 'Sales' }) }),
    signIn: undefined,
    clock,
    log,
    charts: false,
    feedbackCards: false,
    feedbackTokens: { sign: async () => 'token', verify: async () => false },
    exportLinks: undefined,
    settings: {},
    isQuestion: () => true,
    adminContact: '',
    ...testReading,
  });
}
