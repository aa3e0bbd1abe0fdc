import type { MeshFile, Resource } from '../../istio/index.ts';
import { alikeAtStart, type TextFile } from '../../text/index.ts';

// What lists of the rail show of files and resources: as long as that is the same, they are not drawn again.

const same =
  <T>(alike: (a: T, b: T) => boolean) =>
  (a: readonly T[], b: readonly T[]): boolean => {
    if (a === b) return true;
    if (a.length !== b.length) return false;
    for (let n = 0; (n = alikeAtStart(a, b, n)) < a.length; n++)
      if (!alike(a[n] as T, b[n] as T)) return false;
    return true;
  };

export const samePaths = same<TextFile>((a, b) => a.path === b.path);

export const sameSizes = same<MeshFile>(
  (a, b) => a.path === b.path && a.resources.length === b.resources.length,
);

export const sameListing = same<Resource>(
  (a, b) =>
    a.id === b.id &&
    a.kind === b.kind &&
    a.type === b.type &&
    a.modelled === b.modelled &&
    a.stale === b.stale &&
    a.assumed === b.assumed &&
    a.patch === b.patch &&
    a.namespace === b.namespace &&
    a.name === b.name &&
    a.source.file === b.source.file,
);
