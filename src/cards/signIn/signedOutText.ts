/** Says that the person's token is forgotten, and what that ends. */
export function signedOutText(wasSignedIn: boolean): string {
  return wasSignedIn
    ? 'You’re signed out, and your download links no longer work. I’ll ask you to sign in when you next ask a question.'
    : 'You weren’t signed in. I’ll ask you to sign in when you next ask a question.';
}
