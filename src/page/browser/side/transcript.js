// A chat as it was, for Web Chat to show: what was asked and answered in it, as Bot Framework activities.

import { fill } from './parts/fill.js';

/** So many questions are shown. More would take long to draw, and who wants to read them all downloads the chat. */
const mostTurns = 50;

/**
 * What there is to show of a chat. Nothing was asked yet in one that the server doesn't know.
 *
 * @param conversationId of Direct Line: what was said in it comes over the line, and isn't given here
 * @param userId as in Direct Line: its messages stand at the side of the person
 * @returns `activities`, oldest first, and `isOpen`: whether an answer is still to come
 */
export async function loadEarlier({ api, words, locale, chatId, conversationId, userId }) {
  const { turns, hasEarlier } = await loadTurns(api, chatId, conversationId).catch((error) => {
    if (error.status === 404) return { turns: [], hasEarlier: false };
    throw error;
  });
  const note = hasEarlier ? fill(words.onlyNewest, { count: turns.length }) : undefined;
  return {
    activities: toActivities(turns, { userId, locale, note }),
    isOpen: turns.some(({ state }) => state === 'open'),
  };
}

/**
 * The newest turns of a chat.
 *
 * @param except the Direct Line conversation whose turns aren't wanted
 * @returns `turns`, oldest first, and `hasEarlier`, whether there are more before them
 */
export async function loadTurns(api, chatId, except) {
  let turns = [];
  let hasEarlier = false;
  let after;
  do {
    const page = await api.readChat(chatId, after, except);
    const all = [...turns, ...page.turns];
    turns = all.slice(-mostTurns);
    hasEarlier ||= all.length > turns.length;
    after = page.next;
  } while (after !== undefined);
  return { turns, hasEarlier };
}

/**
 * The messages of these turns. Those whose answer is still to come have only their question, and what a subscription
 * asked has only its answer.
 *
 * @param note stands before them, if some are left out
 */
export function toActivities(turns, { userId, locale, note }) {
  const nextTime = createTimes();
  const toQuestion = ({ id, activityId, text }, timestamp) => ({
    type: 'message',
    id: activityId ?? id,
    timestamp,
    from: { id: userId, role: 'user' },
    locale,
    text,
  });
  const activities = turns.flatMap((turn) => {
    const said = turn.text === undefined ? [] : [toQuestion(turn, nextTime(turn.askedAt))];
    if (turn.state === 'open' || turn.message === undefined) return said;
    return [...said, toAnswer(turn, nextTime(turn.askedAt))];
  });
  if (note === undefined || activities.length === 0) return activities;
  const [{ id, timestamp }] = activities;
  return [
    fromBot({ id: `before-${id}`, timestamp: earlier(timestamp), text: note }),
    ...activities,
  ];
}

/** It stands for itself: as a part of its stream, which nobody has seen here, Web Chat would wait for the rest. */
function toAnswer({ id, answerActivityId, message }, timestamp) {
  const { streamId, streamSequence, streamType, ...channelData } = message.channelData ?? {};
  return fromBot({
    ...message,
    channelData,
    id: answerActivityId ?? `answer-${id}`,
    timestamp,
  });
}

const fromBot = (activity) => ({
  ...activity,
  type: 'message',
  from: { id: 'bot', role: 'bot' },
});

const earlier = (timestamp) => new Date(Date.parse(timestamp) - 1).toISOString();

/** Web Chat goes by the time: each message is later than the one before it, also where two came within a millisecond. */
function createTimes() {
  let last = 0;
  return (askedAt) => {
    const asked = Date.parse(askedAt);
    last = Math.max(Number.isNaN(asked) ? 0 : asked, last + 1);
    return new Date(last).toISOString();
  };
}
