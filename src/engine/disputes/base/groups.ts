/**
 * Groups: what is joined by any chain of links. Union-find with path halving (Tarjan 1975); nearly linear.
 */
export function joinedGroups<T>(items: readonly T[], links: Iterable<readonly [number, number]>): T[][] {
  const parent = items.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const [a, b] of links) {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  }
  const groups = new Map<number, T[]>();
  items.forEach((item, i) => {
    const root = rootOf(i);
    groups.set(root, [...(groups.get(root) ?? []), item]);
  });
  return [...groups.values()];
}
