import { describe, expect, it } from 'vitest';
import { boundReply } from '../../src/gateway/boundReply.ts';

/** What Table Storage takes in one entity, in bytes, and in one of its 250 or so properties. */
const entityBytes = 2 ** 20;

const approval = { id: 'r', name: 'send_mail', arguments: '{"to":"ada"}' };

describe('a reply', () => {
  it('of a usual size is kept as it is', () => {
    const reply = {
      text: 'Revenue was **42**.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      citations: [{ title: 'Handbook', url: 'https://a.test/' }, { title: 'No address' }],
      approval,
      traceId: 'tr-1',
    };
    expect(boundReply(reply)).toEqual(reply);
  });

  it.each([
    ['letters', 'a'],
    ['quotes', '"'],
    ['lines', '\n'],
    ['control characters', '\u0001'],
    ['pairs', '😀'],
    ['halves of pairs', '\uD83D'],
  ])(
    'of two million %s fits into a row with all that can be beside it, and ends in a cut',
    (_, text) => {
      const title = text.repeat(10_000);
      const url = `https://a.test/${'x'.repeat(1_900)}`;
      const reply = boundReply({
        text: text.repeat(2_000_000),
        citations: Array.from({ length: 1_000 }, () => ({ title, url })),
        approval: { ...approval, arguments: 'a'.repeat(79_000) },
      });
      expect(2 * JSON.stringify(reply).length).toBeLessThan(entityBytes - 150_000);
      expect(reply.text.endsWith('…')).toBe(true);
      expect(reply.text.isWellFormed()).toBe(true);
      expect(reply.text.length).toBeGreaterThan(15_000);
    },
  );

  it('leaves out an address that is too long, but not its title', () => {
    const url = `https://a.test/${'x'.repeat(3_000)}`;
    expect(boundReply({ text: 'a', citations: [{ title: 'A', url }] })).toEqual({
      text: 'a',
      citations: [{ title: 'A' }],
    });
  });

  it('can be a request for approval alone', () => {
    expect(boundReply({ text: '', approval })).toEqual({ text: '', approval });
  });

  it.each([
    { text: '' },
    { text: ' \n' },
    { text: 'May I?', approval: { ...approval, arguments: 'a'.repeat(200_000) } },
  ])(
    'is a failure if it says nothing, or asks for approval of what can’t be shown (%#)',
    (reply) => {
      expect(() => boundReply(reply)).toThrow(expect.objectContaining({ code: 'endpoint-failed' }));
    },
  );
});
