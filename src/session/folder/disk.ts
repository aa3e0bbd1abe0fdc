import { decodeFile } from '../decode.ts';
import type { SaveStep } from './save-plan.ts';
import type { FolderPort } from './source.ts';
import type { Base, Found } from './settle.ts';
import type { DiskFile, Walked } from './walk.ts';

/** What could not be done to a file, and why, in words. */
export interface Failure {
  readonly path: string;
  readonly why: string;
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * What a walk found, of every file that it or both sides know of. What it does not list any more is looked for by name:
 * it may be left alone by now, or its folder could not be read, and then it is not deleted.
 */
export async function foundBy(walked: Walked, base: Base, port: Pick<FolderPort, 'look'>): Promise<Found> {
  const found = new Map<string, DiskFile | null>(walked.files.map((file) => [file.path, file]));
  for (const path of base.keys()) {
    if (found.has(path)) continue;
    const isThere = await port.look(path).then(
      (look) => look !== null,
      () => true,
    );
    if (!isThere) found.set(path, null);
  }
  return found;
}

/** How single files are in the folder right now, read byte by byte: what is about to be overwritten must be known. */
export async function foundAt(
  paths: readonly string[],
  port: Pick<FolderPort, 'look'>,
): Promise<{ readonly found: Found; readonly failed: readonly Failure[] }> {
  const found = new Map<string, DiskFile | null>();
  const failed: Failure[] = [];
  for (const path of paths) {
    try {
      const look = await port.look(path);
      const decoded = look && decodeFile({ path, content: await look.read() });
      if (!look || !decoded) found.set(path, null);
      else if ('refused' in decoded) failed.push({ path, why: `In the folder now: ${decoded.refused}` });
      else found.set(path, { path, text: decoded.text, size: look.size, modified: look.modified });
    } catch (error) {
      failed.push({ path, why: wordsOf(error) });
    }
  }
  return { found, failed };
}

export interface Written {
  readonly base: Base;
  readonly saved: readonly string[];
  readonly removed: readonly string[];
  readonly failed: readonly Failure[];
  /** Not tried: after a failure nothing is taken away any more, and nothing at all once it was stopped. */
  readonly waiting: readonly string[];
}

/** Does the steps one by one. A step that fails stops none of the others, but that nothing is deleted after it. */
export async function writeSteps(
  steps: readonly SaveStep[],
  base: Base,
  port: Pick<FolderPort, 'write' | 'remove'>,
  onStep: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Written> {
  const next = new Map(base);
  const saved: string[] = [];
  const removed: string[] = [];
  const failed: Failure[] = [];
  const waiting: string[] = [];
  const encoder = new TextEncoder();
  for (const [index, step] of steps.entries()) {
    const { path } = step;
    if (signal?.aborted || (step.kind === 'remove' && failed.length > 0)) {
      waiting.push(path);
      continue;
    }
    try {
      if (step.kind === 'write') {
        const bytes = encoder.encode(step.text);
        const stamp = await port.write(path, bytes);
        if (stamp.size !== bytes.length) throw new Error('What stands there now is not what was written.');
        next.set(path, { path, text: step.text, ...stamp });
        saved.push(path);
      } else {
        await port.remove(path);
        next.delete(path);
        removed.push(path);
      }
    } catch (error) {
      failed.push({ path, why: wordsOf(error) });
    }
    onStep(index + 1);
  }
  return { base: next, saved, removed, failed, waiting };
}
