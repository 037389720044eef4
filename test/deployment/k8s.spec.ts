import { describe, expect, it } from '@jest/globals';
import { APP_CONFIGS, type AppConfig, loadConfig } from '#runtime';
import { parseAllDocuments } from 'yaml';
import { allSettingsIn } from '../../libs/runtime/src/config/setting.decorator.js';
import { fileIn } from './compose.js';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly template: { readonly spec: { readonly containers: readonly Container[] } } };
}

interface Container {
  readonly args: readonly string[];
  readonly envFrom: readonly { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  readonly livenessProbe: { readonly httpGet: { readonly path: string } };
  readonly readinessProbe: { readonly httpGet: { readonly path: string } };
}

/** What the secrets hold that infra/k8s/README.md makes. */
const SECRETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lindung-database': { DATABASE_URL: 'postgres://lindung@postgres/lindung' },
  'lindung-event-log': { EVENTSTORE_URL: 'esdb+discover://lindung@log:2113' },
  'lindung-id-secret': { LINDUNG_ID_SECRET: Buffer.alloc(32).toString('base64') },
  'lindung-master-key': { LINDUNG_MASTER_KEY: Buffer.alloc(32).toString('base64') },
};

const manifests = parseAllDocuments(fileIn('infra/k8s/lindung.yaml')).map((page) => page.toJS() as Manifest);
const deployments = new Map(
  manifests
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ metadata, spec }) => [metadata.name, spec!.template.spec.containers[0]!]),
);

function environmentOf({ envFrom }: Container): Record<string, string> {
  const sources = envFrom.map(({ configMapRef, secretRef }) =>
    configMapRef
      ? manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef.name)
          ?.data
      : SECRETS[secretRef!.name],
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
      const environment = environmentOf(container);
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
    for (const name of Object.keys(SECRETS)) expect(page).toContain(`create secret generic ${name} `);
  });
});
