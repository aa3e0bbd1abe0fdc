import { linkMesh, type GivenSettings, type Mesh } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import { createParseCache } from '../yaml/index.ts';
import { readFiles, type ReadFile } from './documents.ts';

/** The mesh of files as they come, kept by a desk that lives away from the page: what did not change is not read again. */
export function createDeskMesh(
  settings: GivenSettings = {},
  cache = createParseCache(),
): (files: readonly TextFile[]) => Mesh {
  let read: readonly ReadFile[] = [];
  let mesh: Mesh | undefined;
  return (files) => {
    const next = readFiles(files, read, (text) => cache.read(text));
    if (next !== read || !mesh) mesh = linkMesh(next, settings, mesh);
    read = next;
    return mesh;
  };
}
