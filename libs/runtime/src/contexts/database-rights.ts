import { PAPERS_SCHEMA } from '#paper-store';
import { COPIES_SCHEMA, type FollowerIdentity, type ProgramRights, schemaOf, stepsOf } from '#followers';
import {
  APP_CONFIGS,
  CommandApiConfig,
  ProcessManagerConfig,
  QueryApiConfig,
} from '../config/app-configs.js';
import { LookBackConfig, PostgresConfig } from '../config/settings.js';
import { type ConfigClass, groupsIn } from '../config/setting.decorator.js';
import type { Context } from './context.js';

/**
 * What each app may do in PostgreSQL, from what the contexts have and what the app reads from its settings: whoever runs a
 * read model or a process keeps its tables, who answers queries reads them all, and who takes commands or does rounds those that it may look into.
 * @param others who keeps tables of its own, by app
 */
export function databaseRights(
  contexts: readonly Context[],
  others: Readonly<Record<string, FollowerIdentity>>,
): readonly ProgramRights[] {
  const answered = contexts.flatMap(({ app, readModels = [], processes = [] }) => [
    ...readModels.map((model) => ({ keeper: app, schema: schemaOf(model) })),
    ...processes.map((process) => ({ keeper: 'process-manager', schema: schemaOf(stepsOf(process)) })),
  ]);
  const beside = contexts.flatMap(({ beside = [] }) => beside.map(schemaOf));
  const own = Object.entries(others).map(([keeper, follower]) => ({ keeper, schema: schemaOf(follower) }));
  const kept = [...answered, ...own];
  return Object.entries(APP_CONFIGS)
    .filter(([, config]) => reads(config, PostgresConfig))
    .map(([program, config]) => ({
      program,
      keeps: kept.filter(({ keeper }) => keeper === program).map(({ schema }) => schema),
      reads:
        config === QueryApiConfig
          ? answered.map(({ schema }) => schema)
          : LOOKS_INTO_SOME.includes(config)
            ? beside
            : [],
      ...(LOOKS_INTO_SOME.includes(config) && { shares: [PAPERS_SCHEMA] }),
      ...(reads(config, LookBackConfig) && { copies: COPIES_SCHEMA }),
    }));
}

/** Beside what they do. They also keep papers together: one takes them in, the other deletes what belongs to nothing. */
const LOOKS_INTO_SOME: readonly ConfigClass[] = [CommandApiConfig, ProcessManagerConfig];

function reads(config: ConfigClass, group: ConfigClass): boolean {
  return [...groupsIn(config).values()].includes(group);
}
