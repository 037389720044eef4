import { Injectable } from '@nestjs/common';
import { accountIdFor, likenessIdFor, participantIdFor } from '#event-store';
import type { BankAccount } from '#kernel';
import { SecretsConfig } from '../config/keys.settings.js';

/** Finds the id of a participant from a NIK, and that of a person's bank account, without any table. */
@Injectable()
export class ParticipantIds {
  constructor(private readonly secrets: SecretsConfig) {}

  /**
   * The same NIK always has the same id; nobody can compute it without the secret.
   * @param generation which place in the chain of the NIK; the first unless told
   */
  of(nik: string, generation = 0): string {
    return participantIdFor(nik, this.secrets.idSecret, generation);
  }

  /** The same account always has the same id. */
  ofAccount(account: BankAccount): string {
    return accountIdFor(account, this.secrets.idSecret);
  }

  /** What claims have in common always has the same id. */
  ofLikeness(of: string, ...parts: readonly string[]): string {
    return likenessIdFor(of, parts, this.secrets.idSecret);
  }
}
