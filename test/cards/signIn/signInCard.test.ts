import { lexer, type Token, walkTokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../../src/cards/parts/messageText.ts';
import type { OutgoingMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { type SignInView, signInCard } from '../../../src/cards/signIn/signInCard.ts';
import { testReader } from '../../support/testReader.ts';

const signInLink = 'https://token.botframework.com/api/oauth/signin?signin=0a1b';
const view: SignInView = {
  ...testReader('teams'),
  link: { signInLink },
  connectionName: 'databricks',
  needsCode: false,
};

/** The message as the channel gets it. */
function sent(changes: Partial<SignInView> = {}) {
  return JSON.parse(JSON.stringify(signInCard({ ...view, ...changes })));
}

const textOf = (changes: Partial<SignInView>): string => sent(changes).attachments[0].content.text;

describe('the sign-in card', () => {
  it('is one OAuth card with a button, and no field without a value', () => {
    expect(sent()).toEqual({
      type: 'message',
      summary: 'Please sign in, so that Genie can answer with your Databricks rights.',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.oauth',
          content: {
            text: 'Please sign in. Genie answers with your Databricks rights.',
            connectionName: 'databricks',
            buttons: [{ type: 'signin', title: 'Sign in', value: signInLink }],
          },
        },
      ],
    });
  });

  it('carries what a silent sign-in needs, as the token service gave it', () => {
    const tokenExchangeResource = { id: 'guid', uri: 'api://botid-1', providerId: 'p' };
    const tokenPostResource = { sasUrl: 'https://token.example/sas' };
    const link = { signInLink, tokenExchangeResource, tokenPostResource };
    const { content } = sent({ link }).attachments[0];
    expect(content).toMatchObject({ tokenExchangeResource, tokenPostResource });
  });

  it.each([
    { signInLink, tokenExchangeResource: null, tokenPostResource: null },
    { signInLink, tokenExchangeResource: {}, tokenPostResource: {} },
    { signInLink, tokenExchangeResource: { providerId: null } },
  ])('has no null, which Teams would refuse: %j', (link) => {
    const json = JSON.stringify(sent({ link: link as SignInView['link'] }));
    expect(json).not.toContain('null');
    expect(json).not.toContain('tokenExchangeResource');
    expect(json).not.toContain('tokenPostResource');
  });

  it('leaves out a single field that is null', () => {
    const link = { signInLink, tokenExchangeResource: { id: 'guid', uri: null } };
    const { content } = sent({ link: link as never }).attachments[0];
    expect(content.tokenExchangeResource).toEqual({ id: 'guid' });
  });

  it('says that the question will be asked without being typed again, and until when', () => {
    const text = textOf({ question: 'Revenue by region?' });
    expect(text).toBe(
      'Please sign in. Genie answers with your Databricks rights.\n\nOnce you’re signed in, I’ll answer your question: “Revenue by region?”. You don’t need to type it again if you sign in within 15 minutes.',
    );
  });

  it.each([undefined, '', ' \n'])('speaks of no question if there is none: %j', (question) => {
    expect(textOf(question === undefined ? {} : { question })).not.toContain('15 minutes');
  });

  it('says that an earlier question gave way', () => {
    const replaces = 'It replaces the question you asked before.';
    expect(textOf({ question: 'Costs?', replaced: true })).toContain(replaces);
    expect(textOf({ question: 'Costs?' })).not.toContain(replaces);
  });

  it('asks for the code only where the page can show one', () => {
    const words = 'If the page shows a six-digit code, type it here.';
    expect(textOf({ ...testReader('webchat'), needsCode: true })).toContain(words);
    expect(textOf({})).not.toContain('code');
  });

  it.each([
    ['expired', /^Your sign-in has run out\.\n\nPlease sign in\./],
    ['failed', /^That sign-in didn’t work\.\n\n/],
    ['wrong-codes', /^That code wasn’t right either/],
    ['other-account', /so I signed you out\. Please sign in with the account you use here\.\n\n/],
  ] as const)('says why it comes again: %s', (again, words) => {
    expect(textOf({ again })).toMatch(words);
  });

  it('says with which account, if it’s known', () => {
    const text = textOf({ again: 'other-account', account: 'Ada Lovelace' });
    expect(text).toContain('Please sign in as Ada Lovelace.');
    expect(textOf({ again: 'other-account', account: ' ' })).toContain('the account you use here');
  });

  it('is read aloud in Web Chat', () => {
    const { channelData } = sent({ ...testReader('webchat'), needsCode: true });
    expect(channelData['webchat:fallback-text']).toContain('six-digit code');
    expect(sent().channelData).toBeUndefined();
  });

  it('has the address as plain text where the channel refuses the card', () => {
    const message: OutgoingMessage = signInCard({ ...view, question: 'Costs?', needsCode: true });
    const text = messageText(message, testReader().texts);
    expect(text).toContain('“Costs?”. You don’t');
    expect(text).toContain(`Sign in: ${signInLink}`);
    expect(text).toContain('six-digit code');
  });
});

/** What Markdown would make of the card's text, beside words. */
function marksIn(text: string): string[] {
  const found: string[] = [];
  const plain = new Set(['paragraph', 'text', 'space']);
  void walkTokens(lexer(text), ({ type, raw }: Token) => {
    if (!plain.has(type)) found.push(`${type} ${raw}`);
    return undefined;
  });
  return found;
}

const hostile = [
  '**bold** __bold__ *it* _it_ ~~gone~~ `code`',
  '[click](https://evil.example/?q=1) [click][1] [1]: https://evil.example',
  '![x](https://evil.example/pixel.png)',
  '<img src="https://evil.example/x"> <at>Everyone</at> <https://evil.example>',
  'https://evil.example www.evil.example WWW.evil.example grace@evil.example',
  String.raw`\*a\* C:\_x \[a\](https://evil.example) \<b>`,
  '&lt;b&gt; &#60;b&#62;',
  'a\n\n# heading\n\n- list\n\n> quote\n\n| a | b |\n|---|---|\n\n---',
  '“ closed” and [open',
  '*_`~'.repeat(40),
];

describe('a question on the sign-in card', () => {
  it.each(hostile)('is words, whatever it looks like: %j', (question) => {
    for (const changes of [{ question }, { again: 'other-account' as const, account: question }]) {
      const text = textOf(changes);
      expect(marksIn(text)).toEqual([]);
      expect(text).not.toMatch(/<[a-z/]|&#?\w+;|:\/\/evil|www\.evil/i);
    }
  });

  it('is hardly changed if it’s an ordinary one', () => {
    for (const question of [
      'R&D costs for total_revenue > 5 and a < b (in %), "by region"?',
      'Umsatz je Region [2025]? 東京の売上は？',
    ]) {
      expect(textOf({ question })).toContain(`“${question}”`);
    }
  });

  it('is one line of reasonable length, without broken or invisible signs', () => {
    const text = textOf({ question: `a\u202Eb\u0000\r\n${'long 👩‍👩‍👧 '.repeat(500)}` });
    expect(text.length).toBeLessThan(450);
    expect(text).toContain('“ab long 👩‍👩‍👧');
    expect(text).toContain('…”');
    expect(text.isWellFormed()).toBe(true);
  });

  it('isn’t expanded if it holds a date macro', () => {
    expect(textOf({ question: '{{DATE(2020-01-01T00:00:00Z,SHORT)}}' })).not.toContain('{{DATE');
  });
});
