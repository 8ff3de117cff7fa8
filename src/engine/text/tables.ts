/** Tables that grow while a text is read: counts by key, and lists by key. */

/** Adds to the count of a key; a key that is new begins at 0. */
export function count<K>(counts: Map<K, number>, key: K, weight = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

/** Adds to the count of a key within a group, such as how often each spelling of a name stands. */
export function countWithin<G, K>(groups: Map<G, Map<K, number>>, group: G, key: K, weight = 1): void {
  const counts = groups.get(group);
  if (counts) count(counts, key, weight);
  else groups.set(group, new Map([[key, weight]]));
}

/** Puts a value at the end of a key's list. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
