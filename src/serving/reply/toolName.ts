/** How a tool is called for people: `main__sales__top_customers` is "top customers". */
export function toolName(name = ''): string {
  const own = name.slice(0, 300).split(/__|\./).at(-1) ?? '';
  return own.replace(/[_\s]+/g, ' ').trim();
}
