import type { Mesh, Resource, ResourceId } from '../../istio/index.ts';
import type { Path, YamlMap } from '../../yaml/index.ts';
import type { Operation } from '../types.ts';

/** What a new resource is made for. */
export interface TemplateContext {
  readonly mesh: Mesh;
  /** As it is to be written: empty for the default namespace. */
  readonly namespace: string;
  /** What was selected: the new one takes hosts, labels and names from it, and is connected to it. */
  readonly near?: Resource | undefined;
  /** The place that was selected in it: a rule, a subset, a server. */
  readonly path: Path;
  /** A host that was selected and that no file defines, in full. */
  readonly host?: string | undefined;
}

/** A new resource before it has a name. */
export interface Made {
  /** The host or the name that it is about, for its own name. */
  readonly about: string | undefined;
  /** Where it must stand to be connected, if not where it was asked for. */
  readonly namespace?: string | undefined;
  /** Valid, and no more than it needs. */
  readonly spec: (name: string) => YamlMap;
  /** What others must say, or what must be there, so that both are connected. */
  readonly connect?: (made: { readonly id: ResourceId; readonly file: string }) => readonly Operation[];
}

export type Template = (context: TemplateContext) => Made;
