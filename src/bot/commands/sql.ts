import { queriesToFetch } from '../../answers/queriesToFetch.ts';
import { sqlCard } from '../../cards/talk/sqlCard.ts';
import { checkIdentity } from '../../questions/answered/checkIdentity.ts';
import { recallText } from '../../questions/answered/recallText.ts';
import { idsOf } from '../../questions/question.ts';
import { inTime } from '../messages/inTime.ts';
import { lastAnsweredIn } from '../messages/lastAnsweredIn.ts';
import { staysPrivate } from '../messages/staysPrivate.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Shows the SQL of the queries whose rows the last answer showed. */
export const sql: Command = {
  name: 'sql',
  async reply(place, deps) {
    const reader = readerOf(place, deps);
    const { none, onlyInOwnChat } = reader.texts.lastAnswer;
    const question = await lastAnsweredIn(place, deps);
    if (question === undefined) return { text: none };
    if (staysPrivate(question, place)) return { text: onlyInOwnChat };
    const message = await inTime(async (signal) => {
      await checkIdentity(question, deps);
      return deps.genie.getMessage(idsOf(question), signal);
    });
    const shown = new Set(queriesToFetch(message));
    const queries = message.attachments.flatMap((each) => {
      // What came with its rows is part of a report, which corrects nothing.
      if (each.kind === 'query') return each.result || shown.has(each.id) ? [each] : [];
      return each.kind === 'text' && each.sql ? [{ sql: each.sql }] : [];
    });
    const text = (await recallText(question, { getMessage: async () => message })) ?? '';
    return sqlCard({ ...reader, question: text, queries });
  },
};
