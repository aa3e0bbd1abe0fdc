import { key, namespaceOf, type Field, type Mesh, type Resource } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';

/** A name that the workspace knows, as it would be written, and where it comes from. */
export interface KnownName {
  readonly name: string;
  /** A few words; empty where the name says it all. */
  readonly from: string;
}

/** A place where a name can be written, whoever asks: the text that is being typed, or a form. */
export interface NamePlace {
  readonly mesh: Mesh;
  readonly field: Field;
  /** Of the resource around it. */
  readonly type: string;
  /** The namespace that the resource will be in. */
  readonly namespace: string;
  /** From the resource's root. */
  readonly path: Path;
  /** What the resource says at a path, where that is a word or a number. */
  readonly textAt: (path: Path) => string | undefined;
}

/** `ServiceEntry books/ledger`: what a name comes from. */
export const calledBy = ({ kind, namespace, name }: Resource): string =>
  `${kind} ${namespace ? `${namespace}/` : ''}${name}`;

/** The resources of a type: those of the place's own namespace first, since names there are meant most often. */
export function ofType({ mesh, namespace }: NamePlace, type: string): readonly Resource[] {
  const all = mesh.find(key.kind(type));
  const own = (resource: Resource): boolean => namespaceOf(resource, mesh.settings) === namespace;
  return [...all.filter(own), ...all.filter((resource) => !own(resource))];
}

/** The texts of a list of the resource, in order. */
export function textsAt({ textAt }: NamePlace, list: Path): readonly string[] {
  const texts: string[] = [];
  for (let text = textAt([...list, 0]); text !== undefined; text = textAt([...list, texts.length]))
    texts.push(text);
  return texts;
}

/** Whether a resource of the mesh is the one around the place, as it was a moment ago. */
export const isSelf = ({ mesh, type, namespace, textAt }: NamePlace, resource: Resource): boolean =>
  resource.type === type &&
  namespaceOf(resource, mesh.settings) === namespace &&
  resource.name === textAt(['metadata', 'name']);
