import { addDays, weekdayOf } from './calendar.ts';
import { customers } from './customers.ts';
import { products } from './products.ts';
import { createRandom, type Random } from './random.ts';

export const channels = ['Retail', 'Web Shop', 'Wholesale', 'Marketplace', 'Phone'] as const;
export const orderStatuses = [
  'Delivered',
  'Shipped',
  'Processing',
  'Returned',
  'Cancelled',
] as const;

/** Money in US dollars; days `YYYY-MM-DD`; `null` if nothing was entered. */
export interface Order {
  id: number;
  day: string;
  /** RFC 3339. */
  orderedAt: string;
  customerId: number;
  channel: string;
  status: string;
  promoCode: string | null;
  deliveredOn: string | null;
  shippingCost: number;
  isGift: boolean;
  note: string | null;
  lines: OrderLine[];
}

interface OrderLine {
  productId: number;
  quantity: number;
  price: number;
  /** A share: 0.1 is 10 % off. */
  discountRate: number;
  discount: number;
  /** After the discount. */
  amount: number;
  cost: number;
}

const longNote =
  'Please deliver to the loading bay behind the building and ring twice. The pallets must stay ' +
  'below 1.6 m, the driver needs a safety vest, and the frozen goods go straight to cold store 3. ' +
  'If nobody answers within ten minutes, call the shift lead; the number is on the delivery note.';

const [activeCustomers, soldProducts] = [customers.slice(0, -5), products.slice(0, -1)] as [
  [(typeof customers)[number], ...typeof customers],
  [(typeof products)[number], ...typeof products],
];

/**
 * The orders of one day. They depend only on the seed and the day, so yesterday's orders are the same tomorrow.
 * Business grows by about 15% a year, peaks before the holidays and rests on Sundays.
 * @param today orders from the last few days are still on their way.
 */
export function createOrders(seed: string, day: string, today: string): Order[] {
  const random = createRandom(`${seed} ${day}`);
  const years = (Date.parse(day) - Date.parse('2024-01-01')) / (365 * 86_400_000);
  const season = [0.9, 0.85, 0.95, 1, 1, 0.95, 0.9, 0.92, 1.02, 1.08, 1.2, 1.3];
  const weekday = [1.1, 1, 1, 1.05, 1.3, 0.8, 0.45][weekdayOf(day)] ?? 1;
  const expected = 6 * 1.15 ** years * (season[Number(day.slice(5, 7)) - 1] ?? 1) * weekday;
  const count = Math.max(1, Math.round(expected * (0.75 + random.next() / 2)));
  return Array.from({ length: count }, (_, index) => createOrder(random, day, today, index + 1));
}

function createOrder(random: Random, day: string, today: string, number: number): Order {
  const promoted = random.chance(0.22);
  const minutes = random.integer(6 * 60, 22 * 60 - 1);
  const due = addDays(day, random.integer(1, 6));
  const status = due <= today ? random.pick(orderStatuses, 6) : 'Processing';
  return {
    id: Number(day.slice(2).replaceAll('-', '')) * 100 + number,
    day,
    orderedAt: new Date(Date.parse(day) + minutes * 60_000).toISOString(),
    customerId: random.pick(activeCustomers, 1.4).id,
    channel: random.pick(channels, 1.5),
    status,
    promoCode: promoted ? random.pick(['WELCOME10', 'SUMMER15', 'BULK20'] as const) : null,
    deliveredOn: status === 'Delivered' || status === 'Returned' ? due : null,
    shippingCost: random.integer(0, 3) * 4.95,
    isGift: random.chance(0.06),
    note: random.chance(0.04) ? longNote : random.chance(0.1) ? 'Call before delivery' : null,
    lines: createLines(random, promoted),
  };
}

function createLines(random: Random, promoted: boolean): OrderLine[] {
  const chosen = new Set(
    Array.from({ length: random.integer(1, 4) }, () => random.pick(soldProducts, 1.3)),
  );
  const discountRate = promoted ? random.pick([0.05, 0.1, 0.15, 0.2] as const) : 0;
  return [...chosen].map((product) => {
    const quantity = random.integer(4, 60);
    const full = quantity * product.price;
    const discount = toCents(full * discountRate);
    return {
      productId: product.id,
      quantity,
      price: product.price,
      discountRate,
      discount,
      amount: toCents(full - discount),
      cost: toCents(quantity * product.cost),
    };
  });
}

function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
