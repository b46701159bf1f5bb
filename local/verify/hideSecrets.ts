/** Nothing that is printed or saved holds one of these, whatever said it. */
export function hideSecrets(text: string, secrets: Iterable<string>): string {
  return [...secrets].reduce(
    (hidden, secret) => (secret ? hidden.replaceAll(secret, '[…]') : hidden),
    text,
  );
}
