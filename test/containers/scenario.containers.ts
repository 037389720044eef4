import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CloudEvent, type RunningConsumer, consume, makeTopics } from '#publishing';
import { DEV_AUDIENCE, DEV_ISSUER, DevIssuer, DevIssuerModule, type RunningApp, startApp } from '#http';
import { AppConfig } from '#runtime';
import { eventually } from '#testing';
import {
  type ContainerServer,
  eventStoreContainer,
  kafkaContainer,
  postgresContainer,
} from '#testing/containers';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';
import { connectLindung } from '../../apps/demo/src/lindung-client.js';
import { narrator } from '../../apps/demo/src/narrator.js';
import { type Outcome, playStory } from '../../apps/demo/src/story.js';
import { type AppName, type AppProcess, startEveryApp } from '../deployment/app-processes.js';
import { type BuiltPrograms, buildPrograms } from '../deployment/built-programs.js';

const log = {
  info: () => {},
  warn: () => {},
  error: (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};

describe('the scenario, with EventStoreDB, PostgreSQL, Kafka and every app as a process of its own', () => {
  const topics = publishedContracts.map(({ topic }) => topic);
  const published: CloudEvent[] = [];
  let servers: ContainerServer[] = [];
  let programs: BuiltPrograms | undefined;
  let starting: Promise<AppProcess>[] = [];
  let issuer: RunningApp;
  let issuerFolder: string;
  let consumer: RunningConsumer;
  let outcome: Outcome;

  beforeAll(async () => {
    const [eventStore, postgres, kafka] = await Promise.all([
      eventStoreContainer(),
      postgresContainer(),
      kafkaContainer(),
    ]);
    servers = [eventStore, postgres, kafka];
    const options = { brokers: [kafka.address], clientId: 'scenario', log };
    await makeTopics(options, topics);
    consumer = await consume({
      ...options,
      group: 'scenario',
      topics,
      handle: async (event) => void published.push(event),
    });
    issuerFolder = await mkdtemp(join(tmpdir(), 'lindung-issuer-'));
    issuer = await startIssuer(issuerFolder);
    const settings = {
      EVENTSTORE_URL: eventStore.address,
      DATABASE_URL: postgres.address,
      KAFKA_BROKERS: kafka.address,
      LINDUNG_MASTER_KEY: randomBytes(32).toString('base64'),
      LINDUNG_ID_SECRET: randomBytes(32).toString('base64'),
      AUTH_ISSUER: DEV_ISSUER,
      AUTH_AUDIENCE: DEV_AUDIENCE,
      AUTH_JWKS_URL: `${issuer.url}/jwks.json`,
      ALLOW_CLOCK_HEADER: 'true',
    };
    programs = await buildPrograms();
    starting = startEveryApp(programs, join(issuerFolder, 'keys'), () => settings);
    const apps = await Promise.all(starting);
    const urlOf = (wanted: AppName) => apps.find(({ name }) => name === wanted)!.url;
    const lindung = connectLindung({
      commandApiUrl: urlOf('command-api'),
      queryApiUrl: urlOf('query-api'),
      reportingUrl: urlOf('reporting'),
      issuerUrl: issuer.url,
    });
    outcome = await playStory(
      lindung,
      narrator((line) => process.stdout.write(`${line}\n`)),
    );
  });

  afterAll(async () => {
    await consumer?.stop();
    const started = await Promise.allSettled(starting);
    await Promise.all(started.flatMap((app) => (app.status === 'fulfilled' ? [app.value.stop()] : [])));
    await issuer?.stop();
    await Promise.all(servers.map((server) => server.stop()));
    if (issuerFolder) await rm(issuerFolder, { recursive: true });
    await programs?.remove();
  });

  it('comes out as the law says', () => {
    const { claims, payouts } = outcome.standing;
    expect(claims.map(({ programme, status }) => `${programme} ${status}`).sort()).toEqual([
      'JKK DENIED',
      'JKK PAID',
      'JKM PAID',
    ]);
    expect(payouts.length).toBeGreaterThan(0);
    expect(payouts.every(({ status }) => status === 'SETTLED')).toBe(true);
  });

  it('is told to subscribers: every settled payment, once for each id, without a word about a person', async () => {
    const settled = outcome.standing.payouts.map(({ payoutId }) => payoutId).sort();
    const told = () =>
      [
        ...new Set(
          published
            .filter(({ type }) => type === 'lindung.payouts.payout-settled.v1')
            .map(({ data }) => String(data.payoutId)),
        ),
      ].sort();
    await eventually('all payments were told', () => told().length === settled.length, 60_000);
    expect(told()).toEqual(settled);
    const names = outcome.standing.participants.flatMap(({ name }) => name ?? []);
    expect(names.length).toBeGreaterThan(0);
    const said = JSON.stringify(published);
    expect(names.filter((name) => said.includes(name))).toEqual([]);
  });

  it('is told in the order of each stream', () => {
    const revisions = new Map<string, bigint>();
    const firstCopies = new Map(published.toReversed().map((event) => [event.id, event]));
    for (const { partitionkey, streamrevision, id } of published.filter(
      (event) => firstCopies.get(event.id) === event,
    )) {
      const before = revisions.get(partitionkey) ?? -1n;
      expect({ id, inOrder: BigInt(streamrevision) > before }).toEqual({ id, inOrder: true });
      revisions.set(partitionkey, BigInt(streamrevision));
    }
  });
});

async function startIssuer(folder: string): Promise<RunningApp> {
  @Module({ imports: [DevIssuerModule.with(await DevIssuer.at(folder))] })
  class IssuerModule {}
  return startApp(
    { name: 'dev-issuer', description: 'tokens', api: true, config: AppConfig, module: IssuerModule },
    { PORT: '0', LOG_LEVEL: 'error' },
  );
}
