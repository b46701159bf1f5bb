/** What the chat page's own address says where there is no chat, and what its script is told. */
export function pageErrors() {
  return {
    language: 'en',
    errorTitle: 'The chat isn’t available',
    signInTitle: 'Sign in',
    signInLink: 'Sign in',
    'signed-out': 'To ask your data, please sign in with your work account.',
    off: 'There’s no chat page here. Your admin can turn it on.',
    foreign: 'Only the chat’s own page can do that. Please open the chat in a tab of its own.',
    'not-found': 'There’s nothing at this address.',
    gone: 'This is no longer there.',
    'wrong-method': 'That doesn’t work at this address.',
    'bad-request': 'That request doesn’t make sense. Please reload the page.',
    busy: 'That’s still in progress. Please try again in a moment.',
    unavailable: 'The chat can’t be reached right now. Please try again in a moment.',
    failed: 'Something went wrong. Please try again.',
  };
}
