import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AuthGuard, TOKEN_VERIFIER } from '../auth/auth.guard.js';
import { programTokenVerifier } from '../auth/program-tokens.js';
import { type TokenVerifier, tokenVerifier, unauthorized } from '../auth/token-verifier.js';
import {
  AuthConfig,
  type ConfigClass,
  HealthChecks,
  AppLogger,
  KeyStoreClientsConfig,
  Metrics,
  type AppConfig,
  groupsIn,
} from '#runtime';
import { ProblemFilter } from '../problem/problem.filter.js';
import { Clock } from './clock.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { createValidationPipe } from './validation.js';

/** What every app has, for every module in it: config groups by class, log, clock, health, metrics, and the rules of HTTP. */
@Module({})
export class AppBaseModule {
  static forRoot(
    config: AppConfig,
    log: AppLogger,
    clock: Clock,
    verify: TokenVerifier = verifierFor(config),
  ): DynamicModule {
    const shared: Provider[] = [
      ...configProviders(config),
      { provide: AppLogger, useValue: log },
      { provide: Clock, useValue: clock },
      HealthChecks,
      Metrics,
    ];
    return {
      module: AppBaseModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        ...shared,
        { provide: TOKEN_VERIFIER, useValue: verify },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_PIPE, useFactory: createValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: shared,
    };
  }
}

/** Each group of the config under its class: `constructor(private readonly limits: QueryConfig)`. */
function configProviders(config: AppConfig): Provider[] {
  const values = config as unknown as Record<string, unknown>;
  return [...groupsIn(config.constructor as ConfigClass)].map(([property, type]) => ({
    provide: type,
    useValue: values[property],
  }));
}

/** An app without an issuer has public routes only. */
function verifierFor(config: AppConfig): TokenVerifier {
  if ('auth' in config && config.auth instanceof AuthConfig) {
    return tokenVerifier(config.auth, { timeoutMs: config.auth.jwksTimeoutMs });
  }
  if ('clients' in config && config.clients instanceof KeyStoreClientsConfig)
    return programTokenVerifier({ ...config.clients });
  return () => Promise.reject(unauthorized('NOT_TAKEN'));
}
