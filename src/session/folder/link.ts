import type { StoragePort } from '../ports.ts';
import type { LeftAlone } from './left-alone.ts';
import { readBase, readRecord } from './record.ts';
import type { Base, Found } from './settle.ts';
import type { FolderOpener, FolderPort } from './source.ts';
import type { FolderQuestion, FolderState } from './state.ts';
import type { Walked } from './walk.ts';

/** A workspace and its folder. */
export interface Link {
  readonly workspace: string;
  readonly name: string;
  readonly port: FolderPort;
  base: Base;
  /** As the folder was when it was last looked at. */
  found: Found;
  walked: Walked;
  left: readonly LeftAlone[];
  access: FolderState['access'];
  questions: readonly FolderQuestion[];
  /** What both sides agree on has moved since it was last kept. */
  unkept: boolean;
}

export function linkTo(workspace: string, name: string, port: FolderPort, base: Base, walked: Walked): Link {
  return {
    workspace,
    name,
    port,
    base,
    found: base,
    walked,
    left: walked.left,
    access: 'open',
    questions: [],
    unkept: false,
  };
}

/** Only the folder that is kept of a workspace, without reading any of its texts; null where there is none. */
export async function rememberedPort(
  storage: StoragePort,
  opener: FolderOpener,
  workspace: string,
): Promise<FolderPort | null> {
  const record = await readRecord(storage, workspace).catch(() => null);
  return record && opener.reopen(record.handle);
}

/** The link that is kept of a workspace, which the browser may want to be asked about again; null where there is none. */
export async function rememberedLink(
  storage: StoragePort,
  opener: FolderOpener,
  workspace: string,
): Promise<Link | null> {
  try {
    const record = await readRecord(storage, workspace);
    const port = record && opener.reopen(record.handle);
    if (!port) return null;
    const base = await readBase(storage, workspace);
    const walked = { files: [...base.values()], left: record.left };
    return { ...linkTo(workspace, record.name, port, base, walked), access: 'asks' };
  } catch {
    // Storage that cannot be read is told of elsewhere; the folder can be opened anew.
    return null;
  }
}
