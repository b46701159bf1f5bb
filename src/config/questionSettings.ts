import type { QuestionSettings } from '../questions/deps.ts';
import type { GenieSettings } from './genieSettings.ts';
import { readEndpointNames } from './readEndpointNames.ts';
import { readAsksGenie, readSpaceIds } from './readSpaceIds.ts';
import type { Settings } from './settings.ts';

const dayMs = 24 * 3_600_000;

/**
 * Reads what the life of a question depends on.
 *
 * @param people `isPerson`: Genie is asked as each person, and so knows who asks. `arePrivate`: where others read along,
 *   people see their answers in their own chat
 */
export function readQuestionSettings(
  settings: Settings,
  { host, retry }: Pick<GenieSettings, 'host' | 'retry'>,
  { isPerson, arePrivate }: { isPerson: boolean; arePrivate: boolean },
): QuestionSettings {
  const questionsPerMinute = settings.number('GENIE_QUESTIONS_PER_MINUTE', 5, {
    min: 1,
    max: 10_000,
  });
  const endpoints = readEndpointNames(settings);
  // More than the workspace's limit would let one person take all of it, minute after minute.
  const share = Math.min(20, Math.floor(questionsPerMinute));
  return {
    workspace: URL.parse(host)?.host ?? '',
    spaceIds: readSpaceIds(settings),
    asksGenie: readAsksGenie(settings, endpoints),
    endpoints,
    questionsPerMinute,
    // They are kept in one row of a table, which holds a megabyte: some 2,500 beside those that started lately.
    maxWaitingQuestions: settings.number('MAX_QUEUE_SIZE', 1000, {
      min: 1,
      max: 2_000,
      whole: true,
    }),
    userQuestionsPerMinute: settings.number('USER_QUESTIONS_PER_MINUTE', share, {
      min: 1,
      max: 10_000,
      whole: true,
    }),
    genieTimeoutMs: settings.number('GENIE_TIMEOUT_SECONDS', 600, { min: 1, max: 3600 }) * 1000,
    retry,
    streams: settings.flag('ENABLE_STREAMING', true),
    ...readSubscriptions(settings, arePrivate),
    prependUserEmail: settings.flag('PREPEND_USER_EMAIL', !isPerson),
    keepQuestionsMs: settings.number('AUDIT_DAYS', 30, { min: 1, max: 3650 }) * dayMs,
    keepWords: settings.flag('AUDIT_QUESTIONS', false),
  };
}

/** Their number is checked where they are off, too: a bad value is named at once, and not only when they are back. */
function readSubscriptions(
  settings: Settings,
  arePrivate: boolean,
): Pick<QuestionSettings, 'subscriptions'> {
  const mostOfOne = settings.number('MAX_SUBSCRIPTIONS', 10, { min: 1, max: 100, whole: true });
  return settings.flag('ENABLE_SUBSCRIPTIONS', true)
    ? { subscriptions: { mostOfOne, arePrivate } }
    : {};
}
