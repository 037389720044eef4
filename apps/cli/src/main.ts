#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { exitCodeOf, failWith } from './exit.js';

/**
 * Command groups by name. Each is loaded only when it is asked for, so that a quick command stays quick;
 * a new group is one line here and one file `<group>.commands.ts` beside this one.
 */
const GROUPS: Readonly<
  Record<string, { about: string; load: () => Promise<(program: Command) => void | Promise<void>> }>
> = {
  audit: {
    about: 'what an auditor asks: whether decisions come out again, and proofs that something was recorded',
    load: async () => (await import('./audit.commands.js')).addAuditCommands,
  },
  benefits: {
    about: 'contributions and benefits from the law',
    load: async () => (await import('./benefits.commands.js')).addBenefitsCommands,
  },
  database: {
    about: 'prepare PostgreSQL: a role for each app',
    load: async () => (await import('./database.commands.js')).addDatabaseCommands,
  },
  keys: {
    about: 'look after the keys of persons: backup, restore, what was destroyed',
    load: async () => (await import('./keys.commands.js')).addKeysCommands,
  },
  law: {
    about: 'prove the law, compare it with cases, try reforms',
    load: async () => (await import('./law.commands.js')).addLawCommands,
  },
  log: {
    about: 'ask the event log what it is and what it allows; give the rights that are missing',
    load: async () => (await import('./log.commands.js')).addLogCommands,
  },
  papers: {
    about: 'look after the files of papers: backup, restore, check',
    load: async () => (await import('./papers.commands.js')).addPapersCommands,
  },
  person: {
    about: 'erase a participant from the log',
    load: async () => (await import('./person.commands.js')).addPersonCommands,
  },
  projections: {
    about: 'list read models, pass over an event that one cannot apply, build one anew',
    load: async () => (await import('./projections.commands.js')).addProjectionsCommands,
  },
  relay: {
    about: 'publish to Kafka again what was recorded from a place on',
    load: async () => (await import('./relay.commands.js')).addRelayCommands,
  },
  reports: {
    about: 'reports of the reporting service: show, export, and messages that it put aside',
    load: async () => (await import('./reports.commands.js')).addReportsCommands,
  },
  store: {
    about:
      'look after the embedded event store (EventStoreDB and KurrentDB have tools of their own): verify, backup, restore, users',
    load: async () => (await import('./store.commands.js')).addStoreCommands,
  },
};

const program = new Command('lindung')
  .description("Claims system for workers' social security (BPJS Ketenagakerjaan)")
  .showHelpAfterError()
  .exitOverride();

// `lindung benefits …` and `lindung help benefits` both name the group they need.
const asked = process.argv.slice(2).find((word) => Object.hasOwn(GROUPS, word));

for (const [name, { about, load }] of Object.entries(GROUPS)) {
  const group = program.command(name).description(about);
  if (name === asked) await (await load())(group);
}

try {
  await program.parseAsync();
} catch (error) {
  // It has been told what was wrong with it.
  if (error instanceof CommanderError) process.exitCode = exitCodeOf(error);
  else failWith(error);
}
// The client of the log goes on for a minute to look for a server that nobody waits for any more.
// What is written to a pipe has to be read first, or a long answer would be cut.
process.stdout.write('', () => process.exit());
