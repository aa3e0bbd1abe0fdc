import { readPath, type Resource } from '../istio/index.ts';
import type { TextRange } from '../text/index.ts';
import { isWithin, samePath, type Path } from '../yaml/index.ts';
import type { LanguageContext } from './context.ts';
import { documentAt, type DocumentText } from './document.ts';
import { expectationAround } from './expectations.ts';
import { pathOf, readLoosely, type LooseEntry, type LooseItem, type LooseNode } from './loose/index.ts';
import { resourceAround, type PlacedResource } from './place.ts';

/** The key or value that a person points at. */
export interface Pointed {
  readonly on: 'key' | 'value';
  readonly holder: LooseEntry | LooseItem;
  readonly document: DocumentText;
  readonly root: LooseNode | null;
  readonly placed: PlacedResource;
  /** From the resource's root. */
  readonly path: Path;
  /** What the path is in the resource as the mesh knows it: another where the resource is only assumed. */
  readonly read: Path;
  /** The text of the value, if it is one of a single line. */
  readonly text: string | undefined;
  /** In the file. */
  readonly range: TextRange;
  /** The resource as the mesh knows it; absent while the document never could be read. */
  readonly resource: Resource | undefined;
}

/** What stands at an offset of a file; null for comments, blanks and texts of several lines. */
export function pointedAt(context: LanguageContext, file: string, offset: number): Pointed | null {
  const document = documentAt(context, file, offset);
  const { root, caret } = readLoosely(document.text, offset - document.from);
  if (caret.kind === 'nothing' || caret.kind === 'item' || caret.from === caret.to) return null;
  const holder = caret.kind === 'value' ? caret.holder : typedHolder(root, caret);
  const whole = holder && pathOf(holder);
  if (!holder || !whole) return null;
  const placed = resourceAround(root, whole, file);
  const value = holder.value;
  const resource =
    expectationAround(context.mesh, file, document.index, whole) ??
    resourceAt(context, file, document.index, whole, placed.base);
  return {
    on: caret.kind === 'key' && caret.colon ? 'key' : 'value',
    holder,
    document,
    root,
    placed,
    path: whole.slice(placed.base.length),
    read: (resource && readPath(resource, whole.slice(resource.source.path.length))) ?? [],
    text: value?.kind === 'scalar' && value.style !== 'block' ? value.text : undefined,
    range: { from: document.from + caret.from, to: document.from + caret.to },
    resource,
  };
}

/** The resource of the mesh that stands at `base`; of a settings file, the assumed one around the path. */
const resourceAt = (
  { mesh }: LanguageContext,
  file: string,
  document: number,
  path: Path,
  base: Path,
): Resource | undefined =>
  mesh.files
    .find((each) => each.path === file)
    ?.resources.find(
      ({ source, assumed }) =>
        source.document === document && (assumed ? isWithin(path, source.path) : samePath(source.path, base)),
    );

/** The entry whose key is pointed at, or the list item that is a plain word. */
function typedHolder(
  root: LooseNode | null,
  caret: { holder: LooseEntry | LooseItem | null; from: number; colon: boolean },
): LooseEntry | LooseItem | null {
  const node = caret.holder === null ? root : caret.holder.value;
  if (node?.kind === 'map') return node.entries.find(({ from }) => from === caret.from) ?? null;
  return node?.kind === 'scalar' && node.from === caret.from ? caret.holder : null;
}
