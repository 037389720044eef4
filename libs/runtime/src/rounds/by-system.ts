import { type CommandContext, type LocalDate, dateIn, instant } from '#kernel';

/**
 * In whose name the system does what nobody asks it for: at the moment at which it gets there.
 * @param actorId `round:` or `work:` and its name; it stands in what was recorded
 * @param commandId of the work, which is the same when it is tried again
 * @param today the day that it is owed for; left out, that of the moment
 */
export function bySystem(
  actorId: `${'round' | 'work'}:${string}`,
  commandId: string,
  today?: LocalDate,
): CommandContext {
  const issuedAt = instant(new Date().toISOString());
  return {
    commandId,
    issuedAt,
    today: today ?? dateIn(issuedAt),
    actor: { id: actorId, roles: ['system'], office: 'SYSTEM' },
    correlationId: commandId,
    causationId: commandId,
  };
}
