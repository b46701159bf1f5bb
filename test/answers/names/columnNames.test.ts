import { describe, expect, it } from 'vitest';
import { columnKind } from '../../../src/answers/columnKind.ts';
import { timeKind } from '../../../src/answers/periods.ts';

/** What the rule promises: a name and some numbers, as Genie sends them, and what they are. */

const kindOf = (name: string, numbers: readonly string[], type = 'LONG') =>
  columnKind({ name, type }, numbers);

const keys = ['4110656', '3043270', '5000001', '2000003'];
/** As amounts are: some twice, in no order. */
const amounts = ['1204', '988', '15320', '988'];
const years = ['2022', '2023', '2024'];

const identifiers: Record<string, string> = {
  English: `id ID customerId customer_id customerid CUSTOMERID CustomerID orderid order_no orderno ordernumber
    phonenumber account_number accountno invoice_num zip zipcode postal_code ship_to_zip userids sales_id sales_order_id
    salesorderid sales_order_number unique_id last_order_id created_by_id media_id rate_code area_code
    customer_id_number barcode idproduct line_item_id customerID2 n_id
    empno deptno custid prodid sessionid trackingnumber serialnumber isbn13 ean13 Order# Nº_pedido №_заказа`,
  'TPC-H': `o_orderkey o_custkey c_custkey c_nationkey l_orderkey l_partkey l_suppkey l_linenumber p_partkey ps_partkey
    ps_suppkey s_suppkey s_nationkey n_nationkey n_regionkey r_regionkey`,
  'TPC-DS': `ss_item_sk ss_customer_sk ss_sold_date_sk ss_sold_time_sk ss_ticket_number cs_order_number ws_order_number
    i_brand_id i_manager_id d_date_sk d_month_seq d_week_seq ca_zip cp_catalog_number web_site_sk s_market_id itemsk`,
  'Northwind and AdventureWorks': `OrderID EmployeeID ProductID SupplierID CategoryID PostalCode TerritoryID HomePhone
    SalesOrderID SalesOrderDetailID BusinessEntityID ProductKey OrderDateKey SalesTerritoryKey RevisionNumber`,
  SAP: 'KUNNR MATNR LIFNR BELNR VBELN POSNR EBELN AUFNR PERNR BUKRS WERKS VKORG KOSTL MANDT SAKNR',
  German: `Kundennummer Kunden-Nr KundenNr kundennr Rechnungsnummer rechnungsnr Artikelnr ArtikelNr Auftragsnummer
    Bestellnummer Postleitzahl plz PLZ Belegnummer kundenid Kostenstellennr Produktschlüssel Filialnr Telefonnummer
    Bestell-Nr. Hausnummer Steuernummer Vertragsnr Matrikelnummer`,
  French:
    'id_client numéro_client numéro_de_client code_postal code_client code_produit matricule clé_produit SIRET',
  Spanish:
    'id_cliente idcliente código_cliente codigo_postal cod_producto numero_pedido num_factura',
  Portuguese: 'id_cliente codigo_produto numero_pedido idproduto cep',
  Italian: 'id_cliente codice_cliente numero_fattura codice_prodotto',
  'Dutch, Polish, Turkish':
    'klantnummer klantid bestelnummer nr_faktury kod_produktu numer_klienta kod sipariş_no',
  'Japanese, Chinese, Korean':
    '顧客ID 顧客番号 商品コード 注文番号 客户编号 订单号 产品代码 고객번호 상품코드 고객ID',
  'Russian, Arabic': 'номер_заказа код_товара رقم_العميل',
};

const measures: Record<string, string> = {
  English: `revenue sales amount quantity count orders number_of_orders total_number num_orders order_count ordercount
    customers users employees headcount population units paid bid grid total casino piano volcano turkey monkey
    revenue_per_customer_id count_customer_id distinct_user_ids orders_number key_accounts mobile_visits active_users_month
    headcount_year_end population_year_2020 population_year2020 sales_last_year last_year year_over_year
    month_to_date_orders revenue_ytd idle_seconds lines_of_code cost_of_goods price balance discount accountbalance
    NumberCarsOwned number_employees no_shows kids tasks risk_score desk disk platinum prepaid overpaid fluid
    years_employed days_open hours unitsinstock storage_gb media_spend area_sqm #orders number_of_keys madrid domino kimono whiskey
    kiosk android hybrid salesperson_count shipping_cost taxes unpaid_orders max_price min_age last_month previous_year`,
  'TPC-H': `o_totalprice o_custcount l_quantity l_extendedprice l_tax ps_availqty ps_supplycost p_retailprice c_acctbal
    p_size`,
  'TPC-DS': `ss_quantity ss_net_paid ss_net_profit ss_ext_sales_price inv_quantity_on_hand hd_dep_count s_number_employees
    cc_employees p_response_target`,
  'Northwind and AdventureWorks': `Freight UnitPrice UnitsInStock UnitsOnOrder ReorderLevel SalesAmount OrderQuantity
    TotalProductCost YearlyIncome NumberChildrenAtHome VacationHours SafetyStockLevel`,
  SAP: 'NETWR MENGE DMBTR WRBTR KWMENG',
  German: `Umsatz Betrag Anzahl Stückzahl Jahresumsatz Umsatz_Vorjahr Vorjahr Kosten Gewinn Bestand Kunden Mitarbeiter
    Einwohnerzahl Anzahl_Kundennummern Umsatz_pro_Kunde Kontostand Lieferwert`,
  French:
    'montant ventes chiffre_affaires nombre_clients nombre_de_commandes prix_moyen effectif_fin_année',
  Spanish:
    'ventas importe cantidad número_de_clientes ingresos_año_anterior población precio casino_ingresos',
  Portuguese: 'vendas quantidade valor_total número_de_pedidos receita',
  Italian: 'vendite importo quantità ricavi numero_di_clienti',
  'Dutch, Polish, Turkish': 'omzet aantal bedrag sprzedaż liczba_klientów wartość gelir adet',
  'Japanese, Chinese, Korean':
    '売上 売上金額 注文数 前年売上 前年 销售额 订单数量 去年 매출액 고객수 2024年',
  'Russian, Arabic': 'выручка количество عدد_العملاء',
};

const yearNames = `year yr fy FY fiscal_year fiscalyear orderyear order_year sales_year d_year c_birth_year CalendarYear
  year_built year_of_birth max_year last_order_year model_year2 Jahr jahr Geschäftsjahr Baujahr Bestelljahr GJAHR año
  Año año_fiscal ano ejercicio année annee année_fiscale anno anno_fiscale jaar boekjaar bouwjaar Geburtsjahr annee_naissance año_nacimiento anno_nascita år rok yıl tahun vuosi 年 年度
  会計年度 年份 연도 год سنة שנה वर्ष`;

const namesIn = (text: string) => text.split(/\s+/);
const cases = (table: Record<string, string>) =>
  Object.entries(table).flatMap(([language, text]) =>
    namesIn(text).map((name) => [language, name] as const),
  );

describe('a column of whole numbers', () => {
  it.each(cases(identifiers))('identifies (%s): %s', (_, name) => {
    expect(kindOf(name, keys)).toBe('identifier');
    expect(kindOf(name, [])).toBe('identifier');
    expect(kindOf(name, ['4711001'])).toBe('identifier');
  });

  it.each(cases(measures))('measures (%s): %s', (_, name) => {
    expect(kindOf(name, amounts)).toBe('number');
    expect(kindOf(name, [])).toBe('number');
    expect(kindOf(name, ['1950'])).toBe('number');
  });

  it.each(namesIn(yearNames))('holds years, which are a time: %s', (name) => {
    expect(kindOf(name, years)).toBe('identifier');
    expect(timeKind({ name, type: 'LONG' }, years)).toBe('period');
  });

  it.each([
    ['month', ['1', '2', '12']],
    ['order_month', ['202401', '202402']],
    ['ordermonth', ['1', '2', '3']],
    ['Monat', ['1', '2', '3']],
    ['Kalenderwoche', ['51', '52']],
    ['Quartal', ['1', '2']],
    ['mes', ['1', '2']],
    ['mes_venta', ['202401', '202402']],
    ['mois', ['1', '2']],
    ['trimestre', ['1', '2']],
    ['月', ['1', '2']],
    ['年月', ['202401', '202402']],
    ['월', ['1', '2']],
    ['d_moy', ['1', '2']],
    ['sales_month', ['1', '2', '3']],
    ['salesmonth', ['202401', '202403']],
    ['hour_of_day', ['0', '23']],
    ['DayNumberOfWeek', ['1', '7']],
    ['orderdate', ['20240101', '20240102']],
    ['fy', ['23', '24']],
    ['season', ['2023', '2024']],
    ['vintage', ['1998', '2004']],
    ['x', ['2023', '2024']],
  ])('holds times if its numbers can be some: %s', (name, numbers) => {
    expect(kindOf(name, numbers)).toBe('identifier');
    const isNumbered = name === 'DayNumberOfWeek';
    if (!isNumbered) expect(timeKind({ name, type: 'INT' }, numbers)).toBe('period');
  });

  it.each([
    ['year', ['15000', '22000']],
    ['storage_month', ['1534', '988']],
    ['visits_week', ['3', '5']],
    ['sales_month', ['3', '5', '12']],
    ['orders_day', ['3', '4']],
    ['sales_year', ['15000', '22000']],
    ['week', ['1204', '988']],
    ['x', ['2023', '2101']],
    ['x', ['2023']],
    ['2024年', ['15000', '22000']],
    ['revenue', ['2019', '2020']],
    ['sales', ['2019', '2020']],
    ['count', ['2019', '2020']],
    ['amount', ['2019', '2020']],
    ['avg_price', ['2019', '2020']],
    ['headcount_year_end', ['2019', '2020']],
    ['Umsatz', ['2019', '2020']],
    ['gehalt', ['2019', '2020']],
    ['注文数', ['2019', '2020']],
  ])('holds amounts if its numbers can’t be times, or its name says so: %s %j', (name, numbers) => {
    expect(kindOf(name, numbers)).toBe('number');
  });

  it.each([
    ['of keys', 'xrefid', keys, 'identifier'],
    ['in sequence', 'xrefid', ['3', '1', '2'], 'identifier'],
    ['that rank', 'xrefid', ['5000001', '4110656', '3043270'], 'number'],
    ['that repeat', 'xrefid', amounts, 'number'],
    ['of keys', 'customer', keys, 'identifier'],
    ['that rank', 'customer', ['5204', '3100', '2988'], 'number'],
    ['that are small', 'customer', ['12', '904', '5'], 'number'],
    ['in sequence', 'num', ['1', '2', '3'], 'identifier'],
    ['that repeat', 'num', ['12', '5', '5'], 'number'],
  ])('whose name leaves it open goes by its numbers %s: %s', (_, name, numbers, kind) => {
    expect(kindOf(name, numbers)).toBe(kind);
  });

  it('with a fraction among them measures, whatever its name', () => {
    expect(kindOf('o_orderkey', ['1', '2.5'], 'DOUBLE')).toBe('number');
    expect(kindOf('Jahr', ['2024.5', '2025'], 'DOUBLE')).toBe('number');
    expect(kindOf('Jahr', ['2024.0', '2025.0'], 'DOUBLE')).toBe('identifier');
  });
});
