import { addDays, weekdayOf } from './calendar.ts';
import { customers } from './customers.ts';
import { createRandom, type Random } from './random.ts';

export const topics = ['Delivery', 'Quality', 'Billing', 'Product Question', 'Returns'] as const;
export const priorities = ['Low', 'Normal', 'High', 'Urgent'] as const;
export const ticketStatuses = ['Closed', 'Waiting', 'Open', 'Reopened'] as const;
export const ticketChannels = ['Email', 'Hotline', 'Live Chat'] as const;
export const agents = [
  'Amara Diallo',
  'Ben Fischer',
  'Chloé Martin',
  'Dinesh Rao',
  'Elif Kaya',
] as const;

/** A customer's question or complaint; days `YYYY-MM-DD`, `null` if nothing was entered. */
export interface Ticket {
  id: number;
  day: string;
  /** RFC 3339. */
  openedAt: string;
  customerName: string;
  topic: (typeof topics)[number];
  priority: string;
  status: string;
  channel: string;
  /** Unassigned for some open tickets. */
  agent: string | null;
  resolvedOn: string | null;
  resolutionHours: number | null;
  /** 1 to 5 stars, if the customer gave any. */
  rating: number | null;
  description: string;
}

const stories: Record<Ticket['topic'], string> = {
  Delivery:
    'The truck came outside the agreed hours and part of the load had to wait on the ramp. The ' +
    'customer asks for a credit note and for a call before the next delivery.',
  Quality:
    'Several boxes had torn film and ice on the surface. Photos are attached; the batch number is ' +
    'on the side of the box. The customer kept the goods frozen for inspection.',
  Billing: 'The invoice shows the list price although a promotion was agreed for this order.',
  'Product Question': 'Asks whether the recipe contains traces of nuts and how long it keeps.',
  Returns: 'Wants to return unsold seasonal goods and asks which form is needed.',
};

/** The tickets of one day; they depend only on the seed and the day. */
export function createTickets(seed: string, day: string, today: string): Ticket[] {
  const random = createRandom(`${seed} tickets ${day}`);
  const count = random.integer(0, weekdayOf(day) > 4 ? 1 : 4);
  return Array.from({ length: count }, (_, index) => createTicket(random, day, today, index + 1));
}

function createTicket(random: Random, day: string, today: string, number: number): Ticket {
  const topic = random.pick(topics, 1.4);
  const hours = Math.round(random.next() ** 2 * 1200) / 10 + 0.5;
  const resolvedOn = addDays(day, Math.ceil(hours / 24));
  const closed = resolvedOn <= today && random.chance(0.96);
  return {
    id: Number(day.slice(2).replaceAll('-', '')) * 10 + number,
    day,
    openedAt: new Date(Date.parse(day) + random.integer(7 * 60, 19 * 60) * 60_000).toISOString(),
    customerName: random.pick(customers as [(typeof customers)[number]], 1.3).name,
    topic,
    priority: random.pick(priorities, 1.2),
    status: closed ? 'Closed' : random.pick(['Open', 'Waiting', 'Reopened'] as const, 1.5),
    channel: random.pick(ticketChannels),
    agent: closed || random.chance(0.7) ? random.pick(agents, 1.2) : null,
    resolvedOn: closed ? resolvedOn : null,
    resolutionHours: closed ? hours : null,
    rating: closed && random.chance(0.6) ? 5 - Math.floor(random.next() ** 2 * 5) : null,
    description: stories[topic],
  };
}
