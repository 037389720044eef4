/**
 * The fields of two objects in a new one, those of the second over those of the first. Field by field, because a spread that
 * anything follows costs as much as a whole calculation; it is for what every request goes through.
 */
export function merged<First extends object, Second extends object>(
  first: First,
  second: Second,
): First & Second {
  const both: Record<string, unknown> = {};
  for (const name in first) both[name] = first[name];
  for (const name in second) both[name] = second[name];
  return both as First & Second;
}
