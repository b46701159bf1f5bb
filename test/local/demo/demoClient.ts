import {
  type DemoWorkspaceOptions,
  startDemoWorkspace,
} from '../../../local/demo/demoWorkspace.ts';

export const NOON = Date.parse('2026-11-21T12:00:00Z');
export const STAGE_MS = 100;

type Json = Record<string, unknown>;

/** A message as the tests look at it. */
export interface SeenMessage {
  message_id: string;
  id: string;
  conversation_id: string;
  content: string;
  status: string;
  attachments: SeenAttachment[] | null;
  error: { type: string; error: string } | null;
  feedback?: { rating: string; comment?: string };
}

interface SeenAttachment {
  attachment_id: string;
  text?: { content: string; purpose?: string };
  query?: {
    title: string;
    query: string;
    statement_id: string;
    query_result_metadata?: { row_count: number; is_truncated: boolean };
    thoughts: { thought_type: string; content: string }[];
  };
  suggested_questions?: { questions: string[] };
}

interface SeenColumn {
  name: string;
  type_name: string;
  type_text: string;
}

/** A statement response as the tests look at it. */
export interface SeenResult {
  statement_id: string;
  status: { state: string };
  manifest: { schema: { columns: SeenColumn[] }; total_row_count: number; truncated: boolean };
  result: { data_array?: (string | null)[][]; external_links?: { external_link: string }[] } | null;
}

/** Starts a demo workspace at a standstill: time moves only when a test moves it. */
export async function startTestDemo(options: DemoWorkspaceOptions = {}) {
  const time = { now: NOON };
  const workspace = await startDemoWorkspace({
    stageMs: STAGE_MS,
    now: () => time.now,
    ...options,
  });
  const { url, token, spaceId } = workspace;

  /** What someone with this token can do. */
  const as = (token: string) => {
    const send = (method: string, path: string, body?: unknown): Promise<Response> =>
      fetch(`${url}${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const call = async <T = Json>(method: string, path: string, body?: unknown): Promise<T> =>
      (await send(method, `/api/2.0/genie${path}`, body)).json() as Promise<T>;

    const conversationPath = (id: string, space = spaceId) =>
      `/spaces/${space}/conversations/${id}`;
    const messagePath = ({ conversation_id, message_id }: SeenMessage, space = spaceId) =>
      `${conversationPath(conversation_id, space)}/messages/${message_id}`;

    /** Asks without waiting; in a new conversation unless one is given. */
    const ask = async (content: string, conversation?: string, space = spaceId) => {
      if (conversation === undefined) {
        const path = `/spaces/${space}/start-conversation`;
        return (await call<{ message: SeenMessage }>('POST', path, { content })).message;
      }
      const path = `${conversationPath(conversation, space)}/messages`;
      return call<SeenMessage>('POST', path, { content });
    };
    const get = (message: SeenMessage, space = spaceId) =>
      call<SeenMessage>('GET', messagePath(message, space));
    const result = async (message: SeenMessage, space = spaceId) => {
      const attachment = message.attachments?.find(({ query }) => query);
      const path = `${messagePath(message, space)}/attachments/${attachment?.attachment_id}/query-result`;
      return (await call<{ statement_response: SeenResult }>('GET', path)).statement_response;
    };

    /** Asks, lets Genie's time pass, and reads the finished message. */
    const askToEnd = async (content: string, conversation?: string, space = spaceId) => {
      const asked = await ask(content, conversation, space);
      time.now += 10 * STAGE_MS;
      return get(asked, space);
    };

    return { send, call, ask, askToEnd, get, result, conversationPath, messagePath };
  };
  return { ...workspace, time, as, ...as(token) };
}

export type TestDemo = Awaited<ReturnType<typeof startTestDemo>>;
