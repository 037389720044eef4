import type { Command } from 'commander';

/**
 * The verbs of `lindung law`. Each is loaded only when it is asked for; a new verb is one line here and one file
 * `law-<verb>.command.ts` beside this one.
 */
const VERBS: Readonly<Record<string, { about: string; load: () => Promise<(verb: Command) => void> }>> = {
  explain: {
    about:
      'explain an answer: each number down to its rule, its law and article, or the field it was given in',
    load: async () => (await import('./law-explain.command.js')).explainCommand,
  },
  prove: {
    about: 'prove that on each day from 2004 to 2045 exactly one version of each rule applies to each input',
    load: async () => (await import('./law-prove.command.js')).proveCommand,
  },
  rules: {
    about:
      'list the rules of the law as they stand on a day, or show one with its history, sources and readers',
    load: async () => (await import('./law-rules.command.js')).rulesCommand,
  },
  simulate: {
    about: 'compute a whole population, before and after a reform: who gains, who loses; verify a run',
    load: async () => (await import('./law-simulate.command.js')).simulateCommand,
  },
  reform: {
    about: 'say what a reform would change (reform check)',
    load: async () => (await import('./law-reform.command.js')).reformCommand,
  },
  test: {
    about:
      'compute the cases that lawyers write down (libs/law/src/*/cases/*.yaml) and say what came out otherwise',
    load: async () => (await import('./law-test.command.js')).testCommand,
  },
};

/** `lindung law …` */
export async function addLawCommands(law: Command): Promise<void> {
  const asked = process.argv.slice(2).find((word) => Object.hasOwn(VERBS, word));
  for (const [name, { about, load }] of Object.entries(VERBS)) {
    const verb = law.command(name).description(about);
    if (name === asked) (await load())(verb);
  }
}
