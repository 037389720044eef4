/** A second door for those who sign in: SASL/SCRAM-SHA-512 over TLS, each with the rights that were granted to it. */
export interface SecuredDoor {
  readonly port: number;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface BrokerSettings {
  readonly dataDir: string;
  readonly port: number;
  readonly controllerPort: number;
  /** Where clients are sent to in place of the plain door. */
  readonly advertisedPort?: number;
  readonly secured?: SecuredDoor;
}

/**
 * `server.properties` of a broker that is its own controller (KRaft), for one machine: it listens on loopback, whoever comes
 * through the plain door is the administrator, and nobody else may do what was not granted.
 */
export function brokerSettings({
  dataDir,
  port,
  controllerPort,
  advertisedPort = port,
  secured,
}: BrokerSettings): string {
  const doors = { PLAINTEXT: port, ...(secured ? { SASL_SSL: secured.port } : {}) };
  const addresses = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, at]) => `${name}://127.0.0.1:${at}`)
      .join(',');
  const settings: Record<string, string | number> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: addresses({ ...doors, CONTROLLER: controllerPort }),
    'advertised.listeners': addresses({ ...doors, PLAINTEXT: advertisedPort }),
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    'log.dirs': dataDir,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': 'User:ANONYMOUS',
    // A topic that nobody made is a mistake: its partitions could never be changed.
    'auto.create.topics.enable': 'false',
    ...ONE_BROKER,
    ...(secured ? securedSettings(secured) : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join('');
}

const ONE_BROKER = {
  // There is one broker, so there is one copy.
  'default.replication.factor': 1,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  // Nobody waits for others of the group, and files are as large as what is in them.
  'group.initial.rebalance.delay.ms': 0,
  'log.index.size.max.bytes': 1_048_576,
};

function securedSettings({ certificatePem, privateKeyPem }: SecuredDoor): Record<string, string> {
  return {
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.certificate.chain': onOneLine(certificatePem),
    'ssl.keystore.key': onOneLine(privateKeyPem),
  };
}

/** As a properties file takes a text of several lines. */
const onOneLine = (text: string) => text.trim().replaceAll('\n', '\\n');
