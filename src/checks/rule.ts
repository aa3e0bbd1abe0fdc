import type { RegexReading, Resource, TargetVersion } from '../istio/index.ts';
import type { Finding } from './finding.ts';

/** What rules about one resource may know besides the resource. */
export interface RuleContext {
  /** The Istio version that the person writes for. */
  readonly version: TargetVersion;
  /** The namespace of resources that name none. */
  readonly defaultNamespace: string;
  /** Reads a regular expression as RE2 does; undefined as long as RE2 is still on its way. */
  readonly regex: (pattern: string) => RegexReading | undefined;
}

/**
 * A rule about one resource. Pure, and reads nothing but the resource and the context: its findings are kept for as long as
 * the document's text stays the same. (It must not read `id` and `source`, which other documents have a say in.)
 */
export type ResourceRule = (resource: Resource, context: RuleContext) => readonly Finding[];
