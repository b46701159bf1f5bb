import { GenieError, isConversationLost } from '../../genie/errors.ts';
import type { MessageIds } from '../../genie/types.ts';
import type { Asking, Genie } from '../../questions/ports.ts';
import type { AgentAnswerer } from './agentAnswerer.ts';
import { isAgents, markAgents, ownIdOf } from './agentIds.ts';
import type { AgentMode } from './agentMode.ts';
import { isMaybeRouteRefused, isRouteRefused } from './agentRefusal.ts';

export interface ModeOptions {
  /** Whether questions are asked in agent mode where the workspace has it. */
  asksAgents: boolean;
  /** What is known of the workspace. */
  workspace: AgentMode;
  /** Reads a space in chat mode, once. */
  readSpace(spaceId: string, signal?: AbortSignal): Promise<unknown>;
  /** What is known of whose rights these are: a refusal that doesn't say what it's about counts for them alone. */
  own: AgentMode;
}

/**
 * Genie in both of its modes. A conversation stays in the mode that it began in: its ID says which, so that it is read,
 * deleted and continued there, whatever the settings are by then. One that can't go on in its mode isn't continued in the
 * other, which knows nothing of it.
 *
 * Where agent mode is refused, a question is asked in chat mode right away: a refused question was not asked.
 */
export function withAgentMode(
  chat: Genie,
  agent: AgentAnswerer,
  { asksAgents, workspace, own, readSpace }: ModeOptions,
): Genie {
  const of = ({ conversationId }: Pick<MessageIds, 'conversationId'>): AgentAnswerer =>
    isAgents(conversationId) ? agent : chat;
  const isOff = () => !asksAgents || workspace.isOn === false || own.isOn === false;

  /** Whether an error says that there is no agent mode; if so, that is remembered. */
  async function isRefused(
    error: unknown,
    { spaceId, conversationId }: Asking,
    signal?: AbortSignal,
  ) {
    if (isRouteRefused(error)) {
      workspace.noteOff(error);
      return true;
    }
    // In a conversation, it's that which is refused: what becomes of a new one tells.
    if (conversationId !== undefined || !isMaybeRouteRefused(error)) return false;
    const isReadable = await readSpace(spaceId, signal).then(
      () => true,
      () => false,
    );
    signal?.throwIfAborted();
    if (isReadable) own.noteOff(error);
    return isReadable;
  }

  /** Asks in agent mode; `undefined` if that is refused. */
  async function askAgent(asking: Asking, signal?: AbortSignal): Promise<MessageIds | undefined> {
    try {
      const ids = await agent.ask(asking, signal);
      workspace.noteOn();
      return ids;
    } catch (error) {
      if (await isRefused(error, asking, signal)) return undefined;
      throw error;
    }
  }

  /**
   * Whether a workspace of which that isn't known has agent mode, by a call that asks nothing: a conversation of chat mode
   * must not end because of a mode that is refused then.
   */
  async function hasAgentMode({ spaceId, conversationId = '' }: Asking, signal?: AbortSignal) {
    if (workspace.isOn) return true;
    try {
      await agent.listMessages(spaceId, markAgents(conversationId), undefined, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (isRouteRefused(error)) workspace.noteOff(error);
      // It doesn't have this conversation, which is right: so there is such an API.
      if (!isConversationLost(error)) return false;
    }
    workspace.noteOn();
    return true;
  }

  return {
    ...chat,
    async ask(asking, signal) {
      const { conversationId } = asking;
      if (conversationId === undefined) {
        const ids = isOff() ? undefined : await askAgent(asking, signal);
        return ids ?? chat.ask(asking, signal);
      }
      if (isAgents(conversationId)) {
        const ids = isOff() ? undefined : await askAgent(asking, signal);
        if (ids === undefined) throw otherModeError();
        return ids;
      }
      if (!isOff() && (await hasAgentMode(asking, signal))) throw otherModeError();
      return chat.ask(asking, signal);
    },
    listMessages: (spaceId, conversationId, page, signal) =>
      of({ conversationId }).listMessages(spaceId, conversationId, page, signal),
    async listConversations(spaceId, page, signal) {
      const { items, nextPage } = await chat.listConversations(spaceId, page, signal);
      const marked = items.map(({ isAgents: wasAgents, ...conversation }) =>
        wasAgents ? { ...conversation, id: markAgents(conversation.id) } : conversation,
      );
      return { items: marked, nextPage };
    },
    async watch(ids, until, onStatus, signal) {
      if (!isAgents(ids.conversationId)) return chat.watch(ids, until, onStatus, signal);
      try {
        return await agent.watch(ids, until, onStatus, signal);
      } catch (error) {
        // The next question won't end up where nothing can be read.
        if (isRouteRefused(error)) workspace.noteOff(error);
        throw error;
      }
    },
    getMessage: (ids, signal) => of(ids).getMessage(ids, signal),
    readAnswer: (message, signal, onTexts) => of(message).readAnswer(message, signal, onTexts),
    async rate(ids, rating, comment) {
      // No API takes ratings of agent mode's messages: they stay with us.
      if (!isAgents(ids.conversationId)) await chat.rate(ids, rating, comment);
    },
    cancel: (ids) => of(ids).cancel(ids),
    // Chat mode's API lists the conversations of both, and is the only one that deletes.
    deleteConversation: (spaceId, conversationId) =>
      chat.deleteConversation(spaceId, ownIdOf(conversationId)),
  };
}

/** The conversation can't go on: a new one can. */
function otherModeError(): GenieError {
  const message = 'The conversation was had in another mode than questions are asked in now';
  const details = { acted: 'no', status: 404, about: 'conversation' } as const;
  return new GenieError('conversation-gone', message, details, { detail: 'mode' });
}
