import type { Activity, InvokeResponse } from 'botbuilder';
import { parseCardSubmit } from '../cards/cardSubmit.ts';
import { acceptQuestion } from '../questions/acceptQuestion.ts';
import type { Place } from '../questions/question.ts';
import { parseCommand } from './commands.ts';
import type { BotDeps } from './deps.ts';
import { placeOf } from './place.ts';
import { readText } from './readText.ts';
import { recognizePerson } from './recognizePerson.ts';
import { runCommand } from './runCommand.ts';
import { submitCard } from './submitCard.ts';
import { welcome } from './welcome.ts';

/**
 * Does what an activity asks for. Everything that takes long is put into the queue, so that the channel has its answer
 * before it gives up and delivers again. An invoke that is not known here is answered by the SDK, with 501.
 */
export async function handleActivity(
  activity: Activity,
  deps: BotDeps,
): Promise<InvokeResponse | undefined> {
  const place = placeOf(activity);
  if (place === undefined) return undefined;
  switch (activity.type) {
    case 'message':
      await handleMessage(activity, place, deps);
      return undefined;
    case 'conversationUpdate':
      await welcome(activity, place, deps);
      return undefined;
    default:
      return undefined;
  }
}

async function handleMessage(activity: Activity, place: Place, deps: BotDeps): Promise<void> {
  const submit = parseCardSubmit(activity.value);
  if (submit) return submitCard(submit, place, deps);

  const text = readText(activity);
  const command = text === '' ? 'help' : parseCommand(text);
  if (command) return runCommand(command, place, deps);

  const { email: askerEmail } = await recognizePerson(place, deps);
  const accepted = await acceptQuestion(
    {
      place,
      activityId: activity.id ?? '',
      text,
      ...(askerEmail && { askerEmail }),
    },
    deps,
  );
  if (accepted === 'too-busy') {
    await deps.channel.post(place, {
      text: 'So many questions are waiting that yours would take too long. Please ask again in a few minutes.',
    });
  }
}
