import { createRandom } from './random.ts';

/** Where the company sells: each region with its countries, the strongest first. */
export const regions: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'North America': ['United States', 'Canada', 'Mexico'],
  Europe: ['Germany', 'France', 'United Kingdom', 'Spain', 'Netherlands'],
  'Asia Pacific': ['Japan', 'Australia', 'India', 'Singapore'],
  'Latin America': ['Brazil', 'Chile', 'Argentina'],
  'Middle East': ['United Arab Emirates', 'Israel', 'Jordan'],
  Africa: ['South Africa', 'Kenya', 'Nigeria'],
};

export const segments = ['Grocery', 'Food Service', 'Convenience', 'Online'] as const;

export interface Customer {
  id: number;
  name: string;
  segment: string;
  country: string;
  region: string;
  /** Not every customer has one. */
  email: string | null;
  /** The day the account was opened, `YYYY-MM-DD`. */
  since: string;
}

const given: [name: string, country: string][] = [
  ['Green Fork 🥗 Market', 'United States'],
  ["O'Malley & Sons", 'Canada'],
  ['"Bon Appétit" Traiteur', 'France'],
  ['Nord|Süd Feinkost', 'Germany'],
  ['مطعم الواحة', 'United Arab Emirates'],
  ['מטבח הכפר', 'Israel'],
  ['東京ベジマート', 'Japan'],
  ['Café *Estrella*', 'Spain'],
  ['<Fresh/Box>', 'Netherlands'],
  ['Mercado São João', 'Brazil'],
  ['🌶️ Picante Cantina 🌮', 'Mexico'],
  [
    'The Very Long Established Cooperative Society of Organic Growers, Millers and Grocers',
    'India',
  ],
];
const firstWords = ['Alpine', 'Blue Door', 'Corner', 'Daily', 'Evergreen', 'Family'] as const;
const moreFirstWords = ['Golden', 'Harbour', 'Orchard', 'Riverside', 'Sunrise', 'Village'] as const;
const lastWords = ['Foods', 'Grocers', 'Kitchen', 'Market', 'Pantry', 'Provisions'] as const;

/** The same customers every time: a dozen with difficult names, then generated ones, about 80 in all. */
export const customers: readonly Customer[] = createCustomers();

function createCustomers(): Customer[] {
  const random = createRandom('customers');
  const countries = Object.values(regions).flat() as [string, ...string[]];
  const names = [...firstWords, ...moreFirstWords].flatMap((first) =>
    lastWords.map((last): [string, string] => [`${first} ${last}`, random.pick(countries, 1.6)]),
  );
  return [...given, ...names].map(([name, country], index) => ({
    id: 1001 + index,
    name,
    country,
    region: regionOf(country),
    segment: random.pick(segments),
    email: random.chance(0.8) ? `orders${1001 + index}@customer.example` : null,
    since: `20${random.integer(15, 22)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`,
  }));
}

function regionOf(country: string): string {
  const found = Object.entries(regions).find(([, countries]) => countries.includes(country));
  if (found === undefined) throw new Error(`${country} is in no region`);
  return found[0];
}
