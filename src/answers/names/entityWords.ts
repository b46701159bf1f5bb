/**
 * What companies number: a name ends in a key if one of these stands before `id`, `key`, `no` and the like, as in
 * `custkey` and `kundennr`. Without the list, `turkey` and `casino` would be keys, too.
 */
const entities = new Set(
  [
    // English, and the short forms of databases.
    'account acc acct ad adgroup address addr advert agency agent album answer area article artist asset author',
    'batch bill billing book booking branch brand business cal calendar campaign car card case cat category cell center',
    'channel child city claim class client cluster color column comment commodity comp company contact container contract',
    'cost country county coupon course cust customer date delivery department dept deposit dest detail device district',
    'division doc doctor document employee emp encounter entity entry event file film fleet flight form fund game group grp',
    'guest header home hotel house inv inventory invoice issue item job journal keyword label lead league ledger license',
    'line link loan loc location log login lot machine manager match mat material member merchant message meter mobile model',
    'movie msg nation object office operator opp opportunity ord order org organisation organization origin owner package',
    'page parcel parent park part partner party passenger patient payment person phone plan plant player policy portfolio',
    'position post postal process prod product profile project promo promotion property provider purchase query question',
    'quote reason receipt record ref reference region registration request req reservation response return review role room',
    'root route row sale sales schedule school season section security segment seller sensor serial series service session',
    'sheet ship shipment shipping shop site sku song source src staff state statement status step stock store student sub',
    'subcategory subscriber subscription supp supplier survey table tag task tax teacher team tel telephone tenant territory',
    'thread ticket time tour track trade train trans transaction trip truck trx txn type unit user usr vehicle vend vendor',
    'visit visitor voucher warehouse wh work worker workspace zip zone',
    // What years, months and days are of.
    'academic birth build calendar entry fin financial fiscal hire report reporting',
    // German, with the forms that stand in compounds.
    'artikel auftrag beleg bestell bestellung bezirk buchung fahrzeug filial filiale geschaft gerat haus kalender konto kosten',
    'kostenstelle kunde kunden lager land lieferant lieferanten liefer lieferung mandant mandanten material maschine',
    'mitarbeiter personal position produkt projekt rechnung serie serien standort steuer telefon verkauf vertrag vorgang',
    'werk',
    // French, Spanish, Portuguese, Italian, Dutch and the languages of the North.
    'abonnement agence bestelling cliente commande compte conta conto contrato cuenta dipendente dossier empleado employe',
    'empresa factura factuur faktura fattura fatura filial fornecedor fornitore fournisseur kund kunde klant lager',
    'leverancier loja magasin medewerker negocio ordine pais pedido persoon pessoa persona prodotto producto produit produto',
    'proveedor rekening serie sucursal tienda usuario utente utilisateur vare vente venda winkel zaak',
  ].flatMap((words) => words.split(' ')),
);
const longest = 15;
const longestCompound = 60;
/** German puts these between the parts of a compound. */
const links = ['', 's', 'n', 'en', 'es'];

/** These are often the whole name of a column of keys. Of the others, `loan` or `visit` might as well be amounts. */
const namedAlone = new Set(
  (
    'customer cust client employee product supplier vendor store warehouse ticket order ord kunde lieferant artikel ' +
    'filiale cliente proveedor producto fournisseur produit fornecedor produto fornitore prodotto klant leverancier'
  ).split(' '),
);

/** Whether a word names one thing, and a number in its place is most likely the thing's own. */
export function isNamedAlone(word: string): boolean {
  return namedAlone.has(word);
}

/** Whether a word names one thing of which there can be many. */
export function isEntity(word: string): boolean {
  return entities.has(word);
}

/** Whether a word names several of them, as far as an English ending tells. */
export function isEntities(word: string): boolean {
  return (
    (word.endsWith('ies') && entities.has(`${word.slice(0, -3)}y`)) ||
    (word.endsWith('es') && entities.has(word.slice(0, -2))) ||
    (word.endsWith('s') && entities.has(word.slice(0, -1)))
  );
}

/** Whether a word is nothing but such names: `salesorder`, `rechnungs`. */
export function isMadeOfEntities(word: string): boolean {
  if (word === '' || word.length > longestCompound) return false;
  /** Up to which places the word is made of them. */
  const ends = new Set([0]);
  for (const start of ends) {
    for (let end = start + 2; end <= Math.min(start + longest, word.length); end += 1) {
      if (!entities.has(word.slice(start, end))) continue;
      for (const link of links) if (word.startsWith(link, end)) ends.add(end + link.length);
    }
  }
  return ends.has(word.length);
}
