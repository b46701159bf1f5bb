import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createCellFormatter } from '../src/answers/cellFormatter.ts';
import { formatTimestamp, isMidnight } from '../src/answers/cells/formatDate.ts';
import { readNumberShape } from '../src/answers/cells/numberShape.ts';
import { findName } from '../src/answers/figures/findName.ts';
import { readNumber } from '../src/answers/figures/readNumber.ts';
import { headingOf } from '../src/answers/names/headingOf.ts';
import { headingWords } from '../src/answers/names/headingWords.ts';
import { nameMeaning } from '../src/answers/names/nameMeaning.ts';
import { nameWords } from '../src/answers/names/nameWords.ts';
import { mayEndInKey, splitWord } from '../src/answers/names/splitWord.ts';
import { createNumberFormatter } from '../src/answers/numberFormatter.ts';
import { compareTimes, writeDates } from '../src/answers/periods.ts';
import { readTable } from '../src/answers/readTable.ts';
import { readTextAnswer } from '../src/answers/readTextAnswer.ts';
import { lexSql } from '../src/answers/sources/lexSql.ts';
import { readSources } from '../src/answers/sources/readSources.ts';
import { findSupersededQueries } from '../src/answers/supersededQueries.ts';
import { readColumns } from '../src/answers/text/readColumns.ts';
import { readWrittenNumber } from '../src/answers/text/writtenNumber.ts';
import { trimSeries } from '../src/answers/trimChart.ts';
import { isQuestion } from '../src/bot/activities/isQuestion.ts';
import { activityShape } from '../src/bot/activityShape.ts';
import { cleanText } from '../src/bot/cleanText.ts';
import { guessCommand } from '../src/bot/commands/guessCommand.ts';
import { parseChartWish } from '../src/bot/commands/parseChartWish.ts';
import { parseCommand } from '../src/bot/commands/parseCommand.ts';
import { createTokenCheck } from '../src/bot/gate/tokenCheck.ts';
import { findAddress } from '../src/bot/people/findAddress.ts';
import { parseIntroduction } from '../src/bot/people/parseIntroduction.ts';
import { folded } from '../src/bot/people/saidOfOneself.ts';
import { readCode } from '../src/bot/signIn/readCode.ts';
import { readForm } from '../src/bot/subscriptions/readForm.ts';
import { bareName } from '../src/bot/text/bareName.ts';
import { bareWords, formsOf } from '../src/bot/text/bareWords.ts';
import { htmlToText } from '../src/bot/text/htmlToText.ts';
import { joinPieces } from '../src/bot/text/joinPieces.ts';
import { readMentions } from '../src/bot/text/readMentions.ts';
import { readText } from '../src/bot/text/readText.ts';
import { splitQuotes } from '../src/bot/text/splitQuotes.ts';
import { withoutQuote } from '../src/bot/text/withoutQuote.ts';
import { withoutSeparator } from '../src/bot/text/withoutSeparator.ts';
import { withoutTypedName } from '../src/bot/text/withoutTypedName.ts';
import { answerSummary } from '../src/cards/answer/answerSummary.ts';
import { saysFigure } from '../src/cards/answer/saysFigure.ts';
import { markdownElements } from '../src/cards/markdown/markdownElements.ts';
import { textElements } from '../src/cards/markdown/textElements.ts';
import { parseCardSubmit } from '../src/cards/parts/cardSubmit.ts';
import { clipLine, clipText, plainText } from '../src/cards/parts/plainText.ts';
import { readableJson } from '../src/cards/parts/readableJson.ts';
import { drawChart } from '../src/charts/drawChart.ts';
import { systemClock } from '../src/common/clock.ts';
import { decodeEntities } from '../src/common/decodeEntities.ts';
import { AppError } from '../src/common/errors.ts';
import { createLog } from '../src/common/log.ts';
import { maskCredentials, maskEmails } from '../src/common/maskSecrets.ts';
import { trimInvisible } from '../src/common/trimInvisible.ts';
import { withoutAccents } from '../src/common/withoutAccents.ts';
import { readBotCloud } from '../src/config/botCloud.ts';
import { readExportSettings } from '../src/config/exportSettings.ts';
import { readSpaceIds } from '../src/config/readSpaceIds.ts';
import { readSettings } from '../src/config/settings.ts';
import { createCellWriter, textCell } from '../src/exports/cellWriter.ts';
import { contentDisposition } from '../src/exports/contentDisposition.ts';
import { defuseCell } from '../src/exports/defuseCell.ts';
import { escapeXml } from '../src/exports/escapeXml.ts';
import { exportFileName } from '../src/exports/exportFileName.ts';
import { readExactNumber } from '../src/exports/readExactNumber.ts';
import { readExactTime } from '../src/exports/readExactTime.ts';
import { sayTurn } from '../src/gateway/agent/sayTurn.ts';
import { toReport } from '../src/gateway/agent/toReport.ts';
import { createRowSplitter } from '../src/gateway/rowSplitter.ts';
import { itemWire } from '../src/genie/agent/agentWire.ts';
import type { Item } from '../src/genie/agent/item.ts';
import { toItem } from '../src/genie/agent/toItem.ts';
import { failureKindOf } from '../src/genie/failureKinds.ts';
import { htmlTitle, htmlWords, isHtml } from '../src/genie/http/htmlWords.ts';
import { nameRefusal } from '../src/genie/http/nameRefusal.ts';
import { readErrorBody } from '../src/genie/http/readErrorBody.ts';
import { readRetryAfter } from '../src/genie/http/readRetryAfter.ts';
import { redact } from '../src/genie/http/redact.ts';
import { isSignInAddress, isSignInPage } from '../src/genie/http/signIn.ts';
import type { Block } from '../src/page/document/block.ts';
import { escapeHtml } from '../src/page/document/escapeHtml.ts';
import { escapeLineStarts, escapeMarkdown } from '../src/page/document/escapeMarkdown.ts';
import { markdownDocument } from '../src/page/document/markdownDocument.ts';
import { markdownCell, markdownLine, markdownRuns } from '../src/page/document/markdownRuns.ts';
import { splitMarkdown } from '../src/page/document/splitMarkdown.ts';
import { transcriptMarkdown } from '../src/page/transcript/transcriptMarkdown.ts';
import { askerLabel } from '../src/questions/askerLabel.ts';
import { parseSubscribe } from '../src/schedule/parseSubscribe.ts';
import { clipGiven } from '../src/schedule/words/clipGiven.ts';
import { readZone, zoneOfCity } from '../src/schedule/words/readZone.ts';
import { learnShape, newAgent, shapeOf } from '../src/serving/endpointShape.ts';
import { splitFootnotes } from '../src/serving/reply/footnotes.ts';
import { oneLine } from '../src/serving/reply/oneLine.ts';
import { toCitation } from '../src/serving/reply/toCitation.ts';
import { toolName } from '../src/serving/reply/toolName.ts';
import { fromEntity } from '../src/storage/rows/tableEntity.ts';
import { aMessage } from './support/activities.ts';
import { listPatterns, type Pattern } from './support/patternsOf.ts';
import { someOf } from './support/runs.ts';
import { testReader } from './support/testReader.ts';

const column = (type: string) => ({ name: 'c', type });
const answer = (text: string) => ({ texts: [text], tables: [], suggestions: [] }) as never;
const chart = (text: string) => ({
  kind: 'bar' as const,
  title: text,
  xTitle: text,
  labels: [text, 'b'],
  series: [{ name: text, column: column('DOUBLE'), values: ['1', '2'] }],
  notes: [],
});
const log = createLog('info', () => {});
const cloud = readBotCloud(readSettings({}));
const isSigned = createTokenCheck('app', cloud, systemClock);
const delivery = { channelId: 'msteams', serviceUrl: 'https://a.example' };
const query = (id: string, title: string) => ({ kind: 'query', id, title, sql: title });
const settings = (name: string, text: string) => readSettings({ [name]: text });
const mention = (text: string, name: string) => ({
  type: 'mention' as const,
  text,
  mentioned: { id: '29:grace', name },
});

const asMarkdown = (block: Block) => [...markdownDocument([block])].join('');

/** A message as it comes in, with a text from its client in each place that could hold one. */
function readMessage(fields: object): string {
  const activity = activityShape.parse({
    ...aMessage(),
    serviceUrl: 'https://a.example',
    ...fields,
  });
  return readText(activity);
}

/** Whatever reads a text that isn't ours, by file. Some are reached through another file only. */
const parsers: Record<string, Record<string, (text: string) => unknown>> = {
  'src/answers/cellFormatter.ts': {
    numbers: (text) => createCellFormatter(column('DOUBLE'), [text])(text),
    'nested values': (text) => createCellFormatter(column('STRUCT<a:STRING>'), [text])(`{${text}`),
    'open strings': (text) => createCellFormatter(column('STRUCT<a:STRING>'), [text])(`{"${text}`),
    timestamps: (text) => createCellFormatter(column('TIMESTAMP'), [text])(text),
  },
  'src/answers/cells/numberShape.ts': {
    whole: (text) => readNumberShape(`1${text}`),
    fractions: (text) => readNumberShape(`1.1${text}1`),
  },
  'src/answers/cells/formatDate.ts': {
    fractions: (text) => formatTimestamp(`2026-01-01 00:00:00.1${text}`, false, 'de-DE'),
    midnights: (text) => isMidnight(`2026-01-01 00:00:00.0${text}`),
  },
  'src/answers/figures/findName.ts': {
    name: (text) => findName([text, `${text} `], `${text}x`),
    blanks: (text) => findName([`a${' '.repeat(text.length)}b`, text], 'a b'),
  },
  'src/answers/figures/readNumber.ts': {
    number: (text) => readNumber(text, { name: '', type: 'DOUBLE' }),
  },
  'src/answers/names/headingOf.ts': { name: headingOf, sum: (text) => headingOf(`sum(${text})`) },
  'src/answers/names/headingWords.ts': { name: headingWords },
  'src/answers/names/nameMeaning.ts': { names: nameMeaning },
  'src/answers/names/nameWords.ts': { nameWords },
  'src/answers/names/splitWord.ts': { splitWord, keys: (text) => mayEndInKey(`${text}id`) },
  'src/answers/numberFormatter.ts': {
    whole: (text) => createNumberFormatter({ locale: 'en-US', grouping: true })(`1${text}`),
    fractions: (text) => createNumberFormatter({ locale: 'en-US', grouping: true })(`1.1${text}1`),
  },
  'src/answers/periods.ts': {
    compareTimes: (text) => compareTimes(text, `2026-01-01T00:00:00.1${text}`),
    writeDates: (text) => writeDates([text, `2026-01-01T00:00:00.1${text}`]),
  },
  'src/answers/readTable.ts': {
    types: (text) =>
      readTable(
        { kind: 'query', id: 'q', sql: '', parameters: [], thoughts: [] } as never,
        {
          state: 'SUCCEEDED',
          columns: [{ name: text, type: 'DECIMAL', typeText: `DECIMAL(1, ${text}` }],
          rows: [],
        } as never,
      ),
  },
  'src/answers/readTextAnswer.ts': {
    texts: (text) => readTextAnswer({ text }),
    'what comes after a table': (text) => readTextAnswer({ text: `a|b\n-|-\n1|2\n${text}` }),
  },
  'src/answers/text/splitTables.ts': {
    lines: (text) => readTextAnswer({ text: text.replaceAll(' ', '\n') }),
    cells: (text) => readTextAnswer({ text: `a|b\n-|-\n${text}|x\n` }),
    rows: (text) =>
      readTextAnswer({
        text: `a|b\n-|-\n${`${text.slice(0, 50)}|1\n`.repeat(text.length / 416)}`,
      }),
    delimiters: (text) => readTextAnswer({ text: `a|b\n${text}\n1|2` }),
  },
  'src/answers/text/tableTitle.ts': {
    titles: (text) => readTextAnswer({ text: `${text.slice(-150)}\na|b\n-|-\n1|2` }),
    headings: (text) => readTextAnswer({ text: `# ${text}\na|b\n-|-\n1|2` }),
  },
  'src/answers/text/findCitations.ts': {
    definitions: (text) => readTextAnswer({ text: `[1]: https://a ${text}` }),
    marks: (text) => readTextAnswer({ text: `:citation[${text}` }),
  },
  'src/answers/text/definitions.ts': {
    before: (text) => readTextAnswer({ text: `[a]: /${text}\n\na|b\n-|-\n1|2` }),
    after: (text) => readTextAnswer({ text: `[a]: /\n\na|b\n-|-\n1|2\n\n${text}` }),
  },
  'src/answers/text/writtenNumber.ts': {
    numbers: (text) => readWrittenNumber(`1${text}`),
    short: (text) => readWrittenNumber(text.slice(0, 40)),
  },
  'src/answers/text/readColumns.ts': {
    cells: (text) => readColumns(['a'], [[text], [`1${text}`]]),
  },
  'src/answers/sources/findTables.ts': {
    tables: (text) => readSources(`SELECT 1 FROM ${text.slice(0, 49_000)}`),
    'what comes first': (text) => readSources(`SELECT ${text.slice(0, 49_000)} FROM a`),
    'names that are given': (text) => readSources(`WITH ${text.slice(0, 49_000)} AS (SELECT 1)`),
  },
  'src/answers/sources/lexSql.ts': {
    texts: (text) => lexSql(`'${text}`),
    names: (text) => lexSql(`\`${text}`),
    comments: (text) => lexSql(`/*${text}`),
    lines: (text) => lexSql(`--${text}`),
    words: (text) => lexSql(`r${text}`),
  },
  'src/answers/sources/readSources.ts': {
    tables: (text) => readSources(`SELECT 1 FROM \`${text.slice(0, 49_000)}\``),
  },
  'src/answers/supersededQueries.ts': {
    titles: (text) =>
      findSupersededQueries({ attachments: [query('a', text), query('b', `(v${text}`)] } as never),
  },
  'src/answers/trimChart.ts': {
    sums: (text) =>
      trimSeries(
        {
          labels: ['a'],
          series: ['1', '2', text].map((value) => ({
            name: 'a',
            column: column('DOUBLE'),
            values: [value],
          })),
        } as never,
        2,
        true,
      ),
  },
  'src/bot/activities/isQuestion.ts': { isQuestion },
  'src/bot/activityShape.ts': {
    'every field': (text) =>
      activityShape.safeParse({
        ...aMessage(),
        type: text,
        id: text,
        name: text,
        action: text,
        locale: text,
        localTimezone: text,
        from: { id: text, name: text, aadObjectId: text },
        conversation: { id: text, conversationType: text },
      }),
    'locales of our letters': (text) =>
      activityShape.safeParse({
        ...aMessage(),
        locale: text.slice(0, 35),
        localTimezone: text.slice(0, 64),
      }),
  },
  'src/bot/gate/tokenCheck.ts': {
    tokens: (text) => isSigned(`Bearer ${text}.${text}.${text}`, delivery),
  },
  'src/bot/cleanText.ts': { cleanText },
  'src/bot/text/bareWords.ts': { bareWords, formsOf, parseCommand },
  'src/bot/commands/guessCommand.ts': { guessCommand },
  'src/bot/commands/parseChartWish.ts': { parseChartWish },
  'src/bot/people/parseIntroduction.ts': {
    parseIntroduction,
    names: (text) => parseIntroduction(`My name is ${text.slice(0, 400)}`),
    hosts: (text) => parseIntroduction(`a@a.${text.slice(0, 400)}`),
    ends: (text) => parseIntroduction(`a@a.a ${text.slice(0, 400)}`),
    'what is said before': (text) => parseIntroduction(`${text.slice(0, 400)}: a@a.a`),
  },
  'src/bot/people/findAddress.ts': { findAddress, hosts: (text) => findAddress(`a@a.${text}`) },
  'src/bot/people/saidOfOneself.ts': { folded },
  'src/bot/signIn/readCode.ts': {
    readCode,
    words: (text) => readCode(`${text.slice(0, 100)}123456`),
  },
  'src/bot/subscriptions/readForm.ts': {
    time: (time) => readForm({ every: 'day', time }, []),
    amount: (amount) => {
      const of = { key: 'x', name: { column: 'x' }, value: 1 };
      return readForm({ every: 'day', time: '9:00', only: 'above', figure: 'x', amount }, [of]);
    },
  },
  'src/bot/text/bareName.ts': { bareName },
  'src/bot/text/htmlToText.ts': {
    htmlToText,
    tags: (text) => htmlToText(`<img itemtype="http://schema.skype.com/Emoji" ${text}>`),
    'what is listed': (text) => htmlToText(`<ol><li>${text}`),
    'preformatted text': (text) => htmlToText(`<pre>${text}`),
    cells: (text) => htmlToText(`<table><tr><td>${text}`),
  },
  'src/bot/text/htmlTokens.ts': {
    'what is skipped': (text) => htmlToText(`<style>${text}`),
    quotations: (text) =>
      htmlToText(`<blockquote itemtype="http://schema.skype.com/Reply">${text}</blockquote>x`),
  },
  'src/bot/text/joinPieces.ts': {
    words: (text) => joinPieces([text, undefined, text, undefined]),
    characters: (text) =>
      joinPieces([...text.slice(0, text.length / 6.5)].flatMap((each) => [each, undefined])),
  },
  'src/bot/text/readMentions.ts': {
    texts: (text) => readMentions({ entities: [mention(`<at>${text}`, text)] }).next(text),
  },
  'src/bot/text/readText.ts': {
    texts: (text) => readMessage({ text }),
    'texts of a bot that is mentioned': (text) =>
      readMessage({ text, recipient: { id: '28:bot', name: text.slice(0, 3) } }),
    'mentions of many': (text) =>
      readMessage({
        text,
        entities: Array.from({ length: 3_000 }, (_, at) => mention(text.slice(0, at), '$&')),
      }),
    'mentions that grow': (text) =>
      readMessage({
        text,
        entities: [1, 2, 3].map((length) => mention(text.slice(0, length), text)),
      }),
    'the mention of the bot': (text) =>
      readMessage({
        text: `${text}x`,
        recipient: { id: '29:grace' },
        entities: [mention(text.slice(0, 1), 'Genie'), mention('x', 'Genie')],
      }),
    'what HTML alone holds': (text) =>
      readMessage({ text: '', attachments: [{ contentType: 'text/html', content: text }] }),
  },
  'src/bot/text/splitMentions.ts': {
    names: (text) => readMessage({ text: `<at>${text}</at>` }),
    tags: (text) => readMessage({ text: `<at ${text}>x</at>` }),
  },
  'src/bot/text/splitQuotes.ts': {
    splitQuotes,
    tags: (text) => splitQuotes(`<quoted ${text}>`),
    ids: (text) => splitQuotes(`<quoted messageId="${text}`),
    pairs: (text) => splitQuotes(`<quoted messageId="1">${text}</quoted>`),
  },
  'src/bot/text/textLines.ts': { lines: (text) => htmlToText(`a${text}b<br>`) },
  'src/bot/text/withoutQuote.ts': {
    texts: (text) => withoutQuote(text, ''),
    quotes: (text) =>
      withoutQuote(
        text,
        `<blockquote itemtype="http://schema.skype.com/Reply">${text}</blockquote>`,
      ),
    'quotes without end': (text) => withoutQuote(text, text),
  },
  'src/bot/text/withoutSeparator.ts': { withoutSeparator },
  'src/bot/text/withoutTypedName.ts': {
    names: (text) => withoutTypedName(`@${text}`, [text.slice(0, 256), 'a']),
  },
  'src/cards/answer/saysFigure.ts': { saysFigure, years: (text) => saysFigure(`2026-${text}`) },
  'src/markdown/emphasis.ts': {
    marks: (text) => markdownElements(`a${text.slice(0, 7_000)}`),
  },
  'src/markdown/lexMarkdown.ts': {
    tables: (text) => markdownElements(`a|b\n-|-\n${text.slice(0, 7_000)}`),
    definitions: (text) => markdownElements(`[a]: ${text.slice(0, 7_000)}`),
    addresses: (text) => markdownElements(`https://a${text.slice(0, 7_000)}`),
  },
  'src/markdown/lexSafely.ts': {
    // `textElements` cuts what it gets, and so does `splitMarkdown`.
    blocks: (text) => markdownElements(text.slice(0, 8_000)),
  },
  'src/markdown/inlineRuns.ts': {
    texts: (text) => textElements([text], 8_000, testReader().texts),
    summaries: (text) => answerSummary(answer(text), testReader().texts),
  },
  'src/cards/parts/readableJson.ts': {
    texts: readableJson,
    strings: (text) => readableJson(JSON.stringify({ [text.slice(0, 9)]: text })),
    lists: (text) => readableJson(JSON.stringify([...text.slice(0, 4_000)])),
  },
  'src/cards/parts/cardSubmit.ts': {
    comments: (text) => parseCardSubmit({ action: 'comment', answer: text, comment: text }),
    actions: (text) => parseCardSubmit({ action: text, answer: text }),
  },
  'src/cards/parts/plainText.ts': {
    plainText,
    lines: (text) => clipLine(text, 80),
    texts: (text) => clipText(text, 8_000),
  },
  'src/charts/drawChart.ts': { labels: (text) => drawChart(chart(clipLine(text, 200)) as never) },
  'src/common/decodeEntities.ts': {
    decodeEntities,
    numbers: (text) => decodeEntities(`&#${text}&#x${text}&${text}`),
  },
  'src/common/log.ts': { lines: (text) => log.info('x', { text }) },
  'src/common/maskSecrets.ts': {
    maskCredentials,
    maskEmails,
    tokens: (text) => maskCredentials(`eyJ${text} Bearer ${text}`),
    hosts: (text) => maskEmails(`a@${text}`),
  },
  'src/common/trimInvisible.ts': { trimInvisible },
  'src/common/withoutAccents.ts': { withoutAccents },
  'src/config/botCloud.ts': { hosts: (text) => readBotCloud(settings('BOT_SERVICE_HOSTS', text)) },
  'src/config/exportSettings.ts': {
    addresses: (text) =>
      readExportSettings(settings('PUBLIC_BASE_URL', `https://a.example/${text}x`)),
  },
  'src/config/readSpaceIds.ts': {
    links: (text) => readSpaceIds(settings('DATABRICKS_SPACE_ID', `/${text}`)),
  },
  'src/config/settings.ts': { lists: (text) => settings('LIST', `a${text}b`).list('LIST') },
  'src/exports/cellWriter.ts': {
    textCell,
    identifiers: (text) => createCellWriter({ name: 'id', type: 'LONG' }, [text])(text),
  },
  'src/exports/contentDisposition.ts': { contentDisposition },
  'src/exports/defuseCell.ts': {
    texts: (text) => defuseCell(text, column('STRING')),
    numbers: (text) => defuseCell(text, column('DOUBLE')),
  },
  'src/exports/escapeXml.ts': { escapeXml },
  'src/exports/exportFileName.ts': { titles: (text) => exportFileName(text, 'csv', 0) },
  'src/exports/readExactNumber.ts': {
    numbers: (text) => readExactNumber(`1${text}1`, false),
    fractions: (text) => readExactNumber(`0.1${text}1`, true),
  },
  'src/exports/readExactTime.ts': {
    readExactTime,
    fractions: (text) => readExactTime(`2026-01-01 00:00:00.${text}1x`),
  },
  'src/gateway/rowSplitter.ts': {
    rows: (text) => createRowSplitter().read(`[[${text}`),
    texts: (text) => createRowSplitter().read(`[["${text}`),
    'what is between': (text) => createRowSplitter().read(`[${text}`),
  },
  'src/gateway/agent/sayTurn.ts': {
    steps: (text) => sayTurn({ items: [{ kind: 'reasoning', id: 'a', state: 'done', text }] }),
  },
  'src/gateway/agent/toReport.ts': {
    reports: (text) => {
      const items: Item[] = [
        { kind: 'query', id: 'a', state: 'done', callId: 'a', sql: text },
        { kind: 'result', id: 'b', state: 'done', callId: 'a', text },
        { kind: 'report', id: 'c', state: 'done', parts: [{ text, sql: text, citations: [] }] },
      ];
      const ids = { spaceId: 'a', conversationId: 'b', messageId: 'c' };
      return toReport({ question: '', items, ending: { how: 'completed' } }, ids);
    },
  },
  'src/genie/agent/toItem.ts': {
    items: (text) => {
      const metadata = { columns: [text], preview_rows: [[text]], status: text };
      const content = [{ text, metadata }];
      const item = { id: text, type: 'message', content, arguments: text, status: text };
      return toItem(z.parse(itemWire, item));
    },
  },
  'src/genie/failureKinds.ts': { texts: (text) => failureKindOf({ type: text, text }) },
  'src/genie/http/htmlWords.ts': {
    isHtml,
    htmlWords,
    titles: (text) => htmlTitle(`<title>${text}`),
    scripts: (text) => htmlWords(`<script>${text}`),
  },
  'src/genie/http/nameRefusal.ts': {
    texts: (text) => nameRefusal({ status: 400, errorCode: text, text, about: 'conversation' }),
    codes: (text) => nameRefusal({ status: 400, errorCode: text, text: '', about: 'space' }),
  },
  'src/genie/http/signIn.ts': {
    pages: (text) => isSignInPage(`<html>${text}`),
    titles: (text) => isSignInPage(`<html><title>${text}</title>`),
    paths: (text) => isSignInAddress({ hostname: text, pathname: `/${text}` } as URL),
  },
  'src/genie/http/readErrorBody.ts': {
    readErrorBody,
    pages: (text) => readErrorBody(`<pre>${text}`),
    codes: (text) => readErrorBody(`A${text}`),
    messages: (text) => readErrorBody(JSON.stringify({ message: text })),
    delays: (text) =>
      readErrorBody(
        JSON.stringify({ details: [{ '@type': 'google.rpc.RetryInfo', retry_delay: `${text}x` }] }),
      ),
  },
  'src/genie/http/readRetryAfter.ts': {
    waits: (text) => readRetryAfter(text, 0),
    dates: (text) => readRetryAfter(`GMT${text}x`, 0),
  },
  'src/genie/http/redact.ts': { texts: (text) => redact(text, ['secret', text.slice(0, 40)]) },
  'src/page/document/escapeHtml.ts': { escapeHtml },
  'src/page/document/escapeMarkdown.ts': { escapeMarkdown, escapeLineStarts },
  'src/page/document/markdownDocument.ts': {
    paragraphs: (text) => asMarkdown({ type: 'paragraph', runs: [{ text }] }),
    headings: (text) => asMarkdown({ type: 'heading', level: 2, runs: [{ text }] }),
    code: (text) => asMarkdown({ type: 'code', text }),
    lists: (text) => asMarkdown({ type: 'list', items: [[{ type: 'code', text }]] }),
    cells: (text) =>
      asMarkdown({ type: 'table', name: 'a', columns: [{ heading: text }], rows: [[text]] }),
  },
  'src/page/document/markdownRuns.ts': {
    looks: (text) => markdownRuns([{ text }, { text, isBold: true }, { text, isCode: true }]),
    lines: (text) => markdownLine([{ text }]),
    cells: (text) => markdownCell([{ text, isCode: true }]),
  },
  'src/page/document/splitMarkdown.ts': { splitMarkdown },
  'src/page/transcript/transcriptBlocks.ts': {
    questions: (text) => [
      ...transcriptMarkdown(
        {
          title: text,
          savedAt: 0,
          turns: [{ askedAt: 0, question: `a${text}`, outcome: { kind: 'open' } }],
        },
        testReader(),
      ),
    ],
  },
  'src/questions/askerLabel.ts': {
    names: (text) =>
      askerLabel({ name: text, email: text, knownBy: 'self-declared', lookedUp: false }),
  },
  'src/schedule/parseSubscribe.ts': {
    messages: parseSubscribe,
    times: (text) => parseSubscribe(`subscribe every ${text}`),
    questions: (text) => parseSubscribe(`subscribe every day at 9:00: ${text}`),
    ends: (text) => parseSubscribe(`subscribe to ${text} every day at 9:00`),
  },
  'src/schedule/words/clipGiven.ts': { clipGiven },
  'src/schedule/words/readWish.ts': {
    'without a colon': (text) => parseSubscribe(`subscribe every day at 9:00 ${text}`),
  },
  'src/schedule/words/readZone.ts': {
    zones: (text) => readZone(text, text, 0),
    cities: zoneOfCity,
  },
  'src/serving/endpointShape.ts': {
    task: shapeOf,
    refusal: (text) => learnShape(new AppError('endpoint-declined', text), newAgent),
  },
  'src/serving/reply/footnotes.ts': {
    whole: (text) => splitFootnotes(text, 'whole'),
    partial: (text) => splitFootnotes(`[1] ${text}`, 'partial'),
    definition: (text) => splitFootnotes(`[^1]: ${text}`, 'whole'),
    link: (text) => splitFootnotes(`[^1]: [${text}](${text})`, 'whole'),
  },
  'src/serving/reply/oneLine.ts': { oneLine },
  'src/serving/reply/toCitation.ts': { title: (text) => toCitation(text, text) },
  'src/serving/reply/toolName.ts': { toolName },
  'src/storage/rows/tableEntity.ts': {
    names: (text) => fromEntity({ partitionKey: 'a', rowKey: 'b', [`x${text}`]: text, etag: '' }),
  },
};

/** Patterns over what is never long. */
const short: Record<string, string> = {
  'src/bot/endpoints/feedbackEndpoint.ts': 'a header, of which Node takes 16 KB',
  'src/bot/framework/tokenCheck.ts': 'a header, of which Node takes 16 KB',
  'src/genie/http/sendRequest.ts': 'a token of ours',
  'src/questions/chats/searchChats.ts': 'what is searched for, of at most 200 characters',
  'src/questions/ids.ts': 'a conversation’s ID, of at most 2,000 characters',
};

const length = 256 * 1024;
const limitMs = 200;

/** What a long text can be made of: each kind of character that some pattern knows, and mixtures of two. */
const kinds = [
  ...[
    '.',
    ' ',
    '\u00a0',
    '…',
    '!',
    '\t',
    '\n',
    '\r\n',
    '0',
    '7',
    'a',
    'Z',
    'é',
    'a\u0301',
    '\u0301',
  ],
  ...[
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '&',
    '@',
    '"',
    "'",
    '`',
    '|',
    '*',
    '_',
    '~',
    '#',
    '-',
  ],
  ...[
    '=',
    '+',
    '/',
    '\\',
    ';',
    ',',
    ':',
    '%',
    '$',
    '漢',
    '😀',
    '👩‍👩‍👧',
    '\ud800',
    '\u200b',
    '\u202e',
    '\0',
  ],
  ...[
    '. ',
    ' .',
    '\n ',
    ' \n',
    '0 ',
    '0.',
    '.0',
    'a ',
    'a@',
    'a.',
    '@a.',
    'a@a.a',
    '-a',
    'a-',
    '+-',
    '><',
  ],
  ...[
    '<a',
    '<a>',
    '</a>',
    '<p>',
    '<at>a</at>',
    '[a](',
    '[[',
    '](',
    '**',
    '* ',
    '_a',
    '__',
    '> ',
    '- ',
    '1. ',
  ],
  ...[
    '| ',
    '|-',
    '`a',
    '``',
    '&amp;',
    '&nbsp;',
    '\\"',
    '"\\',
    '\\\\',
    '" ',
    '$&',
    '$`',
    '_x0041_',
    'eyJ',
    'eyJ-',
  ],
  ...['Bearer ', 'sig=', 'dapi0', '{{DATE', 'e1', '=;', '\t=', ';messageid='],
];

/** The fixed parts of a pattern, alone and after one another: what its search for an end could begin with. */
function pumpsOf({ source }: Pattern): string[] {
  const parts = source.replace(/\[(?:\\.|[^\]])*\]|\(\?[<=!:]+|[()?*+^$|]/g, '\0').split('\0');
  const fixed = parts
    .map((part) => part.replace(/\\([^\w])/g, '$1').replace(/\\\w/g, ' '))
    .filter(Boolean);
  return [...fixed, ...fixed.map((_, at) => fixed.slice(0, at + 1).join(''))];
}

const { patterns } = listPatterns();

/** How long a parser takes for a text of `size` characters (ms). */
function timeOf(parse: (text: string) => unknown, variant: Variant, size: number): number {
  const text = variant(size);
  const before = performance.now();
  parse(text);
  return performance.now() - before;
}

/** The same in the time of this thread alone, which is coarse: the machine may be busy with other things. */
function ownTimeOf(parse: (text: string) => unknown, variant: Variant, size: number): number {
  const text = variant(size);
  const before = process.threadCpuUsage();
  parse(text);
  return process.threadCpuUsage(before).user / 1_000;
}

type Variant = (size: number) => string;

interface LongText {
  kind: string;
  variants: Variant[];
}

/** A long text of one kind: alone, with another character before and after it, and with a line's end. */
function variantsOf(kind: string): Variant[] {
  const long = kind.repeat(Math.ceil(length / kind.length));
  return [
    (size) => long.slice(0, size),
    (size) => `a${long.slice(0, size)}x`,
    (size) => `${long.slice(0, size)}\n`,
  ];
}

/**
 * How long a parser can be expected to take for 256 KB (ms), by what an eighth of that takes: no time if even the cube of
 * eight stays below the limit, and otherwise as it grows from a quarter of the eighth.
 */
function expectedTimeOf(parse: (text: string) => unknown, variant: Variant): number {
  const timeOfPart = (part: number) => timeOf(parse, variant, length / part);
  // From 8 to 32 KB is two doublings, from there to 256 KB three.
  const extrapolate = (quarter: number, eighth: number) =>
    eighth * Math.max(1, eighth / quarter) ** 1.5;
  const eighth = timeOfPart(8);
  if (eighth * 8 ** 3 < limitMs) return 0;
  const quarter = timeOfPart(8 * 4);
  const expected = extrapolate(quarter, eighth);
  if (expected <= limitMs / 4) return expected;
  // The machine may be busy with other things: the shorter of two times is the truer one.
  const shorterOf = (first: number, part: number) => Math.min(first, timeOfPart(part));
  return extrapolate(shorterOf(quarter, 8 * 4), shorterOf(eighth, 8));
}

/**
 * The kind of text that takes a parser too long, if there is one. Of those that could, the worst are tried: what grows
 * faster than its text is far ahead of the rest, which a parser with much to do for each character has hundreds of.
 */
function findSlow(parse: (text: string) => unknown, texts: LongText[]): string | undefined {
  const isSlow = (variant: Variant) => ownTimeOf(parse, variant, length) > limitMs;
  const suspects: { kind: string; variant: Variant; expected: number }[] = [];
  for (const { kind, variants } of texts) {
    for (const variant of variants) {
      const expected = expectedTimeOf(parse, variant);
      // One so far ahead is enough: all of them could take an hour.
      if (expected > 40 * limitMs && isSlow(variant)) return kind;
      if (expected > limitMs / 4) suspects.push({ kind, variant, expected });
    }
  }
  const worst = suspects.sort((a, b) => b.expected - a.expected).slice(0, 20);
  return worst.find(({ variant }) => isSlow(variant))?.kind;
}

describe.each(Object.entries(parsers))('%s', (path, functions) => {
  const pumps = patterns.filter((pattern) => pattern.path === path).flatMap(pumpsOf);
  const texts = someOf([...new Set([...kinds, ...pumps])]).map((kind) => ({
    kind,
    variants: variantsOf(kind),
  }));

  it.each(Object.entries(functions))(
    'reads any 256 KB in no time: %s',
    (_name, parse) => {
      parse('a');
      expect(findSlow(parse, texts)).toBeUndefined();
    },
    120_000,
  );
});

it('every file with a pattern that repeats something is among them', () => {
  const repeats = ({ source }: Pattern) =>
    /[*+]|\{\d+,\}/.test(source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'x'));
  const files = new Set(patterns.filter(repeats).map(({ path }) => path));
  const known = new Set([...Object.keys(parsers), ...Object.keys(short)]);
  expect([...files].filter((path) => !known.has(path))).toEqual([]);
});
