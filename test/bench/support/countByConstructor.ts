interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  nodes: number[];
  strings: string[];
}

/**
 * How many objects of each constructor a heap snapshot holds.
 *
 * @param snapshot the JSON that `v8.getHeapSnapshot` streams
 */
export function countByConstructor(snapshot: string): Record<string, number> {
  const { snapshot: head, nodes, strings }: HeapSnapshot = JSON.parse(snapshot);
  const { node_fields: fields, node_types: types } = head.meta;
  const [type, name] = [fields.indexOf('type'), fields.indexOf('name')];
  const isObject = new Set(['object', 'closure', 'native'].map((kind) => types[0].indexOf(kind)));
  const counts = new Map<string, number>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (!isObject.has(nodes[at + type] ?? -1)) continue;
    const text = strings[nodes[at + name] ?? -1] ?? '';
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
