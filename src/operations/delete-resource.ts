import type { ResourceId } from '../istio/index.ts';
import { RefusedError, removeDocument } from '../yaml/index.ts';
import type { Draft } from './draft.ts';
import { namingsOf } from './naming/namings.ts';
import { redirect, redirectSubset } from './naming/redirect.ts';
import { unname } from './naming/unname.ts';

/** What becomes of the places that name what goes. Left alone, they name nothing then, and the problems say so. */
export type Referrals =
  | 'leave'
  | 'remove'
  /** They name this resource instead. */
  | { readonly to: ResourceId }
  /** Those that name a subset name this one instead, or with null the whole host. */
  | { readonly subset: string | null };

/** Takes a resource out of its file: its document, or its item of a `List`. A broken one can go too, if it is a document of its own. */
export function deleteResource(draft: Draft, id: ResourceId, referrals: Referrals = 'leave'): void {
  if (!draft.mesh.byId.has(id)) throw new RefusedError('not-found', `There is no ${id} in the files.`);
  settleReferrals(draft, { resource: id }, referrals);
  takeOut(draft, id);
}

/** Does with the places that name something what was chosen for them. */
export function settleReferrals(
  draft: Draft,
  named: { readonly resource: ResourceId; readonly subset?: string },
  referrals: Referrals,
): void {
  if (referrals === 'leave') return;
  const namings = namingsOf(draft.mesh, named);
  if (referrals === 'remove') unname(draft, namings, (id) => deleteResource(draft, id, 'remove'));
  else if ('to' in referrals) redirect(draft, namings, referrals.to);
  else redirectSubset(draft, namings, referrals.subset);
}

function takeOut(draft: Draft, id: ResourceId): void {
  const found = draft.mesh.byId.get(id);
  if (!found) return;
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
