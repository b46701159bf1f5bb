import { parseCardSubmit } from '../../cards/parts/cardSubmit.ts';
import { didYouMeanCard } from '../../cards/talk/didYouMeanCard.ts';
import type { Place } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import { runClick } from '../clicks/runClick.ts';
import { help } from '../commands/commands.ts';
import { guessCommand } from '../commands/guessCommand.ts';
import { parseChartWish } from '../commands/parseChartWish.ts';
import { parseCommand } from '../commands/parseCommand.ts';
import { runCommand } from '../commands/runCommand.ts';
import { showAs } from '../commands/showAs.ts';
import type { BotDeps } from '../deps.ts';
import { introduce } from '../people/introduce.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { parseIntroduction } from '../people/parseIntroduction.ts';
import { takeQuestion } from '../people/takeQuestion.ts';
import { isTooLong } from '../people/tooLong.ts';
import { isSelfDeclared } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { takeTypedCode } from '../signIn/takeTypedCode.ts';
import { takeSubscribe } from '../subscriptions/takeSubscribe.ts';
import { isHtml } from '../text/isHtml.ts';
import { readText } from '../text/readText.ts';

/** Handles a click on a card, a command, an introduction, and otherwise a question. */
export async function handleMessage(
  activity: Activity,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const submit = parseCardSubmit(activity.value);
  if (submit) return runClick(submit, place, deps, activity.replyToId);

  const text = readText(activity);
  if (text === '') return answerEmpty(activity, place, deps);
  // Refused in words, before any parser looks at all of it.
  if (isTooLong(text)) {
    if (!(await takeSubscribe(text, place, deps))) await takeQuestion(text, place, deps);
    return;
  }
  if (await takeTypedCode(text, place, deps)) return;
  const command = parseCommand(text);
  if (command) return runCommand(command, place, deps);
  if (await takeSubscribe(text, place, deps)) return;
  const wish = parseChartWish(text);
  if (wish && (await showAs(wish, place, deps))) return;
  const introduction = isSelfDeclared(place) ? parseIntroduction(text) : undefined;
  if (introduction) {
    if (await isWithinLimit(place, deps)) await introduce(introduction, place, deps);
    return;
  }

  const reader = readerOf(place, deps);
  const { commands } = reader.texts;
  const guess = guessCommand(text, commands);
  if (guess === undefined) return takeQuestion(text, place, deps);
  if (!(await isWithinLimit(place, deps))) return;
  const view = { ...reader, written: text, command: commands[guess.name].name };
  await deps.channel.post(place, didYouMeanCard(view));
}

/** Handles a message without text: a button that isn't ours, or no longer, a file, or nothing but a mention of the bot. */
async function answerEmpty(activity: Activity, place: Place, deps: BotDeps): Promise<void> {
  if (!(await isWithinLimit(place, deps))) return;
  const words = readerOf(place, deps).texts.firstSteps;
  if (activity.value !== undefined) {
    await deps.channel.post(place, { text: words.unknownButton });
    return;
  }
  if (activity.attachments?.some((attachment) => !isHtml(attachment))) {
    await deps.channel.post(place, { text: words.noFiles });
    return;
  }
  await runCommand(help, place, deps);
}
