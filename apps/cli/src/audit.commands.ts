import type { Command } from 'commander';

/**
 * The verbs of `lindung audit`. Each is loaded only when it is asked for; a new verb is one line here and one file
 * `audit-<verb>.command.ts` beside this one.
 */
const VERBS: Readonly<Record<string, { about: string; load: () => Promise<(verb: Command) => void> }>> = {
  recompute: {
    about: 'compute every decision of the log again, and say what comes out otherwise',
    load: async () => (await import('./audit-recompute.command.js')).recomputeCommand,
  },
};

/** `lindung audit …` */
export async function addAuditCommands(audit: Command): Promise<void> {
  const asked = process.argv.slice(2).find((word) => Object.hasOwn(VERBS, word));
  for (const [name, { about, load }] of Object.entries(VERBS)) {
    const verb = audit.command(name).description(about);
    if (name === asked) (await load())(verb);
  }
}
