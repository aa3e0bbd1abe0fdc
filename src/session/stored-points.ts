import type { PointFile, RestorePoint } from './types.ts';

/** Restore points out of storage, without their texts. What is none is left out: it must not cost the work itself. */
export function readPoints(stored: unknown): RestorePoint[] {
  return (Array.isArray(stored) ? (stored as unknown[]) : []).flatMap((value) => {
    if (!isRecord(value)) return [];
    const { id, at, name, why } = value;
    const files = (Array.isArray(value['files']) ? (value['files'] as unknown[]) : []).map(readFile);
    if (typeof id !== 'string' || typeof at !== 'number' || typeof why !== 'string') return [];
    if (!files.every((file) => file !== null)) return [];
    return [{ id, at, why, name: typeof name === 'string' ? name : null, files }];
  });
}

function readFile(value: unknown): PointFile | null {
  if (!isRecord(value)) return null;
  const { path, text: key, size } = value;
  if (typeof path !== 'string' || typeof key !== 'string' || typeof size !== 'number') return null;
  return { path, text: { key, size } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
