import type { Command } from 'commander';

/**
 * The verbs of `lindung audit`. Each is loaded only when it is asked for; a new verb is one line here and one file
 * `audit-<verb>.command.ts` beside this one.
 */
const VERBS: Readonly<Record<string, { about: string; load: () => Promise<(verb: Command) => void> }>> = {
  history: {
    about:
      'tell everything that was recorded of a thing: who, when, why, what followed from what, and what it changed',
    load: async () => (await import('./audit-history.command.js')).historyCommand,
  },
  'as-of': {
    about: 'show what was known of a thing at a time, and of that what counted on a day',
    load: async () => (await import('./audit-as-of.command.js')).asOfCommand,
  },
  recompute: {
    about: 'compute every decision of the log again, and say what comes out otherwise',
    load: async () => (await import('./audit-recompute.command.js')).recomputeCommand,
  },
  pack: {
    about: 'write a claim with everything it rests on as one archive, and a page that checks it offline',
    load: async () => (await import('./audit-pack.command.js')).packCommand,
  },
  proof: {
    about: 'fetch the proof of an event, or of every event of a claim, from the transparency log',
    load: async () => (await import('./audit-proof.command.js')).proofCommand,
  },
  explain: {
    about: 'tell why a payment is what it is: components, clauses, inputs, papers, and who decided',
    load: async () => (await import('./audit-explain.command.js')).explainCommand,
  },
  export: {
    about: 'write whatever a query answers to a CSV or Parquet file',
    load: async () => (await import('./audit-export.command.js')).exportCommand,
  },
  findings: {
    about: 'list what the rules of detection have found, or the rules and what came of them',
    load: async () => (await import('./audit-findings.command.js')).findingsCommand,
  },
  verify: {
    about: 'check proofs and audit packs without a network: what was recorded, and who has seen it',
    load: async () => (await import('./audit-verify.command.js')).verifyCommand,
  },
  key: {
    about: 'print the public key of the transparency log or of a witness, for policies and for each other',
    load: async () => (await import('./audit-key.command.js')).keyCommand,
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
