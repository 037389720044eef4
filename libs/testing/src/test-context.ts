import { type Actor, type CommandContext, type Role, dateIn, instant } from '#kernel';

/** The person behind the commands of a spec unless it says otherwise. */
export const TEST_ACTOR: Actor = Object.freeze({
  id: 'user-1',
  roles: Object.freeze(['adjudicator', 'supervisor'] as const),
  office: 'Bekasi',
});

/**
 * A command context that is the same in every run: 20 November 2026, 10:15 in Jakarta.
 * `today` follows `issuedAt` unless it is given too.
 */
export function testContext(overrides: Partial<CommandContext> = {}): CommandContext {
  const issuedAt = overrides.issuedAt ?? instant('2026-11-20T03:15:00.000Z');
  const commandId = overrides.commandId ?? '00000000-0000-4000-8000-000000000001';
  return {
    commandId,
    issuedAt,
    today: dateIn(issuedAt),
    actor: TEST_ACTOR,
    correlationId: commandId,
    causationId: commandId,
    ...overrides,
  };
}

/** The context of a command of somebody in one role. */
export const contextBy = (id: string, role: Role): CommandContext =>
  testContext({ actor: { ...TEST_ACTOR, id, roles: [role] } });
