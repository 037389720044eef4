import { KafkaContainer } from '@testcontainers/kafka';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { GenericContainer, type StartedTestContainer, Wait, getContainerRuntimeClient } from 'testcontainers';

/** The servers of production, as `docker-compose.yml` names them. */
export const IMAGES = {
  postgres: 'postgres:18-alpine',
  eventStore: 'eventstore/eventstore:24.10',
  kafka: 'confluentinc/cp-kafka:7.8.0',
} as const;

const EVENT_STORE_PORT = 2113;
const KAFKA_PORT = 9093;

/** Whether containers can be started here, and if not, why. */
export type DockerAnswer =
  { readonly available: true } | { readonly available: false; readonly reason: string };

/** Asks for a container runtime. Specs that need one are left out where there is none, and say so with the reason. */
export async function dockerAvailable(): Promise<DockerAnswer> {
  try {
    await getContainerRuntimeClient();
    return { available: true };
  } catch (error) {
    return { available: false, reason: String(error) };
  }
}

/** A server in a container. */
export interface ContainerServer {
  /** What the application's configuration takes. */
  readonly address: string;
  /** Stops and removes the container with its data. */
  stop(): Promise<void>;
}

/** PostgreSQL; the address is a `postgres://` URL. */
export async function postgresContainer(): Promise<ContainerServer> {
  const started = await new PostgreSqlContainer(IMAGES.postgres).start();
  return serverAt(started, started.getConnectionUri());
}

/** EventStoreDB, single node, in memory; the address is an `esdb://` connection string. */
export async function eventStoreContainer(): Promise<ContainerServer> {
  const started = await new GenericContainer(IMAGES.eventStore)
    .withEnvironment({
      EVENTSTORE_CLUSTER_SIZE: '1',
      EVENTSTORE_INSECURE: 'true',
      EVENTSTORE_MEM_DB: 'true',
    })
    .withExposedPorts(EVENT_STORE_PORT)
    .withWaitStrategy(Wait.forHttp('/health/live', EVENT_STORE_PORT).forStatusCode(204))
    .start();
  const host = `${started.getHost()}:${started.getMappedPort(EVENT_STORE_PORT)}`;
  return serverAt(started, `esdb://${host}?tls=false`);
}

/** Kafka, single broker; the address is one of the `KAFKA_BROKERS`. */
export async function kafkaContainer(): Promise<ContainerServer> {
  const started = await new KafkaContainer(IMAGES.kafka).withKraft().start();
  return serverAt(started, `${started.getHost()}:${started.getMappedPort(KAFKA_PORT)}`);
}

function serverAt(started: StartedTestContainer, address: string): ContainerServer {
  return {
    address,
    stop: async () => {
      await started.stop();
    },
  };
}
