export {
  type EmbeddedPostgresOptions,
  type EmbeddedPostgres,
  useEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres.js';
