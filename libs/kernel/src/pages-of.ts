/**
 * Lists that belong together, cut into pages: as many as the longest of them fills.
 * @param size the most items of one list on a page
 */
export function pagesOf<Lists extends Readonly<Record<string, readonly unknown[]>>>(
  lists: Lists,
  size: number,
): Lists[] {
  const longest = Math.max(...Object.values(lists).map(({ length }) => length));
  return Array.from({ length: Math.ceil(longest / size) }, (_, page) => {
    const parts = Object.entries(lists).map(([name, all]) => [
      name,
      all.slice(page * size, (page + 1) * size),
    ]);
    return Object.fromEntries(parts) as Lists;
  });
}
