import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Body,
  type CanActivate,
  Controller,
  type DynamicModule,
  type ExecutionContext,
  Get,
  HttpCode,
  Injectable,
  Module,
  Post,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type JWK, SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { AUTHORITY_LEVELS, type AuthorityLevel, ROLES, type Role, UUID, line, matching } from '#kernel';
import { DEVELOPMENT_ISSUER, DevelopmentConfig, loadConfig } from '#runtime';
import { memberOf } from '../problem/error-facts.js';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { CodeField, IntegerField, ScalarField } from '../fields/fields.js';
import { NumberAnswer, TextAnswer } from '../fields/answers.js';
import { Public } from './auth.decorators.js';

/** What its tokens say of themselves. Nothing but a development system may believe it. */
export const DEV_ISSUER = DEVELOPMENT_ISSUER;
export const DEV_AUDIENCE = 'lindung';

const ALGORITHM = 'ES256';
const HOUR = 3600;

export interface DevToken {
  readonly role: Role;
  /** Further roles of the same person. */
  readonly also?: readonly Role[];
  /** Who signs in; `dev-<role>` unless said otherwise. Never a name. */
  readonly subject?: string;
  readonly office?: string;
  /** Id of the facility that a PLKK acts for. */
  readonly facility?: string;
  /** How far a supervisor decides. */
  readonly authority?: AuthorityLevel;
  /** Seconds; an hour unless said otherwise. */
  readonly expiresIn?: number;
}

/** Signs tokens for anyone who asks. For one machine and for specs: it knows no passwords. */
export class DevIssuer {
  private constructor(
    private readonly privateJwk: JWK,
    private readonly keyId: string,
  ) {}

  /**
   * Uses the key pair kept in this folder, so that tokens outlive a restart; makes it on first use (mode 600).
   * @throws ConfigError in production
   */
  static async at(folder: string): Promise<DevIssuer> {
    loadConfig(DevelopmentConfig);
    const file = join(folder, 'dev-issuer.jwk.json');
    const jwk = (await readKey(file)) ?? (await makeKey(folder, file));
    return new DevIssuer(jwk, await calculateJwkThumbprint(jwk));
  }

  /** The public half, for whoever checks tokens (RFC 7517). */
  jwks(): { keys: JWK[] } {
    const { kty, crv, x, y } = this.privateJwk;
    return { keys: [{ kty, crv, x, y, kid: this.keyId, use: 'sig', alg: ALGORITHM }] };
  }

  async sign({
    role,
    also = [],
    subject = `dev-${role}`,
    office = 'BEKASI',
    facility,
    authority,
    expiresIn = HOUR,
  }: DevToken): Promise<string> {
    return new SignJWT({
      roles: [role, ...also],
      office,
      ...(facility && { facility }),
      ...(authority && { authority }),
    })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.keyId })
      .setIssuer(DEV_ISSUER)
      .setAudience(DEV_AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
      .sign(await importJWK(this.privateJwk, ALGORITHM));
  }
}

async function readKey(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if (memberOf(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeKey(folder: string, file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  return jwk;
}

const SUBJECT = matching({
  name: 'subject',
  words: {
    en: '1 to 100 letters, digits, dots and dashes',
    id: '1 sampai 100 huruf, angka, titik dan strip',
  },
  pattern: /^[A-Za-z0-9._-]{1,100}$/,
});
const OFFICE = line({ max: 50 });

class TokenRequest {
  @CodeField(ROLES)
  readonly role!: Role;

  @CodeField(ROLES, { optional: true, each: true, description: 'Further roles of the same person' })
  readonly also?: readonly Role[];

  @ScalarField(SUBJECT, { optional: true })
  readonly subject?: string;

  @ScalarField(OFFICE, { optional: true })
  readonly office?: string;

  @ScalarField(UUID, { optional: true, description: 'Id of the facility that a PLKK acts for; it needs one' })
  readonly facility?: string;

  @IntegerField({
    min: Math.min(...AUTHORITY_LEVELS),
    max: Math.max(...AUTHORITY_LEVELS),
    optional: true,
    description: 'How far a supervisor decides: 2 supervisor, 3 head of branch, 4 region, 5 directorate',
  })
  readonly authority?: AuthorityLevel;

  @IntegerField({ min: 1, max: 7 * 24 * HOUR, optional: true, description: 'Seconds' })
  readonly expiresIn?: number;
}

/** Named as RFC 6749 section 5.1 names it. */
class TokenAnswer {
  @TextAnswer()
  readonly access_token!: string;

  @TextAnswer({ example: 'Bearer' })
  readonly token_type!: string;

  @NumberAnswer({ description: 'Seconds' })
  readonly expires_in!: number;
}

/** Names of this machine. A page of somebody else's reaches it under a name of theirs (DNS rebinding). */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Only who asks this machine by a name of its own gets a token. */
@Injectable()
class OnlyLoopback implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { host = '' } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    if (LOOPBACK.test(host)) return true;
    throw new ProblemError(problems.HOST_NOT_LOCAL());
  }
}

@Controller()
@UseGuards(OnlyLoopback)
class DevIssuerController {
  constructor(private readonly issuer: DevIssuer) {}

  @Get('jwks.json')
  @Public()
  @ApiOperation({ summary: 'Public keys' })
  jwks() {
    return this.issuer.jwks();
  }

  @Post('token')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'A token for a role, for development' })
  @ApiResponse({ status: 200, type: TokenAnswer })
  async token(@Body() { expiresIn = HOUR, ...request }: TokenRequest): Promise<TokenAnswer> {
    return {
      access_token: await this.issuer.sign({ ...request, expiresIn }),
      token_type: 'Bearer',
      expires_in: expiresIn,
    };
  }
}

@Module({})
export class DevIssuerModule {
  static with(issuer: DevIssuer): DynamicModule {
    return {
      module: DevIssuerModule,
      controllers: [DevIssuerController],
      providers: [{ provide: DevIssuer, useValue: issuer }],
    };
  }
}
