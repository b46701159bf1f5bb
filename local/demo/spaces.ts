import type { Model } from './models/model.ts';
import { salesModel } from './models/salesModel.ts';
import { supportModel } from './models/supportModel.ts';

/** A Genie space: its name, what it knows, and questions to start with. */
export interface Space {
  id: string;
  title: string;
  description: string;
  sampleQuestions: readonly string[];
  tables: readonly { name: string; description: string }[];
  model: Model;
}

export const salesSpace: Space = {
  id: '01f1d3405a1e5b0c9a7e2f4c6d8e0a11',
  title: 'Sales',
  description:
    'Orders from a frozen organic food company: revenue, profit and quantities by product, customer, region and time. ' +
    'This is a demo with made-up data. It’s not Databricks Genie and not an AI: it only knows fixed patterns of questions.',
  sampleQuestions: [
    'Which products generate the highest total sales value?',
    'Show me revenue by month this year',
    'Who are our top 10 customers by revenue?',
    'What is the share of revenue by category?',
    'Compare Europe and North America by quarter',
  ],
  tables: [
    { name: 'demo.sales.customers', description: 'Customers with their country and region.' },
    { name: 'demo.sales.order_lines', description: 'What was ordered: quantity, price, discount.' },
    { name: 'demo.sales.orders', description: 'Orders: when, by whom, through which channel.' },
    { name: 'demo.sales.products', description: 'The catalogue with prices and descriptions.' },
  ],
  model: salesModel,
};

const supportSpace: Space = {
  id: '01f1d3405a1e5b0c9a7e2f4c6d8e0a22',
  title: 'Customer Support',
  description:
    'Support tickets of the same company: topics, agents, resolution times and ratings. ' +
    'This is a demo with made-up data. It’s not Databricks Genie and not an AI: it only knows fixed patterns of questions.',
  sampleQuestions: [
    'What are the different statuses of tickets and their counts?',
    'Who are my top performing agents?',
    'What’s the average resolution time by topic?',
  ],
  tables: [
    { name: 'demo.support.tickets', description: 'Tickets: topic, agent, resolution, rating.' },
  ],
  model: supportModel,
};

export const spaces: readonly Space[] = [salesSpace, supportSpace];

export function findSpace(id: string): Space | undefined {
  return spaces.find((space) => space.id === id);
}

/** @throws Error if the space doesn't exist. */
export function requireSpaceById(id: string): Space {
  const space = findSpace(id);
  if (space === undefined) throw new Error(`there is no space ${id}`);
  return space;
}
