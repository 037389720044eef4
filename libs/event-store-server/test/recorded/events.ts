import type { EventData } from '@eventstore/db-client';
import { exactJson } from '../../src/storage/exact-json.js';
import type { Bytes, EventToAppend } from './recorded-case.js';
import type { Stage } from './stage.js';

/** The event as the client takes it. */
export function eventOf(stage: Stage, { id, type, bin = false, data, meta }: EventToAppend): EventData {
  return {
    id: stage.id(id),
    type: typeof type === 'string' ? type : 't'.repeat(sizeOf(type)!),
    contentType: bin ? 'application/octet-stream' : 'application/json',
    data: bin ? bytesOf(stage, data as Bytes) : jsonOf(data),
    metadata: isBytes(meta) ? Uint8Array.from(bytesOf(stage, meta)) : textOfSize(meta, 'm'),
  } as EventData;
}

/** Data that are written as they stand in the case, number by number. */
function jsonOf(data: unknown): unknown {
  const raw = (data as { $raw?: string } | null)?.$raw;
  if (raw === undefined) return textOfSize(data, 'x');
  return exactJson.parse(raw, (_, value, { source }) =>
    typeof value === 'number' ? exactJson.rawJSON(source) : value,
  );
}

/** A text whose JSON has the size that the case names, or else what the case says. */
function textOfSize(value: unknown, letter: string): unknown {
  const size = sizeOf(value);
  return size === undefined ? value : letter.repeat(size - 2);
}

function sizeOf(value: unknown): number | undefined {
  return (value as { $size?: number } | null | undefined)?.$size;
}

/** Bytes of no length are written as JSON, by the recording too. */
function isBytes(meta: unknown): meta is Bytes {
  const { $bin = '' } = (meta ?? {}) as { $bin?: unknown };
  return typeof $bin === 'string' && $bin !== '';
}

function bytesOf(stage: Stage, bytes: Bytes): Buffer {
  if ('$size' in bytes) return Buffer.alloc(bytes.$size, 7);
  return Buffer.from('$link' in bytes ? `${bytes.$link}@${stage.name(bytes.$stream)}` : bytes.$bin);
}
