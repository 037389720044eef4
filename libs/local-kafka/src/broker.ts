import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { kafkaJars } from './jars.js';
import { type SecuredDoor, brokerSettings } from './settings.js';

export interface LocalKafkaOptions {
  /** Holds the topics; made when missing, used again when not. */
  readonly dataDir: string;
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  /** Where clients are sent to, for a spec that stands between them and the broker. */
  readonly advertisedPort?: number;
  /** A door for those who sign in, and who they are: passwords by name. They are made with the data, at the first start. */
  readonly secured?: Omit<SecuredDoor, 'port'> & { readonly users: Readonly<Record<string, string>> };
}

export interface LocalKafka {
  /** `host:port` of the plain door, as `KAFKA_BROKERS` takes it. */
  readonly address: string;
  /** `host:port` of the door for those who sign in. */
  readonly securedAddress?: string;
  /** For a spec that kills or freezes it. */
  readonly pid: number;
  /** Resolves when the broker has ended, whoever ended it, with its last words. */
  readonly ended: Promise<string>;
  /** Stops the broker as its operator would; it is killed after 20 seconds. */
  stop(): Promise<void>;
}

const READY = 'Kafka Server started';
const [START_WITHIN_MS, STOP_WITHIN_MS, LAST_WORDS] = [120_000, 20_000, 20];
const BROKER_HEAP = '256m';

/**
 * Ends the broker when the pipe to whoever started it closes: however that one ended, no broker is left behind.
 * `$0` is the program, `$@` what it is given.
 */
const BOUND_TO_US = `
  "$0" "$@" & broker=$!
  { read -r _ <&3; kill -9 $broker; } >/dev/null 2>&1 & watch=$!
  wait $broker; code=$?
  kill $watch 2>/dev/null
  exit $code`;

/**
 * Starts a broker of Apache Kafka that is its own controller, from the jars of `installKafkaJars`.
 * It stops when this process ends; what was acknowledged is there at the next start.
 * @throws when there is no Java or there are no jars, or when it does not start, in its own words
 */
export async function startLocalKafka({
  dataDir,
  port = 0,
  advertisedPort,
  secured,
}: LocalKafkaOptions): Promise<LocalKafka> {
  const jars = await kafkaJars();
  if (!jars.ready) throw new Error(`Kafka cannot run here: ${jars.reason}`);
  const directory = resolve(dataDir);
  await mkdir(directory, { recursive: true });
  const [chosen, controllerPort, securedPort] = await freePorts(port);
  const door = secured ? { ...secured, port: securedPort } : undefined;
  const file = join(directory, 'server.properties');
  const topics = join(directory, 'topics');
  const settings = brokerSettings({
    dataDir: topics,
    port: chosen,
    controllerPort,
    advertisedPort,
    secured: door,
  });
  await writeFile(file, settings, { mode: 0o600 });
  if (!existsSync(join(topics, 'meta.properties'))) await format(jars.classPath, file, secured?.users ?? {});
  const running = await run(jars.classPath, file);
  const at = (on: number) => `127.0.0.1:${on}`;
  return { address: at(chosen), ...(door ? { securedAddress: at(door.port) } : {}), ...running };
}

/** Java as a broker for one machine needs it: small, and quick to start rather than quick after an hour. */
const javaOptions = (classPath: string) => [
  `-Xmx${BROKER_HEAP}`,
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info',
  '-cp',
  classPath,
];

async function format(
  classPath: string,
  file: string,
  users: Readonly<Record<string, string>>,
): Promise<void> {
  const scram = Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
  const clusterBytes = randomBytes(16);
  // So that it begins with a letter: one that begins with a dash is taken for an option.
  clusterBytes.writeUInt8(clusterBytes.readUInt8() & 0x7f);
  const clusterId = clusterBytes.toString('base64url');
  const options = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', file, ...scram];
  const { child, words, exited } = java([...javaOptions(classPath), ...options]);
  await inTime(child, exited);
  if (child.exitCode !== 0) throw new Error(`Kafka could not make its folder:\n${words.join('\n')}`);
}

async function run(classPath: string, file: string): Promise<Pick<LocalKafka, 'pid' | 'ended' | 'stop'>> {
  const { child, words, exited, said } = java([...javaOptions(classPath), 'kafka.Kafka', file]);
  const outcome = await inTime(child, Promise.race([said(READY), exited]));
  if (outcome !== READY) throw new Error(`Kafka did not start:\n${words.join('\n')}`);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    end(child, 'SIGCONT');
    end(child, 'SIGTERM');
    await inTime(child, exited, STOP_WITHIN_MS);
  };
  return { pid: child.pid!, ended: exited, stop: () => (stopping ??= stop()) };
}

/** Starts Java bound to this process, and keeps its last words. */
function java(options: readonly string[]) {
  const child = spawn('sh', ['-c', BOUND_TO_US, 'java', ...options], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const words: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream! }).on('line', (line) => {
      // Where in Java it was helps nobody here.
      if (!line.startsWith('\tat ')) words.push(line);
      if (words.length > LAST_WORDS) words.shift();
      for (const listener of listeners) listener(line);
    });
  }
  const exited = once(child, 'close').then(() => words.slice(-1).join(''));
  const said = (text: string) =>
    new Promise<string>((heard) => listeners.push((line) => line.includes(text) && heard(text)));
  return { child, words, exited, said };
}

/** What is waited for of a program, which is killed when it takes too long. */
async function inTime<Outcome>(
  child: ChildProcess,
  outcome: Promise<Outcome>,
  withinMs = START_WITHIN_MS,
): Promise<Outcome> {
  const tooLate = setTimeout(() => end(child, 'SIGKILL'), withinMs);
  try {
    return await outcome;
  } finally {
    clearTimeout(tooLate);
  }
}

/** The broker and the shell that watches over it are one group. */
function end(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // It has ended.
  }
}

/** The port that is asked for, or a free one, and two more: all of them were free a moment ago. */
async function freePorts(port: number): Promise<[number, number, number]> {
  const servers = [port, 0, 0].map((wanted) => createServer().listen(wanted, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports as [number, number, number];
}
