import type { TargetVersion } from './versions.ts';

/**
 * What a field of an Istio resource may hold, and how to speak of it. One object a place in the schema;
 * places that are alike (every `connectionPool`) share one object, so a field can serve as a cache key.
 */
export type Field = ObjectField | ListField | MapField | ScalarField;
export type FieldKind = Field['kind'];

interface FieldBase {
  /** The key it stands under; empty for the items of a list and the values of a map. */
  readonly name: string;
  /** For labels of forms: "Max connections". */
  readonly title: string;
  /** The API server refuses the resource without it. */
  readonly required: boolean;
  /** Shown first; the rest waits behind "more". */
  readonly common: boolean;
  /** What applies when nothing is written, in words: `10s`, `1024`, `same as the request`. */
  readonly default?: string;
  readonly format?: Format;
  /** What in the workspace the value names. */
  readonly reference?: ReferenceKind;
  /** The first Istio version whose CRDs know the field; absent when all of `TARGET_VERSIONS` do. */
  readonly since?: TargetVersion;
  /** What to use instead, as a sentence; present when the field should no longer be written. */
  readonly deprecated?: string;
  /** Of a list or a map: what one more is called, where the title does not say: "caller" of `from`. */
  readonly one?: string;
  /** Fields beside it, with the values that they need for this one to mean anything. */
  readonly onlyFor?: Readonly<Record<string, readonly string[]>>;
  /** Position in the tables of summaries and descriptions; below 0 for fields of expectations and scenarios. */
  readonly id: number;
}

export interface ObjectField extends FieldBase {
  readonly kind: 'object';
  /** In the order in which forms show and edits insert them. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly unions: readonly Union[];
}

export interface ListField extends FieldBase {
  readonly kind: 'list';
  readonly item: Field;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Items must differ in this field. */
  readonly keyedBy?: string;
}

export interface MapField extends FieldBase {
  readonly kind: 'map';
  readonly value: Field;
  readonly keyFormat?: Format;
  readonly minEntries?: number;
  readonly maxEntries?: number;
}

export type ScalarField = StringField | NumberField | BooleanField | EnumField | AnyField;

export interface StringField extends FieldBase {
  readonly kind: 'string';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression that the whole value must match (anchors included). */
  readonly pattern?: string;
  /** Values worth offering; others are allowed. */
  readonly suggestions?: readonly string[];
}

export interface NumberField extends FieldBase {
  readonly kind: 'integer' | 'number';
  readonly min?: number;
  readonly max?: number;
}

export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
}

export interface EnumField extends FieldBase {
  readonly kind: 'enum';
  readonly values: readonly string[];
  /** Values that came with a later version than the field. */
  readonly valuesSince: Readonly<Record<string, TargetVersion>>;
  /** Values that should no longer be chosen. */
  readonly deprecatedValues: readonly string[];
}

/** Kubernetes' own (`metadata.managedFields`, `status`): known, not looked into. */
export interface AnyField extends FieldBase {
  readonly kind: 'any';
}

/** Fields of one object of which at most one may be set. */
export interface Union {
  readonly name: string;
  readonly members: readonly string[];
  readonly required: boolean;
  /**
   * `schema`: the API server refuses two members. `meaning`: the choice that forms offer; which combinations istiod refuses
   * is for rules of their own.
   */
  readonly by: 'schema' | 'meaning';
}

export type Format =
  | 'duration'
  | 'duration-any'
  | 'port'
  | 'percent'
  | 'weight'
  | 'host'
  | 'wildcard-host'
  | 'namespaced-host'
  | 'regex'
  | 'protocol'
  | 'ip'
  | 'cidr'
  | 'address'
  | 'url'
  | 'path'
  | 'header-name'
  | 'header-value'
  | 'label-key'
  | 'label-value'
  | 'selector-key'
  | 'selector-value'
  | 'port-name'
  | 'dns-label'
  | 'http-status'
  | 'grpc-status'
  | 'http-method'
  | 'locality'
  | 'base64'
  | 'export-to'
  | 'pem'
  | 'file';

export type ReferenceKind =
  | 'host'
  /** A host as clients call it: never a short name, and nothing that must be defined. */
  | 'host-name'
  | 'subset'
  | 'gateway'
  | 'namespace'
  | 'port'
  | 'port-name'
  | 'virtual-service'
  | 'label-key'
  | 'label-value'
  | 'secret'
  | 'service-account'
  | 'principal'
  | 'request-principal'
  | 'extension-provider'
  | 'header'
  | 'resource'
  /** A rule of a VirtualService, by its name. */
  | 'rule'
  /** A URL, with a host in it. */
  | 'url'
  /** Of a load scenario: an endpoint by its name, where endpoints run, either of them. */
  | 'endpoint'
  | 'locality'
  | 'troubled';
