import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/bot/commands/commands.ts';
import { guessCommand } from '../../../src/bot/commands/guessCommand.ts';
import { parseChartWish } from '../../../src/bot/commands/parseChartWish.ts';
import { parseCommand } from '../../../src/bot/commands/parseCommand.ts';
import { bareWords, formsOf } from '../../../src/bot/text/bareWords.ts';
import { allChartPhrases, allCommandTexts } from '../../../src/texts/commandsOfAll.ts';

const languages = Object.keys(allCommandTexts) as (keyof typeof allCommandTexts)[];
const wishes = ['line', 'bar', 'donut', 'table'] as const;

/** Every saying of every language, with what it means. */
const said = languages.flatMap((language) =>
  commands.flatMap((command) => {
    const { name, sayings } = allCommandTexts[language][command.name];
    return [name, ...sayings].map((saying) => ({ language, saying, means: command.name }));
  }),
);

const wished = languages.flatMap((language) =>
  wishes.flatMap((wish) =>
    allChartPhrases[language][wish].map((phrase) => ({ language, phrase, means: wish })),
  ),
);

/** What is said for more than one meaning, in whichever language and form. */
function findTwofold(meanings: readonly { words: string; means: string }[]): string[] {
  const found = Map.groupBy(
    meanings.flatMap(({ words, means }) => formsOf(words).map((form) => ({ form, means }))),
    ({ form }) => form,
  );
  return [...found]
    .filter(([, all]) => new Set(all.map(({ means }) => means)).size > 1)
    .map(([form]) => form);
}

describe('the commands of all languages', () => {
  it.each(said)('$language: “$saying” is $means', ({ saying, means }) => {
    expect(parseCommand(saying)?.name).toBe(means);
    expect(parseCommand(`${saying.toUpperCase()}!`)?.name).toBe(means);
  });

  it('never say two things with the same words', () => {
    expect(findTwofold(said.map(({ saying, means }) => ({ words: saying, means })))).toEqual([]);
    expect(findTwofold(wished.map(({ phrase, means }) => ({ words: phrase, means })))).toEqual([]);
    const wishForms = new Set(wished.flatMap(({ phrase }) => formsOf(phrase)));
    expect(
      said.filter(({ saying }) => formsOf(saying).some((form) => wishForms.has(form))),
    ).toEqual([]);
  });

  it.each(languages)('are shown and said once within a language: %s', (language) => {
    const own = said.filter((each) => each.language === language).map(({ saying }) => saying);
    expect(own.filter((saying, index) => own.indexOf(saying) !== index)).toEqual([]);
  });

  it.each(languages)('are short enough to be found, and in lower case: %s', (language) => {
    for (const { saying } of said.filter((each) => each.language === language)) {
      expect(bareWords(saying)).not.toBe('');
      expect(saying).toBe(saying.toLowerCase());
    }
  });

  it.each([
    ['hilfe', 'help'],
    ['Hilfe?', 'help'],
    ['„Hilfe“', 'help'],
    ['/hilfe', 'help'],
    ['AIDE !', 'help'],
    ['aide\u202f!', 'help'],
    ['« aide »', 'help'],
    ['¿ayuda?', 'help'],
    ['¡AYUDA!', 'help'],
    ['ヘルプ。', 'help'],
    ['ヘルプ？', 'help'],
    ['「ヘルプ」', 'help'],
    ['ﾍﾙﾌﾟ', 'help'],
    ['帮助。', 'help'],
    ['／帮助', 'help'],
    ['SQLを表示', 'sql'],
    ['ＳＱＬを表示', 'sql'],
    ['显示 SQL', 'sql'],
    ['Réinitialiser', 'reset'],
    ['reinitialiser', 'reset'],
    ['re\u0301initialiser', 'reset'],
    ['QUIEN SOY', 'whoami'],
    ['¿Quién soy?', 'whoami'],
    ['informacoes', 'info'],
    ['changer d’espace', 'spaces'],
    ["changer d'espace", 'spaces'],
    ['ABMELDEN UND LÖSCHEN', 'logout and delete'],
    ['abmelden und loeschen', 'logout and delete'],
    ['Sair e excluir.', 'logout and delete'],
    ['ınfo', 'info'],
    ['İNFO', 'info'],
    ['SİGN İN', 'sign in'],
  ])('are found however they are typed: %j', (text, command) => {
    expect(parseCommand(text)?.name).toBe(command);
  });

  it.each([
    // Orders, trend, advertisements, demolition, entertainment.
    'commandes',
    'Verlauf',
    'Anzeigen',
    'Abbruch',
    'Unterhaltung',
    // “New” or “existing” customers, and the like.
    'neu',
    'neue',
    'nuevo',
    'nouveau',
    'novo',
    '新規',
    '新',
    // “Current” or “historic”.
    'historique',
    'histórico',
    '履歴',
    '历史',
    // By which channel?
    'courriel',
    'correo',
    'メール',
    '邮箱',
    // A status, a rating, an envelope, from the start, cash.
    'statut',
    'estado',
    '状态',
    '停止',
    '注销',
    '退出',
    '评价',
    '評価',
    'avis',
    'comentarios',
    'sobre',
    '最初から',
    'espèces',
    'Hilfe zu Bestellungen',
    'ヘルプデスクのチケット',
    '帮助中心的访问量',
    'aide sociale par région',
    'cancelar pedidos por mes',
  ])('are not what might answer a question: %j', (text) => {
    expect(parseCommand(text)).toBeUndefined();
    expect(parseChartWish(text)).toBeUndefined();
  });

  it('are guessed in the reader’s language and in English', () => {
    const { de, fr, ja } = allCommandTexts;
    expect(guessCommand('hilfa', de)?.name).toBe('help');
    expect(guessCommand('hepl', de)?.name).toBe('help');
    expect(guessCommand('evaluer', fr)?.name).toBe('feedback');
    expect(guessCommand('hilfa', fr)).toBeUndefined();
    expect(guessCommand('hilfa')).toBeUndefined();
    expect(guessCommand('会話履修', ja)).toBeUndefined();
  });

  it.each(languages)('say what they are for where English does: %s', (language) => {
    const kinds = (texts: object) =>
      Object.entries(texts).map(([name, words]) => [name, Object.keys(words).sort()]);
    expect(kinds(allCommandTexts[language])).toEqual(kinds(allCommandTexts.en));
  });
});

describe('the ways to ask for a chart in all languages', () => {
  it.each(languages)('are each understood: %s', (language) => {
    for (const { phrase, means } of wished.filter((each) => each.language === language)) {
      expect([phrase, parseChartWish(phrase)]).toEqual([phrase, means]);
    }
  });

  it.each([
    ['als Liniendiagramm', 'line'],
    ['Bitte als Liniendiagramm!', 'line'],
    ['Zeig mir das als Säulendiagramm', 'bar'],
    ['zeige es bitte als Kreisdiagramm an', 'donut'],
    ['als eine Tabelle, bitte', 'table'],
    ['en courbe', 'line'],
    ['Montre-moi ça en graphique à barres, s’il te plaît', 'bar'],
    ['affiche-le en camembert svp', 'donut'],
    ['sous forme de tableau', 'table'],
    ['como gráfico de líneas', 'line'],
    ['Muéstramelo como grafico de barras por favor', 'bar'],
    ['en una tabla', 'table'],
    ['como gráfico de pizza', 'donut'],
    ['mostre isso em um gráfico de colunas', 'bar'],
    ['em tabela', 'table'],
    ['折れ線グラフで', 'line'],
    ['これを折れ線グラフにしてください。', 'line'],
    ['棒グラフで表示して', 'bar'],
    ['円グラフでお願いします', 'donut'],
    ['表で見せて', 'table'],
    ['用折线图', 'line'],
    ['请用柱状图显示', 'bar'],
    ['把它改成饼图吧', 'donut'],
    ['以表格的形式', 'table'],
  ])('stand in whole messages: %j', (text, wish) => {
    expect(parseChartWish(text)).toBe(wish);
  });

  it.each([
    'en ligne',
    'en línea',
    'em linha',
    'Umsatz als Liniendiagramm',
    'als Liniendiagramm nach Region',
    'ventes par mois en courbe',
    'ventas como gráfico de barras',
    '売上を折れ線グラフで',
    '用折线图显示销售额',
    'bitte',
    'mostrar',
    '表',
    '表格',
    'お願いします',
  ])('are not part of a question: %j', (text) => {
    expect(parseChartWish(text)).toBeUndefined();
  });
});
