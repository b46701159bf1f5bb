/** `az group create` of its arguments: the words before the first option. */
export function commandName(args: readonly string[]): string {
  const firstOption = args.findIndex((arg) => arg.startsWith('-'));
  return ['az', ...(firstOption < 0 ? args : args.slice(0, firstOption))].join(' ');
}
