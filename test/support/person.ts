import type { Account, Activity } from '../../local/chat/activity.ts';
import { type ActivityOverrides, aCardSubmit, aMessage, anInvoke } from './activities.ts';
import type { InProcess } from './openInProcess.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from './shownTo.ts';

/** Someone at one place, who types, clicks and reads. */
export interface Person {
  /** Writes a message, and resolves once the bot has taken it. */
  write(text: string, overrides?: ActivityOverrides): Promise<number | undefined>;
  /** Asks a question, and resolves with its answer. */
  ask(text: string): Promise<Activity>;
  /** Writes a message, and resolves with the next thing that the bot says. */
  hear(text: string): Promise<Activity>;
  /** Clicks a button of a message, by what it sends back, together with the fields of its form. */
  click(message: Activity, data: Record<string, unknown>): Promise<number | undefined>;
  /** Clicks one of Teams' own thumbs under a message. */
  react(message: Activity, reaction: 'like' | 'dislike', comment?: string): Promise<unknown>;
  /** The messages of the place. */
  messages(): Activity[];
  answers(): Activity[];
  /** The latest message of the place, read aloud. */
  last(): string;
}

/** @param place the conversation's id; two people may be at the same */
export function aPersonAt(
  { post, connector, settled }: InProcess,
  place: string,
  overrides: ActivityOverrides & { from?: Account } = {},
): Person {
  const { scene, channelId = scene === 'webchat' ? 'webchat' : 'msteams', ...rest } = overrides;
  const at = {
    ...rest,
    channelId,
    ...(scene && { scene }),
    conversation: {
      ...placeOf(scene ?? (channelId === 'msteams' ? 'personal' : 'webchat')),
      id: place,
    },
  };
  const messages = () => messagesIn(connector, place);
  const answers = () => answersIn(connector, place);
  const idOf = (message: Activity) =>
    connector.activities(place).find(({ activity }) => activity === message)?.id ?? 'gone';
  const person: Person = {
    messages,
    answers,
    last: () => readAloud(messages().at(-1) ?? { type: 'message' }),
    async write(text, more) {
      if (channelId !== 'msteams') await loadCharts();
      return (await post(aMessage({ ...at, text, ...more }))).status;
    },
    async ask(text) {
      const before = answers().length;
      await person.write(text);
      const answer = await connector.waitFor(() => answers()[before]);
      await settled();
      return answer;
    },
    async hear(text) {
      const before = messages().length;
      await person.write(text);
      return connector.waitFor(() => messages()[before]);
    },
    async click(message, data) {
      const all = submitsOf(message);
      const value =
        all.find((submit) => isMatch(submit, data)) ??
        all.find((submit) => isMatch(submit, withoutInputs(data, submit)));
      if (value === undefined) throw new Error(`No button sends ${JSON.stringify(data)}`);
      const submit = { ...(value as object), ...data };
      return (await post(aCardSubmit({ ...at, value: submit, replyToId: idOf(message) }))).status;
    },
    react: (message, reaction, comment) =>
      post(
        anInvoke({
          ...at,
          name: 'message/submitAction',
          value: {
            actionName: 'feedback',
            actionValue: { reaction, feedback: JSON.stringify({ feedbackText: comment ?? '' }) },
          },
          replyToId: idOf(message),
        }),
      ),
  };
  return person;
}

/** Outside Teams the first answer loads ECharts: on a busy machine that alone takes longer than a test is patient. */
function loadCharts(): Promise<unknown> {
  return import('../../src/charts/drawChart.ts');
}

function placeOf(scene: string) {
  return {
    personal: { conversationType: 'personal' },
    group: { conversationType: 'groupChat', isGroup: true },
    channel: { conversationType: 'channel', isGroup: true },
    webchat: {},
  }[scene];
}

/** What a button sends itself, without what the fields of its form add. */
function withoutInputs(data: Record<string, unknown>, submit: unknown): Record<string, unknown> {
  const sent = Object.keys(submit ?? {});
  return Object.fromEntries(
    Object.entries(data).filter(([key]) => key === 'action' || sent.includes(key)),
  );
}

function isMatch(submit: unknown, data: Record<string, unknown>): boolean {
  if (typeof submit !== 'object' || submit === null) return false;
  return Object.entries(data).every(
    ([key, value]) => value === undefined || (submit as Record<string, unknown>)[key] === value,
  );
}
