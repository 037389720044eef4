import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type AppLogger,
  Metrics,
  NestLogger,
  type AppConfig,
  TlsConfig,
  createLogger,
  tlsFiles,
} from '#runtime';
import { Clock, SystemClock } from './clock.js';
import { addApiDocumentation } from './api-documentation.js';
import { AppBaseModule } from './app-base.module.js';
import { TOKEN_VERIFIER } from '../auth/auth.guard.js';
import type { TokenVerifier } from '../auth/token-verifier.js';
import { lookBeforeTheBody } from './before-the-body.js';
import { finishAnswers } from './finish-answers.js';
import { fixTime } from './request-time.js';
import { createAdapter, observeRequests } from './server.js';

interface AppOptions {
  /** Name of the app in its log: `command-api`. */
  readonly name: string;
  /** What the API documentation says it is. */
  readonly description?: string;
  /** The clock of the machine unless said otherwise. */
  readonly clock?: Clock;
  /** Standard output, at the level of the config, unless said otherwise. */
  readonly log?: AppLogger;
  /** Who is behind a token; whoever the issuer of the config says unless told otherwise. */
  readonly verify?: TokenVerifier;
}

@Module({})
class RootModule {}

/**
 * An app with a public API: sign-in, validation, problem+json, `/docs`, `/openapi.json`, `/health`, `/metrics`.
 * Not listening yet; see `listen`.
 */
export async function createHttpApp(
  module: Type<unknown> | DynamicModule,
  config: AppConfig,
  options: AppOptions,
): Promise<NestFastifyApplication> {
  const app = await createWorkerApp(module, config, options);
  addApiDocumentation(app, options);
  return app;
}

/** An app without a public API: it works by itself and only serves `/health` and `/metrics`. */
export async function createWorkerApp(
  module: Type<unknown> | DynamicModule,
  config: AppConfig,
  {
    name,
    clock = new SystemClock(),
    log = createLogger({ app: name, level: config.log.level }),
    verify,
  }: AppOptions,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: RootModule, imports: [AppBaseModule.forRoot(config, log, clock, verify), module] },
    createAdapter(
      config.http,
      'tls' in config && config.tls instanceof TlsConfig ? tlsFiles(config.tls) : undefined,
    ),
    { logger: new NestLogger(log), bodyParser: false, abortOnError: false },
  );
  app.useSecurityHeaders({
    // Over plain HTTP, as in a branch office, upgrading would make the documentation page unreachable.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  });
  const server = app.getHttpAdapter().getInstance();
  observeRequests(server, log, app.get(Metrics));
  lookBeforeTheBody(server, app.get(TOKEN_VERIFIER));
  fixTime(server, clock, config.http);
  finishAnswers(server);
  return app;
}

/** Starts to listen as the config says. @returns where, `http://127.0.0.1:3000` */
export async function listen(app: NestFastifyApplication, { http }: AppConfig): Promise<string> {
  await app.listen(http.port, http.host);
  return app.getUrl();
}
