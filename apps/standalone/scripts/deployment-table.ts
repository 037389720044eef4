import {
  APP_CONFIGS,
  ActionsConfig,
  AuthConfig,
  type ConfigClass,
  EventStoreConfig,
  KafkaConfig,
  KeyRingConfig,
  KeyStoreClientsConfig,
  KeyStoreConfig,
  KeyStoreServerConfig,
  NoticesConfig,
  PostgresConfig,
  ProofsConfig,
  SecretsConfig,
  TransparencyConfig,
  TransparencyKeyConfig,
  groupsIn,
} from '#runtime';

/** What apps talk to that is none of them. */
export type Server = 'event-log' | 'database' | 'kafka' | 'issuer' | 'messages';

/** What a group of settings means where each app runs by itself. */
interface GroupMeaning {
  /** Where its values come from in Kubernetes. */
  readonly from:
    | { readonly configMap: string }
    /** An optional one need not be there. */
    | { readonly secret: string; readonly optional?: true };
  /** A server, or an app by its name. */
  readonly talksTo?: string;
  /** A disk of its own, by its name: whoever has one runs once. */
  readonly disk?: string;
}

const EACH_APP = '<app>';

/** Groups that are not here have values that hold for every app. */
const MEANINGS = new Map<ConfigClass, GroupMeaning>([
  [AuthConfig, { from: { configMap: 'lindung-sign-in' }, talksTo: 'issuer' }],
  [EventStoreConfig, { from: { secret: 'lindung-event-log' }, talksTo: 'event-log' }],
  [PostgresConfig, { from: { secret: `lindung-database-${EACH_APP}` }, talksTo: 'database' }],
  [KeyRingConfig, { from: { secret: 'lindung-master-key' } }],
  [KeyStoreConfig, { from: { secret: `lindung-key-store-${EACH_APP}` }, talksTo: 'key-store' }],
  [KeyStoreServerConfig, { from: { configMap: 'lindung-key-store' }, disk: 'lindung-keys' }],
  [KeyStoreClientsConfig, { from: { secret: 'lindung-key-store-tokens' } }],
  [SecretsConfig, { from: { secret: 'lindung-id-secret' } }],
  [TransparencyConfig, { from: { configMap: 'lindung-transparency' }, disk: 'lindung-tree' }],
  [TransparencyKeyConfig, { from: { secret: 'lindung-transparency-secret' } }],
  [ProofsConfig, { from: { configMap: 'lindung-proofs' }, talksTo: 'transparency-log' }],
  [ActionsConfig, { from: { configMap: 'lindung-actions' }, talksTo: 'command-api' }],
  [NoticesConfig, { from: { secret: 'lindung-notices', optional: true }, talksTo: 'messages' }],
  [KafkaConfig, { from: { configMap: 'lindung-kafka' }, talksTo: 'kafka' }],
]);

export interface DeployedApp {
  readonly name: string;
  /** People reach it, through the proxy. */
  readonly hasApi: boolean;
  readonly from: readonly GroupMeaning['from'][];
  readonly talksTo: readonly string[];
  readonly disk?: string;
}

/** Every app that runs for as long as the system does, with what its settings say it needs. */
export const DEPLOYED_APPS: readonly DeployedApp[] = Object.entries(APP_CONFIGS).map(([name, config]) => {
  const groups = [...groupsIn(config).values()];
  const meanings = groups.flatMap((group) => MEANINGS.get(group) ?? []);
  return {
    name,
    hasApi: groups.includes(AuthConfig),
    from: meanings.map(({ from }) => named(from, name)),
    talksTo: meanings.flatMap(({ talksTo }) => (talksTo === undefined ? [] : [talksTo])),
    disk: meanings.find(({ disk }) => disk !== undefined)?.disk,
  };
});

function named(from: GroupMeaning['from'], app: string): GroupMeaning['from'] {
  return 'secret' in from ? { ...from, secret: from.secret.replace(EACH_APP, app) } : from;
}
