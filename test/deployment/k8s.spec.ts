import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { roleOf } from '#followers';
import { APP_CONFIGS, type AppConfig, QueryApiConfig, loadConfig } from '#runtime';
import { parse, parseAllDocuments } from 'yaml';
import { allSettingsIn } from '../../libs/runtime/src/config/setting.decorator.js';
import { envFile, fileIn } from './compose.js';
import { RIGHTS, awkwardPassword } from './database-roles.js';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
    readonly podSelector: PodSelector;
    readonly policyTypes: readonly string[];
    readonly ingress?: readonly object[];
    readonly egress?: readonly { readonly ports: readonly { readonly port: number }[] }[];
  };
}

interface PodSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[];
}

interface Container {
  readonly args: readonly string[];
  readonly envFrom: readonly { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  readonly livenessProbe: { readonly httpGet: { readonly path: string } };
  readonly resources: { readonly limits: { readonly memory: string } };
  readonly readinessProbe: { readonly httpGet: { readonly path: string } };
}

const RANDOM = randomBytes(32).toString('base64');

/** What the secrets hold that infra/k8s/README.md makes. */
const SECRETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(
    RIGHTS.map(({ program }) => [
      `lindung-database-${program}`,
      {
        DATABASE_URL: `postgres://${roleOf('lindung', program)}@postgres/lindung`,
        DATABASE_PASSWORD: awkwardPassword(),
      },
    ]),
  ),
  'lindung-event-log': { EVENTSTORE_URL: 'esdb+discover://lindung:secret@log:2113' },
  'lindung-id-secret': { LINDUNG_ID_SECRET: RANDOM },
  ...Object.fromEntries(
    Object.entries(APP_CONFIGS)
      .filter(([, config]) => allSettingsIn(config).some(({ variable }) => variable === 'KEY_STORE_URL'))
      .map(([app]) => [
        `lindung-key-store-${app}`,
        { KEY_STORE_URL: 'http://key-store', KEY_STORE_TOKEN: RANDOM },
      ]),
  ),
  'lindung-key-store-tokens': {
    KEY_STORE_READER_TOKEN: RANDOM,
    KEY_STORE_WRITER_TOKEN: RANDOM,
    KEY_STORE_ERASER_TOKEN: RANDOM,
  },
  'lindung-transparency-secret': { TRANSPARENCY_SECRET: RANDOM },
  'lindung-master-key': { LINDUNG_MASTER_KEY: RANDOM },
  'lindung-notices': {
    NOTICES_MAIL_URL: 'smtps://surat:secret@mail.lindung.test:465',
    NOTICES_MAIL_FROM: 'surat@lindung.test',
  },
};

/** What an installation chooses: in its own words, with the name of the example replaced. */
const CHOSEN = parse(
  fileIn('infra/k8s/kustomization.yaml').replaceAll('.example.go.id', '.lindung.test'),
) as {
  readonly configMapGenerator: readonly { readonly name: string; readonly literals: readonly string[] }[];
};

const manifests = parseAllDocuments(fileIn('infra/k8s/lindung.yaml')).map((page) => page.toJS() as Manifest);
const deployments = new Map(
  manifests
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ metadata, spec }) => [metadata.name, spec!.template.spec.containers[0]!]),
);

function configMap(name: string): Readonly<Record<string, string>> {
  const chosen = CHOSEN.configMapGenerator.find((one) => one.name === name);
  if (chosen) return envFile(chosen.literals.join('\n'));
  return manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name)!.data!;
}

function environmentOf({ envFrom }: Container): Record<string, string> {
  const sources = envFrom.map(({ configMapRef, secretRef }) =>
    configMapRef ? configMap(configMapRef.name) : SECRETS[secretRef!.name],
  );
  return Object.assign({}, ...sources) as Record<string, string>;
}

describe('infra/k8s/lindung.yaml', () => {
  it('deploys every app', () => {
    expect([...deployments.keys()].sort()).toEqual(Object.keys(APP_CONFIGS).sort());
  });

  it.each(Object.entries<new () => AppConfig>(APP_CONFIGS))(
    'runs %s with what it needs, and with no secret it does not',
    (name, config) => {
      const container = deployments.get(name)!;
      const environment = { ...environmentOf(container), NODE_ENV: 'production' };
      const known = new Set(allSettingsIn(config).map(({ variable }) => variable));
      expect(container.args).toEqual([`dist/apps/${name}/src/main.js`]);
      expect(() => loadConfig(config, environment)).not.toThrow();
      expect(Object.keys(environment).filter((variable) => !known.has(variable))).toEqual([]);
      expect(container.livenessProbe.httpGet.path).toBe('/health/live');
      expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
    },
  );

  it('makes no secret itself, and the page beside it makes each', () => {
    const page = fileIn('infra/k8s/README.md');
    expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    const [, apps] = /^ *for app in ([^;]+); do$/m.exec(page) ?? [];
    expect(apps?.split(/\s+/)).toEqual(RIGHTS.map(({ program }) => program));
    const others = Object.keys(SECRETS).filter((name) => !/^lindung-(database|key-store)-/.test(name));
    const keys = ['lindung-key-store-tokens', '"lindung-key-store-$app"'];
    for (const name of ['"lindung-database-$app"', 'lindung-database-owner', ...keys, ...others]) {
      expect(page).toContain(`create secret generic ${name} `);
    }
  });

  it('is refused while it names the identity provider of the example', () => {
    const literals = (name: string) =>
      envFile(
        (parse(fileIn('infra/k8s/kustomization.yaml')) as typeof CHOSEN).configMapGenerator
          .find((one) => one.name === name)!
          .literals.join('\n'),
      );
    const environment = { ...environmentOf(deployments.get('query-api')!), NODE_ENV: 'production' };
    for (const [variable, value] of Object.entries(literals('lindung-sign-in'))) {
      if (!value.includes('example')) continue;
      expect(() => loadConfig(QueryApiConfig, { ...environment, [variable]: value })).toThrow(
        `${variable}: `,
      );
    }
  });

  it('prepares the database with the owner’s secret, which no app has', () => {
    const [job] = manifests.filter(({ kind }) => kind === 'Job');
    const [container] = job!.spec!.template.spec.containers;
    expect(container).toMatchObject({
      args: ['dist/apps/cli/src/main.js', 'database', 'prepare'],
      envFrom: [{ secretRef: { name: 'lindung-database-owner' } }],
    });
    for (const { envFrom } of deployments.values()) {
      expect(envFrom).not.toContainEqual({ secretRef: { name: 'lindung-database-owner' } });
    }
  });

  it('bounds the memory of every app', () => {
    for (const { resources } of deployments.values()) expect(resources.limits.memory).toBe('512Mi');
  });
});

describe('the network policies', () => {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  /** Every pod is selected by its labels, so that none can be left out by a slip. */
  const selecting = (app: string, way: 'ingress' | 'egress') =>
    policies
      .filter(({ spec }) => spec![way] !== undefined && selects(spec!.podSelector, app))
      .map(({ metadata }) => metadata.name);

  /** The server behind each address that an app may be given. */
  const SERVERS = {
    EVENTSTORE_URL: 'to-event-log',
    DATABASE_URL: 'to-database',
    KAFKA_BROKERS: 'to-kafka',
    AUTH_JWKS_URL: 'to-issuer',
    KEY_STORE_URL: 'to-key-store',
    TRANSPARENCY_URL: 'to-transparency-log',
    COMMAND_API_URL: 'to-command-api',
    NOTICES_MAIL_URL: 'to-messages',
  };

  it('begin with nobody talking to anybody', () => {
    expect(policies[0]).toMatchObject({
      metadata: { name: 'nobody' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    expect([policies[0]!.spec!.ingress, policies[0]!.spec!.egress]).toEqual([undefined, undefined]);
  });

  it.each([...deployments])(
    'let %s reach the servers whose address it is given, and no others',
    (app, container) => {
      const given = Object.keys(environmentOf(container));
      const wanted = Object.entries(SERVERS).flatMap(([variable, name]) =>
        given.includes(variable) ? [name] : [],
      );
      expect(selecting(app, 'egress').sort()).toEqual(['all-to-names', ...wanted].sort());
    },
  );

  const ASKED = ['key-store', 'transparency-log'];
  /** An API that another app asks for whoever asks it. */
  const ASKED_ITSELF = new Map([['command-api', ['at-command-api']]]);
  const apps = [...deployments].filter(([name]) => !ASKED.includes(name));
  it.each(apps)(
    'let the proxy reach %s only where it has an API, and other apps only that of commands',
    (app, container) => {
      const isApi = 'AUTH_ISSUER' in environmentOf(container);
      expect(selecting(app, 'ingress').sort()).toEqual(
        ['monitoring-to-all', ...(isApi ? ['proxy-to-apis'] : []), ...(ASKED_ITSELF.get(app) ?? [])].sort(),
      );
    },
  );

  it.each(ASKED)('let those reach %s who are told of it, and nobody else', (app) => {
    expect(selecting(app, 'ingress').sort()).toEqual([`at-${app}`, 'monitoring-to-all']);
  });

  it('let whoever runs an errand reach keys, proofs and database, and nobody reach it', () => {
    expect(selecting('operator', 'egress').sort()).toEqual([
      'all-to-names',
      'to-database',
      'to-key-store',
      'to-transparency-log',
    ]);
    expect(selecting('operator', 'ingress')).toEqual(['monitoring-to-all']);
  });

  it('let the job reach the database alone, and nobody reach it', () => {
    expect(selecting('prepare-database', 'egress')).toEqual(['all-to-names', 'to-database']);
    expect(selecting('prepare-database', 'ingress')).toEqual(['monitoring-to-all']);
  });

  it('know the port of each server by the address that people are told to give', () => {
    const port = (name: string) =>
      policies
        .find(({ metadata }) => metadata.name === name)!
        .spec!.egress!.flatMap(({ ports }) => ports.map((one) => one.port));
    expect(port('to-event-log')).toEqual([2113]);
    expect(port('to-database')).toEqual([5432]);
    expect(port('to-kafka')).toEqual([Number(configMap('lindung-kafka').KAFKA_BROKERS!.split(':')[1])]);
  });
});

function selects({ matchLabels, matchExpressions }: PodSelector, app: string): boolean {
  const labels = { app, 'app.kubernetes.io/part-of': 'lindung' } as Readonly<Record<string, string>>;
  return (
    Object.entries(matchLabels ?? {}).every(([label, value]) => labels[label] === value) &&
    (matchExpressions ?? []).every(({ key, values }) => values.includes(labels[key]!))
  );
}
