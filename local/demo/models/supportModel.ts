import { agents, priorities, ticketChannels, ticketStatuses, topics } from '../dataset/tickets.ts';
import type { Model } from './model.ts';
import { createTimeDimensions } from './timeDimensions.ts';

/** Customer tickets: their topics, who handled them, how long it took and how satisfied people were. */
export const supportModel: Model = {
  fact: 'demo.support.tickets t',
  joins: [],
  date: 't.opened_on',
  measures: [
    {
      key: 'tickets',
      column: 'ticket_count',
      noun: 'number of tickets',
      words:
        /\b(?:(?:how many|number of|count of) (?:tickets|cases)|tickets?(?: counts?)?|cases|complaints|counts?)\b/,
      sql: 'COUNT(*)',
      type: 'BIGINT',
      additive: true,
    },
    {
      key: 'resolution_hours',
      column: 'average_resolution_hours',
      noun: 'average resolution time',
      words: /\b(?:average )?(?:resolution|handling|solution) (?:times?|hours)\b|\bhow long\b/,
      sql: 'ROUND(AVG(t.resolution_hours), 1)',
      type: 'DOUBLE',
      unit: 'hours',
      additive: false,
    },
    {
      key: 'rating',
      column: 'average_rating',
      noun: 'average rating',
      words: /\b(?:average )?(?:(?:customer )?(?:ratings?|satisfaction|stars)|csat|rated)\b/,
      sql: 'ROUND(AVG(t.rating), 2)',
      type: 'DOUBLE',
      additive: false,
    },
  ],
  dimensions: [
    ...createTimeDimensions('t.opened_on'),
    named(
      'status',
      'ticket status',
      'ticket statuses',
      /\b(?:ticket )?status(?:es)?\b/,
      ticketStatuses,
    ),
    {
      ...named('priority', 'priority', 'priorities', /\bpriorit(?:y|ies)\b/, priorities),
      qualifier: 'priority',
    },
    named(
      'topic',
      'topic',
      'topics',
      /\b(?:topics?|categor(?:y|ies)|reasons?|subjects?)\b/,
      topics,
    ),
    named('agent', 'agent', 'agents', /\b(?:agents?|colleagues?|employees?)\b/, agents),
    named('channel', 'channel', 'channels', /\bchannels?\b/, ticketChannels),
    named('customer_name', 'customer', 'customers', /\b(?:customers?|clients?)\b/),
  ],
  lists: [
    {
      key: 'tickets',
      noun: 'tickets',
      singular: 'ticket',
      words: /\b(?:tickets?|cases|complaints)\b/,
      from: 'demo.support.tickets t',
      id: 't.ticket_id',
      date: 't.opened_on',
      columns: [
        { column: 'ticket_id', sql: 't.ticket_id', type: 'INT' },
        { column: 'opened_on', sql: 't.opened_on', type: 'DATE' },
        { column: 'customer_name', sql: 't.customer_name', type: 'STRING' },
        { column: 'topic', sql: 't.topic', type: 'STRING' },
        { column: 'priority', sql: 't.priority', type: 'STRING' },
        { column: 'status', sql: 't.status', type: 'STRING' },
        { column: 'agent', sql: 't.agent', type: 'STRING' },
      ],
      details: [
        { column: 'opened_at', sql: 't.opened_at', type: 'TIMESTAMP' },
        { column: 'channel', sql: 't.channel', type: 'STRING' },
        { column: 'resolved_on', sql: 't.resolved_on', type: 'DATE' },
        { column: 'resolution_hours', sql: 't.resolution_hours', type: 'DOUBLE' },
        { column: 'rating', sql: 't.rating', type: 'INT' },
        { column: 'description', sql: 't.description', type: 'STRING' },
      ],
      order: 't.opened_on DESC, t.ticket_id DESC',
      conditions: [
        {
          key: 'without-agent',
          words: /\b(?:without|with no|have no|having no) (?:an? )?agents?\b|\bunassigned\b/,
          phrase: 'without an agent',
          sql: 't.agent IS NULL',
        },
      ],
    },
  ],
};

function named(
  key: string,
  noun: string,
  plural: string,
  words: RegExp,
  values: readonly string[] = [],
) {
  return { key, column: key, noun, plural, words, values, sql: `t.${key}`, type: 'STRING' };
}
