import 'reflect-metadata';
import { stringify } from 'yaml';
import { writeOrCheck } from '../../event-relay/scripts/generated-files.js';
import { DEPLOYED_APPS, type DeployedApp, type Server } from './deployment-table.js';

/**
 * Writes `infra/k8s/lindung.yaml`: each app, the job that prepares the database, and who may talk with whom, all from the table
 * of what apps need. With `--check` it only fails when the file is stale. What an installation chooses is in
 * `kustomization.yaml` beside it.
 */
const FILE = 'infra/k8s/lindung.yaml';

const HEAD = `# Written by npm run generate:deployment; what an installation chooses is in kustomization.yaml. See README.md.\n`;

const PREPARATION = 'prepare-database';

/** A pod that somebody starts for an errand, such as erasing a person; README.md says how. */
const OPERATOR = 'operator';
const PORT = 3000;
const HTTP = [{ port: PORT }];
const EVERYBODY = { matchLabels: { 'app.kubernetes.io/part-of': 'lindung' } };

/** Longer than SHUTDOWN_TIMEOUT_MS: requests and batches under way may end. */
const STOP_SECONDS = 30;

/** What no app passes under attack, as test/deployment/processes.e2e.spec.ts measures. */
const MEMORY = '512Mi';

/** Where an app that has a disk finds it. */
const DISK_PATH = '/var/lib/lindung';

type Manifest = Readonly<Record<string, unknown>>;

const label = (app: string) => ({ app, 'app.kubernetes.io/part-of': 'lindung' });

const manifests: readonly Manifest[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'lindung' },
    data: { HOST: '0.0.0.0', PORT: String(PORT), LOG_LEVEL: 'info' },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'lindung-key-store' },
    data: { KEY_STORE_DATA: `${DISK_PATH}/keys` },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'lindung-proofs' },
    data: { TRANSPARENCY_URL: 'http://transparency-log/log' },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'lindung-actions' },
    data: { COMMAND_API_URL: 'http://command-api' },
  },
  preparation(),
  ...DEPLOYED_APPS.flatMap((app) => (app.hasApi ? [deployment(app), service(app.name)] : [deployment(app)])),
  // An app that others talk to is found by its name as well.
  ...DEPLOYED_APPS.filter(({ name, hasApi }) => !hasApi && askersOf(name).length > 0).map(({ name }) =>
    service(name),
  ),
  ...DEPLOYED_APPS.flatMap(({ disk }) => (disk === undefined ? [] : [claim(disk)])),
  ...networkPolicies(),
];

await writeOrCheck(
  { [FILE]: HEAD + manifests.map((one) => stringify(one, { aliasDuplicateObjects: false })).join('---\n') },
  'generate:deployment',
);

function pod(name: string, container: Manifest, more: Manifest = {}): Manifest {
  return {
    metadata: { labels: label(name) },
    spec: {
      automountServiceAccountToken: false,
      ...more,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        // A disk is handed over to whoever runs here.
        ...('volumes' in more && { fsGroup: 1000 }),
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name,
          image: 'lindung',
          ...container,
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
    },
  };
}

function deployment(app: DeployedApp): Manifest {
  const { name, disk } = app;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: { 'app.kubernetes.io/part-of': 'lindung' } },
    spec: {
      // A disk is of one machine at a time: the old one lets go of it before the new one starts.
      ...(disk === undefined ? { replicas: 2 } : { replicas: 1, strategy: { type: 'Recreate' } }),
      selector: { matchLabels: { app: name } },
      template: pod(name, containerOf(app), {
        terminationGracePeriodSeconds: STOP_SECONDS,
        ...(disk && { volumes: [{ name: disk, persistentVolumeClaim: { claimName: disk } }] }),
      }),
    },
  };
}

function containerOf({ name, from, disk }: DeployedApp): Manifest {
  const sources = from.map((one) =>
    'secret' in one
      ? { secretRef: { name: one.secret, ...(one.optional && { optional: true }) } }
      : { configMapRef: { name: one.configMap } },
  );
  return {
    args: [`dist/apps/${name}/src/main.js`],
    envFrom: [{ configMapRef: { name: 'lindung' } }, ...sources],
    ports: [{ name: 'http', containerPort: PORT }],
    livenessProbe: {
      httpGet: { path: '/health/live', port: 'http' },
      periodSeconds: 10,
      failureThreshold: 6,
    },
    readinessProbe: {
      httpGet: { path: '/health/ready', port: 'http' },
      periodSeconds: 5,
      timeoutSeconds: 5,
    },
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: MEMORY } },
    ...(disk && { volumeMounts: [{ name: disk, mountPath: DISK_PATH }] }),
  };
}

/** Apps that start before it has run try again until it has. */
function preparation(): Manifest {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: PREPARATION },
    spec: {
      backoffLimit: 10,
      // Gone by the next release, which brings one of its own.
      ttlSecondsAfterFinished: 600,
      template: pod(
        PREPARATION,
        {
          args: ['dist/apps/cli/src/main.js', 'database', 'prepare'],
          envFrom: [{ secretRef: { name: 'lindung-database-owner' } }],
          resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: MEMORY } },
        },
        { restartPolicy: 'OnFailure' },
      ),
    },
  };
}

function service(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  };
}

function claim(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
  };
}

function askersOf(peer: string): string[] {
  return DEPLOYED_APPS.filter(({ talksTo }) => talksTo.includes(peer)).map(({ name }) => name);
}

/** Nobody talks with anybody, but for these. */
function networkPolicies(): Manifest[] {
  return [
    policy('nobody', {}, { policyTypes: ['Ingress', 'Egress'] }),
    policy('all-to-names', EVERYBODY, { egress: [toNames()] }),
    policy('monitoring-to-all', EVERYBODY, {
      ingress: [{ from: namespaceOf('monitoring'), ports: HTTP }],
    }),
    policy('proxy-to-apis', oneOf(DEPLOYED_APPS.filter(({ hasApi }) => hasApi).map(({ name }) => name)), {
      ingress: [{ from: namespaceOf('proxy'), ports: HTTP }],
    }),
    ...policiesToServers(),
    ...DEPLOYED_APPS.filter(({ name }) => askersOf(name).length > 0).flatMap(policiesBetweenApps),
  ];
}

/** Each app may ask the servers that it needs. */
function policiesToServers(): Manifest[] {
  // Identity providers, mail servers and gateways are elsewhere, and their addresses change.
  const elsewhere = [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }];
  const servers: Readonly<Record<Server, { readonly ports: readonly number[]; readonly to: unknown }>> = {
    'event-log': { ports: [2113], to: namespaceOf('event-log') },
    database: { ports: [5432], to: namespaceOf('database') },
    kafka: { ports: [9092], to: namespaceOf('kafka') },
    issuer: { ports: [443], to: elsewhere },
    messages: { ports: [465, 587, 443], to: elsewhere },
  };
  return Object.entries(servers).map(([server, { ports, to }]) => {
    const more = server === 'database' ? [PREPARATION, OPERATOR] : [];
    return policy(`to-${server}`, oneOf([...askersOf(server), ...more]), {
      egress: [{ to, ports: ports.map((port) => ({ port })) }],
    });
  });
}

/** Whoever asks an app may, and the app may be asked by them. */
function policiesBetweenApps({ name, hasApi }: DeployedApp): Manifest[] {
  // What people reach through the proxy nobody needs for an errand.
  const askers = oneOf([...askersOf(name), ...(hasApi ? [] : [OPERATOR])]);
  const asked = oneOf([name]);
  return [
    policy(`to-${name}`, askers, { egress: [{ to: [{ podSelector: asked }], ports: HTTP }] }),
    policy(`at-${name}`, asked, { ingress: [{ from: [{ podSelector: askers }], ports: HTTP }] }),
  ];
}

function namespaceOf(role: string) {
  return [{ namespaceSelector: { matchLabels: { [`lindung/${role}`]: 'true' } } }];
}

/** The names of others are looked up at the cluster's own server. */
function toNames() {
  const dns = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  return {
    to: [dns],
    ports: [
      { port: 53, protocol: 'UDP' },
      { port: 53, protocol: 'TCP' },
    ],
  };
}

function oneOf(apps: readonly string[]) {
  return { matchExpressions: [{ key: 'app', operator: 'In', values: apps }] };
}

function policy(name: string, podSelector: unknown, rules: Manifest): Manifest {
  const policyTypes = Object.keys(rules).map((way) => `${way[0]!.toUpperCase()}${way.slice(1)}`);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name },
    spec: { podSelector, policyTypes, ...rules },
  };
}
