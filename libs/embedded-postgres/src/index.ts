export {
  type EmbeddedPostgresOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres.js';
