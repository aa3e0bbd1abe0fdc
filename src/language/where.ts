import { writtenPath, type Resource, type ResourceId } from '../istio/index.ts';
import type { TextRange } from '../text/index.ts';
import type { Path } from '../yaml/index.ts';
import type { LanguageContext } from './context.ts';
import { documentsOf, treeOf } from './document.ts';
import { holderAt, type Holder } from './loose/index.ts';

/** A range of a file, 0-based. */
export interface Location extends TextRange {
  readonly file: string;
}

/**
 * Where a place of a resource is written, key and value; the nearest parent where it is not written. Also in a document
 * that is broken just now. Null for a resource that the files do not hold.
 */
export function locationOf(context: LanguageContext, id: ResourceId, path: Path): Location | null {
  const resource = context.mesh.byId.get(id);
  return resource ? locationIn(context, resource, path) : null;
}

/** The same for a resource that is at hand. */
export function locationIn(context: LanguageContext, resource: Resource, path: Path): Location | null {
  const { file, document: index, path: base } = resource.source;
  const document = documentsOf(context, file)[index];
  if (!document) return null;
  const root = treeOf(document.text);
  const written = [...base, ...(writtenPath(resource, path) ?? [])];
  for (let length = written.length; length > 0; length--) {
    const holder = holderAt(root, written.slice(0, length));
    if (holder) return { file, ...shifted(rangeOf(holder), document.from) };
  }
  return root ? { file, ...shifted(root, document.from) } : null;
}

function rangeOf(holder: NonNullable<Holder>): TextRange {
  if (holder.kind === 'item' && holder.value?.kind === 'scalar') return holder.value;
  return { from: holder.from, to: Math.max(holder.to, holder.value?.to ?? 0) };
}

const shifted = ({ from, to }: TextRange, by: number): TextRange => ({ from: from + by, to: to + by });
