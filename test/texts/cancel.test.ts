import { describe, expect, it } from 'vitest';
import { textsFor } from '../../src/texts/textsFor.ts';

const { cancel } = textsFor('en-US', 'en-US').conversations;

describe('what cancelling says', () => {
  it.each([
    [cancel.notSent({ questions: 1 }), 'Your question hadn’t been sent'],
    [cancel.notSent({ questions: 2 }), 'Your 2 questions hadn’t been sent'],
    [cancel.sent({ questions: 1 }), 'your question. Genie might still finish it in'],
    [cancel.sent({ questions: 2 }), 'your 2 questions. Genie might still finish them in'],
    [cancel.sent({ questions: 5 }), 'your 5 questions. Genie might still finish them in'],
    [
      cancel.someSent({ questions: 2, asked: 1 }),
      'your 2 questions. Genie might still finish the one it already has in',
    ],
    [
      cancel.someSent({ questions: 5, asked: 1 }),
      'your 5 questions. Genie might still finish the one it already has in',
    ],
    [
      cancel.someSent({ questions: 5, asked: 4 }),
      'your 5 questions. Genie might still finish the 4 it already has in',
    ],
  ])('counts right: %s', (said, words) => {
    expect(said).toContain(words);
  });
});
