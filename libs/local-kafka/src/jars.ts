import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const POM = fileURLToPath(new URL('../../../infra/kafka/pom.xml', import.meta.url));

/** Where the jars and the data of the broker of this checkout are. */
export const KAFKA_FOLDER = fileURLToPath(new URL('../../../.data/kafka', import.meta.url));

/** Brokers of Kafka 4 need it. */
const JAVA = 17;

/** Whether a broker can be started here, and if not, why and what to do. */
export type JarsAnswer =
  { readonly ready: true; readonly classPath: string } | { readonly ready: false; readonly reason: string };

/** Looks for Java and for the jars that `installKafkaJars` copied; starts nothing and asks nobody outside. */
export async function kafkaJars(): Promise<JarsAnswer> {
  const java = javaHere();
  if (java !== undefined) return { ready: false, reason: java };
  const jars = await jarsFolder();
  if (!existsSync(completeIn(jars)))
    return {
      ready: false,
      reason: `there are no jars of Kafka in ${KAFKA_FOLDER}: npm run kafka -- --install`,
    };
  return { ready: true, classPath: join(jars, '*') };
}

/**
 * Copies the jars that infra/kafka/pom.xml names from Maven Central, once; another version goes into another folder.
 * @throws when Java or Maven is missing or Maven fails, in its own words
 */
export async function installKafkaJars(): Promise<void> {
  const java = javaHere();
  if (java !== undefined) throw new Error(`Kafka cannot run here: ${java}`);
  const jars = await jarsFolder();
  if (existsSync(completeIn(jars))) return;
  await rm(jars, { recursive: true, force: true });
  await mkdir(jars, { recursive: true });
  await maven(['-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`]);
  await writeFile(completeIn(jars), '');
}

/** Why no broker runs on the Java of this machine; undefined where one does. */
function javaHere(): string | undefined {
  const asked = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (asked.error) return `there is no Java ${JAVA} (${asked.error.message})`;
  const version = Number(/version "(\d+)/.exec(asked.stderr)?.[1]);
  return version >= JAVA ? undefined : `Java is too old: ${JAVA} or newer is needed`;
}

/** Named after what the pom says, so that jars of another version are never taken for these. */
async function jarsFolder(): Promise<string> {
  const pom = createHash('sha256')
    .update(await readFile(POM))
    .digest('hex');
  return join(KAFKA_FOLDER, `jars-${pom.slice(0, 12)}`);
}

const completeIn = (jars: string) => join(jars, 'complete');

async function maven(options: readonly string[]): Promise<void> {
  const child = spawn('mvn', ['-B', '-q', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const failed = once(child, 'error').then(([error]) => {
    throw new Error(`Maven is needed to get the jars of Kafka: ${String(error)}`);
  });
  const [code] = (await Promise.race([once(child, 'close'), failed])) as [number | null];
  if (code !== 0) throw new Error(`Maven could not get the jars of Kafka:\n${said.join('')}`);
}
