import type { DatabaseSync } from 'node:sqlite';
import { openForReading } from '../storage/database.js';
import { EntryChecks } from './entry-checks.js';
import { storedEntries } from './stored-entries.js';
import { Findings, type Progress, type Verification } from './verification.js';

const PROGRESS_EVERY = 50_000;
const MOST_DATABASE_FINDINGS = 100;
const IGNORE: Progress = () => undefined;

/**
 * Reads a whole store and checks every event and the database around them. Runs beside a running server, in a process
 * of its own; it sees the store as it is at the start.
 *
 * @throws Error when the file cannot be opened as a store at all
 */
export function verifyStore(file: string, progress: Progress = IGNORE): Verification {
  const database = openForReading(file);
  try {
    database.exec('BEGIN');
    const findings = new Findings();
    const names = streamNames(database, findings);
    const checks = new EntryChecks(names, findings);
    const total = lastPositionOf(database, findings);
    let nextReport = PROGRESS_EVERY;
    for (const entry of storedEntries(database, findings)) {
      checks.check(entry);
      if (entry.position < nextReport) continue;
      progress(entry.position, total);
      nextReport = entry.position + PROGRESS_EVERY;
    }
    checks.finish();
    checkDatabase(database, findings);
    if (findings.problems.length === 0) checkIndex(database, findings);
    const { problems, moreProblems } = findings;
    return {
      isSound: problems.length === 0,
      events: checks.soundEvents,
      streams: names.size,
      lastPosition: checks.lastPosition,
      problems,
      moreProblems,
    };
  } finally {
    database.close();
  }
}

function streamNames(database: DatabaseSync, findings: Findings): Map<number, string> {
  const names = new Map<number, string>();
  try {
    for (const { id, name } of database.prepare('SELECT id, name FROM stream').iterate()) {
      names.set(Number(id), String(name));
    }
  } catch (error) {
    findings.add({ kind: 'unreadable', message: `the names of streams cannot be read: ${reasonOf(error)}` });
  }
  return names;
}

/** How far there is to go, for those who watch. */
function lastPositionOf(database: DatabaseSync, findings: Findings): number {
  try {
    return Number(database.prepare('SELECT max(position) AS last FROM entry').get()?.['last'] ?? 0);
  } catch (error) {
    findings.add({ kind: 'unreadable', message: `the end of the log cannot be read: ${reasonOf(error)}` });
    return 0;
  }
}

function checkDatabase(database: DatabaseSync, findings: Findings): void {
  try {
    const check = database.prepare(`PRAGMA integrity_check(${MOST_DATABASE_FINDINGS})`);
    for (const row of check.iterate()) {
      const finding = String(Object.values(row)[0]);
      if (finding !== 'ok') findings.add({ kind: 'database', message: `the database: ${finding}` });
    }
  } catch (error) {
    findings.add({ kind: 'database', message: `the database cannot be checked: ${reasonOf(error)}` });
  }
}

/**
 * What the index of streams says, beside what the log holds. Where the log itself is broken the index cannot agree with
 * it, and says nothing new.
 */
function checkIndex(database: DatabaseSync, findings: Findings): void {
  const misled = database.prepare(
    `SELECT name, stream_entry.revision, stream_entry.position FROM stream_entry
     LEFT JOIN entry USING (position) LEFT JOIN stream ON stream.id = stream_entry.stream
     WHERE entry.stream IS NOT stream_entry.stream OR entry.revision IS NOT stream_entry.revision`,
  );
  const missed = database.prepare(
    `SELECT name, entry.revision, entry.position FROM entry
     LEFT JOIN stream_entry USING (stream, revision) LEFT JOIN stream ON stream.id = entry.stream
     WHERE entry.position <= (SELECT position FROM indexed_up_to) AND stream_entry.position IS NOT entry.position`,
  );
  for (const { name, revision, position } of misled.iterate()) {
    const where = `revision ${String(revision)} of ${String(name)} at position ${String(position)}`;
    findings.add({ kind: 'database', message: `the index names ${where}; the log has no such entry` });
  }
  for (const { name, revision, position } of missed.iterate()) {
    const where = `revision ${String(revision)} of ${String(name)} at position ${String(position)}`;
    findings.add({ kind: 'database', message: `the index does not name ${where}` });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
