import { isMadeOfEntities } from './entityWords.ts';
import { roleOf } from './wordRoles.ts';

/** No other words end in these, or hardly any. */
const clearEndings =
  /^(.+)(nummer|number|nr|nbr|jahr|monat|quartal|woche|schlussel|schluessel|leitzahl|year|zipcode|postcode|jaar|uuid|guid)$/;
const otherwise = /^(?:midyear|leapyear|lightyear|multiyear|halfyear|renumber|outnumber)$/;

/** Ordinary words end in these as well: they count after something that has numbers. */
const endingsOfEntities =
  /^(.+?)(ids?|uid|key|sk|pk|fk|nk|code|kod|kode|num|no|phone|tel|zip|seq|quarter|qtr|month|week|day|hour|date|datum|tag)$/;

const amountEndings =
  /^(.+?)(umsatz|betrag|preis|wert|kosten|gewinn|menge|gewicht|dauer|bestand|anzahl|zahl|summe|price|amount|amt|cost|qty|quantity|sales|revenue|profit|total|count|value|balance|bal|discount|tax)$/;
/** `account` doesn't count. */
const noAmounts = /(?:account|viscount)$/;

/** How scripts without blanks write what a column holds, longest first, each as an English word. */
const otherScripts: readonly (readonly [RegExp, string])[] = [
  [/(?:前年|昨年|去年|今年|当年|作年|전년|작년|올해)(?:度|比)?$/u, 'amount'],
  [/(?:年月|月份|년월)$/u, 'month'],
  [/(?:年度|年份|年|연도|년도|년)$/u, 'year'],
  [/(?:四半期|季度|分기|분기)$/u, 'quarter'],
  [/(?:月|월)$/u, 'month'],
  [/(?:週|周|주차)$/u, 'week'],
  [
    /(?:番号|コード|ナンバー|キー|编号|編號|编码|號碼|号码|代码|代碼|번호|코드|아이디|工号|学号|单号|訂單號|账号|号)$/u,
    'key',
  ],
  [
    /(?:数|數|額|额|量|率|金額|金额|合計|合计|平均|売上|価格|费用|収益|利益|수|액|량|율|률|금액|합계|매출)$/u,
    'amount',
  ],
];

/**
 * The parts of a word in which Databricks' lower-case names hide what the column holds: `orderkey`, `kundennr`, `年度`.
 * A word that can't be parted safely stays as it is.
 */
export function splitWord(word: string): string[] {
  const plain = word.replace(/(?<=\p{L})\d+$/u, '');
  if (roleOf(plain)) return [plain];
  const foreign = otherScripts.find(([ending]) => ending.test(plain));
  // `2024年` holds what there was in that year.
  if (foreign) return [plain, /^\d/.test(plain) ? 'amount' : foreign[1]];
  return splitLatin(plain) ?? [plain];
}

function splitLatin(word: string): string[] | undefined {
  const [, before = '', ending = ''] = clearEndings.exec(word) ?? [];
  if (before !== '' && !otherwise.test(word)) return [before, ending];
  const [, thing = '', key = ''] = endingsOfEntities.exec(word) ?? [];
  if (thing !== '' && isMadeOfEntities(thing)) return [thing, key];
  if (/^id./.test(word) && isMadeOfEntities(word.slice(2))) return ['id', word.slice(2)];
  const [, of = '', amount = ''] = amountEndings.exec(word) ?? [];
  return of !== '' && amount !== '' && !noAmounts.test(word) ? [of, 'amount'] : undefined;
}

/** Words of languages that happen to end like keys. */
const ordinary =
  /^(?:.*(?:paid|void|droid|steroid|solid|valid|fluid|liquid|hybrid|grid|humid|maid|raid|tabloid|pyramid|covid|orchid|mermaid|squid|lipid|kleid|leid)|bid|aid|acid|arid|avid|kid|lid|mid|rid|did|said|laid|rapid|rigid|vivid|lucid|placid|stupid|timid|morbid|outbid|rebid|underbid|plaid|braid|turkey|monkey|donkey|hockey|jockey|whiskey|smokey|lackey|malarkey|decode|encode|transcode|unicode|opcode|lowcode|nocode|madrid|david|ingrid|astrid|sigrid|platinum|aluminum|molybdenum|magnum|sternum)$/;

/** Whether a word might end in a key whose first part isn't known here. The column's values have to tell. */
export function mayEndInKey(word: string): boolean {
  return /^.{2,}(?:id|key|code|num)$/.test(word) && !ordinary.test(word);
}
