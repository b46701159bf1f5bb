import { hasAdditiveWord } from './additiveWords.ts';
import { isEntities } from './entityWords.ts';

export type Period = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'date';

/**
 * What a word says about the column that it names.
 * - `key`: an identifier, wherever it stands; `end-key`: if it stands last; `first-key`: if it stands first or last
 * - `number`: an identifier, unless it counts something: `order number`, but `number of orders`
 * - `count`: a number that was worked out; `relation`: one that was compared; `measure`: an amount of something
 * - `when`: which of several times: `last year`
 * - `of`: what follows only explains what stands before
 */
export type Role =
  | Period
  | 'key'
  | 'end-key'
  | 'first-key'
  | 'number'
  | 'count'
  | 'relation'
  | 'measure'
  | 'when'
  | 'of';

/** Without accents, as `nameWords` writes them. Later lists win. */
const lists: readonly (readonly [Role, string])[] = [
  [
    'measure',
    // English
    'n ratio rate pct percent percentage share media area balance price prices value values salary wage wages budget target forecast actual headcount population people persons' +
      ' change growth weight height length width depth distance duration temperature temp speed capacity size volume power' +
      ' energy pressure score points rating level age bytes kb mb gb kg km meters miles sqft stars votes likes calories' +
      ' years months weeks days hours minutes seconds ms children elo rent rents fare fares',
  ],
  [
    'measure',
    // German
    'umsatze betrag betrage preis preise wert werte gehalt lohn bestand saldo erlos erlose einnahmen ausgaben gewicht dauer' +
      ' bevolkerung einwohner kunden bestellungen auftrage rechnungen besuche stuck stunden tage wochen monate jahre minuten' +
      ' alter miete vorjahr vormonat vorwoche vorquartal absatz',
  ],
  [
    'measure',
    // French, Spanish, Portuguese, Italian
    'montant prix valeur cout couts ventes revenu revenus benefice poids duree solde salaire effectif effectifs clients' +
      ' commandes chiffre ventas ingresos importe monto precio valor costo coste costos costes ganancia beneficio unidades' +
      ' peso duracion saldo salario poblacion habitantes clientes pedidos usuarios vendas receita preco custo custos lucro' +
      ' populacao vendite ricavi fatturato importo prezzo valore costi utile unita stipendio popolazione clienti ordini' +
      ' jours heures annees dias horas meses semanas anos giorni ore mesi anni edad eta alquiler loyer',
  ],
  [
    'measure',
    // Dutch, the North, Polish, Czech, Turkish, Finnish, Indonesian
    'omzet bedrag prijs waarde winst gewicht klanten bestellingen inwoners voorraad dagen uren jaren omsattning omsaetning' +
      ' omsetning belopp belob belop pris varde kostnad kostnader vinst befolkning kunder salg forsaljning przychod' +
      ' przychody sprzedaz kwota cena wartosc koszt koszty zysk ludnosc trzby castka hodnota naklady zisk obyvatel gelir' +
      ' satis tutar fiyat deger maliyet miktar nufus liikevaihto myynti hinta arvo penjualan pendapatan harga nilai biaya',
  ],
  [
    'measure',
    // Russian, and the amounts of SAP
    'выручка продажи цена стоимость прибыль население объем netwr dmbtr wrbtr menge kwmeng netpr brtwr kbetr labst mwsbk',
  ],
  [
    'count',
    'count counts cnt total totals sum avg average mean median distinct anzahl summe gesamt gesamtzahl durchschnitt' +
      ' mittelwert anteil nombre somme moyenne cantidad suma promedio porcentaje quantidade soma percentual conteggio' +
      ' somma quantita quantite aantal som gemiddelde antal antall summa snitt' +
      ' liczba srednia ilosc pocet soucet prumer mnozstvi adet toplam ortalama jumlah maara количество сумма среднее доля' +
      ' عدد مجموع متوسط',
  ],
  ['relation', 'per vs versus yoy mom qoq ytd mtd qtd delta diff difference'],
  ['when', 'last this previous prior next to by over'],
  ['of', 'of de del di da do dos das du des della dei degli von van'],
  [
    'key',
    'id ids uid uuid guid identifier identifiant identificador identificativo zip zipcode postal postcode plz psc cep' +
      ' telephone fax sku ean upc gtin isbn iban ssn vin serial siret siren cpf cnpj pesel regon nip curp rfc schlussel' +
      ' schluessel kennung leitzahl barcode ид идентификатор код معرف رقم رمز كود מזהה קוד รหัส कोड',
  ],
  [
    'key',
    'kunnr matnr lifnr belnr vbeln posnr ebeln ebelp aufnr banfn pernr bukrs werks lgort vkorg vtweg spart mandt kostl prctr' +
      ' saknr hkont buzei equnr tplnr charg bwart vkgrp vkbur kunag kunwe matkl gsber kokrs objnr',
  ],
  [
    'end-key',
    'key keys sk pk fk code codes phone tel mobile telefon telefono telefone telefoon pin hash version' +
      ' seq sequence sleutel nyckel klucz klic matricule matricula folio ref',
  ],
  ['first-key', 'codigo codice cod kod kode koodi clave chave chiave cle nomor'],
  ['number', 'number no nr num nbr nummer numer numero nro cislo номер numara numarasi'],
  [
    'year',
    'year yr fy cy yyyy jahr gjahr mjahr ano anno annee exercice ejercicio jaar rok vuosi yil yıl tahun aar год рік ετος' +
      ' سنة السنة عام العام שנה वर्ष साल ปี',
  ],
  ['quarter', 'quarter qtr qoy quartal halbjahr trimestre kwartal kwartaal kvartal ceyrek квартал'],
  [
    'month',
    'month moy monat poper spmon mes mois mese maand manad maned miesiac mesic kuukausi honap bulan месяц yearmonth yyyymm' +
      ' anomes',
  ],
  ['week', 'week wk woche kw semaine semana settimana vecka uge uke tydzien tyden hafta неделя'],
  ['day', 'day dow dom doy weekday tag jour dia giorno dag dzien день yyyymmdd'],
  ['hour', 'hour stunde heure hora ora uur timme godzina hodina saat час'],
  ['minute', 'minute second'],
  ['date', 'date datum fecha period periode periodo zeitraum'],
];

const roles = new Map(
  lists.flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
);

/** The role of a word; most have none. */
export function roleOf(word: string): Role | undefined {
  const known = roles.get(word);
  if (known) return known;
  return hasAdditiveWord([word]) || isEntities(word) ? 'measure' : undefined;
}
