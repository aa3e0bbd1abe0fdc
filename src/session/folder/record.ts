import type { StoragePort } from '../ports.ts';
import { folderBaseKey, folderKey } from './keys.ts';
import { WHY_LEFT, type LeftAlone } from './left-alone.ts';
import type { Base } from './settle.ts';
import type { DiskFile } from './walk.ts';

/** What is kept so that a folder is there again after a reload. */
export interface FolderRecord {
  readonly name: string;
  /** What the browser makes the folder of again, once the person lets it. */
  readonly handle: unknown;
  readonly left: readonly LeftAlone[];
}

export async function keepRecord(storage: StoragePort, workspace: string, record: FolderRecord) {
  await storage.set(folderKey(workspace), { version: 1, ...record });
}

export async function keepBase(storage: StoragePort, workspace: string, base: Base) {
  await storage.set(
    folderBaseKey(workspace),
    [...base.values()].map(({ path, text, size, modified }) => ({ path, text, size, modified })),
  );
}

export async function forgetRecord(storage: StoragePort, workspace: string) {
  await storage.delete(folderKey(workspace));
  await storage.delete(folderBaseKey(workspace));
}

/** Null where nothing is kept that can be read. */
export async function readRecord(storage: StoragePort, workspace: string): Promise<FolderRecord | null> {
  const raw = await storage.get(folderKey(workspace));
  if (!isRecord(raw) || raw['version'] !== 1 || typeof raw['name'] !== 'string') return null;
  const left = Array.isArray(raw['left']) ? (raw['left'] as unknown[]).filter(isLeft) : [];
  return { name: raw['name'], handle: raw['handle'], left };
}

/** Without what both sides last had, everything that is different is asked. */
export async function readBase(storage: StoragePort, workspace: string): Promise<Base> {
  const raw = await storage.get(folderBaseKey(workspace));
  const files = Array.isArray(raw) ? (raw as unknown[]).filter(isDiskFile) : [];
  return new Map(files.map((file) => [file.path, file]));
}

function isDiskFile(value: unknown): value is DiskFile {
  return (
    isRecord(value) &&
    typeof value['path'] === 'string' &&
    typeof value['text'] === 'string' &&
    typeof value['size'] === 'number' &&
    typeof value['modified'] === 'number'
  );
}

function isLeft(value: unknown): value is LeftAlone {
  return (
    isRecord(value) &&
    typeof value['path'] === 'string' &&
    typeof value['reason'] === 'string' &&
    value['reason'] in WHY_LEFT
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
