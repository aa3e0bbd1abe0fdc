import type { ResourceId } from '../istio/index.ts';
import { RefusedError, removeDocument } from '../yaml/index.ts';
import type { Draft } from './draft.ts';

/** Takes a resource out of its file: its document, or its item of a `List`. A broken one can go too, if it is a document of its own. */
export function deleteResource(draft: Draft, id: ResourceId): void {
  const found = draft.mesh.byId.get(id);
  if (!found) throw new RefusedError('not-found', `There is no ${id} in the files.`);
  const { file: path, document, path: inside } = found.source;
  if (inside.length > 0) {
    draft.edit(id, { kind: 'remove', path: [] });
    return;
  }
  const alone = draft.mesh.files
    .find((file) => file.path === path)
    ?.resources.every(({ id: other, source }) => other === id || source.document !== document);
  if (!alone) {
    const why = 'It runs together with another resource, as its document cannot be read now.';
    throw new RefusedError('broken', `${why} Mend the text first; the problems say where.`);
  }
  const file = draft.file(path);
  if (file) draft.apply({ kind: 'edit', path, edits: [removeDocument(file.text, document)] });
}
