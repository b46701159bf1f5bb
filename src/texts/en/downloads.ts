/** What a browser shows instead of a file, by why there is none. */
export function downloads() {
  return {
    forged: 'This link isn’t valid. Please use the button in the chat.',
    expired: 'This link has expired. Please press the download button in the chat again.',
    unknown: 'This download is no longer available.',
    busy: 'Several files are being prepared right now. Please try again in a minute.',
    'one-at-a-time': 'Another file of yours is being prepared. Please try again when it is done.',
    'too-often':
      'You’ve downloaded many files in a short time. Please wait a minute and try again.',
    'too-large':
      'This table is too large for one file. Try CSV instead of Excel, or ask for fewer rows.',
    'signed-out':
      'You’re no longer signed in. Please sign in again in the chat, then try once more.',
    'no-access': 'You don’t have access to this data in Databricks, or Genie no longer has it.',
    failed: 'The file couldn’t be created. Please try again in a few minutes.',
  };
}
