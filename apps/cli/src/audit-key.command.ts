import { type Command, Argument } from 'commander';
import { Group, TransparencyConfig, TransparencyKeyConfig, WitnessConfig, loadConfig } from '#runtime';
import { signingKey, writtenKey } from '#transparency-log';

const OWNERS = ['log', 'witness'] as const;

class LogKeys {
  @Group() readonly transparency!: TransparencyConfig;
  @Group() readonly key!: TransparencyKeyConfig;
}

class WitnessKeys {
  @Group() readonly witness!: WitnessConfig;
}

/** `lindung audit key log|witness` */
export function keyCommand(command: Command): void {
  command
    .addArgument(new Argument('<owner>', 'whose key').choices(OWNERS))
    .addHelpText(
      'after',
      `
It follows from the settings of that program: TRANSPARENCY_ORIGIN and TRANSPARENCY_SECRET of the log, WITNESS_NAME and WITNESS_SECRET
of a witness. A secret is made with \`openssl rand -base64 32\`, and is never printed.`,
    )
    .action((owner: (typeof OWNERS)[number]) => {
      for (const key of keysOf(owner)) process.stdout.write(`${writtenKey(key)}\n`);
    });
}

function keysOf(owner: (typeof OWNERS)[number]) {
  if (owner === 'witness') {
    const { name, seed } = loadConfig(WitnessKeys).witness;
    return [signingKey(name, 'cosignature', seed).public];
  }
  const { transparency, key } = loadConfig(LogKeys);
  const seeds = [key.seed, ...(key.formerSeed ? [key.formerSeed] : [])];
  return seeds.map((seed) => signingKey(transparency.origin, 'note', seed).public);
}
