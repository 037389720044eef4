type Edge = readonly [from: number, to: number];

/** Of each node the number of its part: nodes of one part are connected by edges. */
export function connectedParts(size: number, edges: Iterable<Edge>): readonly number[] {
  const parent = Array.from({ length: size }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[node] !== root) [parent[node], node] = [root, parent[node]!];
    return root;
  };
  for (const [one, other] of edges) parent[rootOf(one)] = rootOf(other);
  return parent.map((_, node) => rootOf(node));
}

/**
 * The edges without which the graph would fall into more parts (R. E. Tarjan, A note on finding the bridges of a graph, 1974). There is
 * at most one edge between two nodes. Written without recursion: a table may have thousands of rows.
 */
export function bridgesOf(size: number, edges: readonly Edge[]): readonly Edge[] {
  const neighbours: number[][] = Array.from({ length: size }, () => []);
  for (const [one, other] of edges) {
    neighbours[one]!.push(other);
    neighbours[other]!.push(one);
  }
  const entered = Array.from({ length: size }, () => -1);
  const lowest = Array.from({ length: size }, () => -1);
  const bridges: Edge[] = [];
  let time = 0;
  for (let start = 0; start < size; start++) {
    if (entered[start] !== -1) continue;
    const path = [{ node: start, from: -1, next: 0 }];
    entered[start] = lowest[start] = time++;
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { node, from } = step;
      const neighbour = neighbours[node]![step.next++];
      if (neighbour === undefined) {
        path.pop();
        if (from === -1) continue;
        lowest[from] = Math.min(lowest[from]!, lowest[node]!);
        if (lowest[node]! > entered[from]!) bridges.push([from, node]);
      } else if (entered[neighbour] === -1) {
        entered[neighbour] = lowest[neighbour] = time++;
        path.push({ node: neighbour, from: node, next: 0 });
      } else if (neighbour !== from) {
        lowest[node] = Math.min(lowest[node]!, entered[neighbour]!);
      }
    }
  }
  return bridges;
}

/**
 * The nodes of the cheapest path, both ends with it; none where there is no path (E. W. Dijkstra, 1959).
 * @param cost of going from one node to another; Infinity where nobody can
 */
export function cheapestPath(
  size: number,
  from: number,
  to: number,
  cost: (one: number, other: number) => number,
): readonly number[] {
  const distance = Array.from({ length: size }, () => Infinity);
  const before = Array.from({ length: size }, () => -1);
  const isDone = Array.from({ length: size }, () => false);
  distance[from] = 0;
  for (;;) {
    let nearest = -1;
    for (let node = 0; node < size; node++) {
      if (!isDone[node] && (nearest === -1 || distance[node]! < distance[nearest]!)) nearest = node;
    }
    if (nearest === -1 || distance[nearest] === Infinity) return [];
    if (nearest === to) break;
    isDone[nearest] = true;
    for (let node = 0; node < size; node++) {
      const through = distance[nearest]! + cost(nearest, node);
      if (isDone[node] || through >= distance[node]!) continue;
      distance[node] = through;
      before[node] = nearest;
    }
  }
  const path = [to];
  for (let node = before[to]!; node !== -1; node = before[node]!) path.unshift(node);
  return path;
}
