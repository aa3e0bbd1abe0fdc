import { labelsText, type Labels, type Resource } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';

/** What a name in the text means, so that the other places that mean the same can be found. */
export type Meaning =
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'subset'; readonly host: string; readonly subset: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number }
  | { readonly kind: 'resource'; readonly type: string; readonly namespace: string; readonly name: string }
  | { readonly kind: 'namespace'; readonly name: string }
  /** Whatever carries the labels, in any namespace where it is null; of a subset, behind the host. */
  | {
      readonly kind: 'labels';
      readonly labels: Labels;
      readonly namespace: string | null;
      readonly host?: string;
    };

/** A place of a resource. */
export interface Place {
  readonly resource: Resource;
  readonly path: Path;
}

/** Whether two names mean the same. */
export const sameMeaning = (a: Meaning | null, b: Meaning | null): boolean =>
  a !== null && b !== null && a.kind === b.kind && textOf(a) === textOf(b);

function textOf(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'host':
      return meaning.host;
    case 'subset':
      return `${meaning.host} ${meaning.subset}`;
    case 'port':
      return `${meaning.host} ${meaning.port}`;
    case 'resource':
      return `${meaning.type} ${meaning.namespace} ${meaning.name}`;
    case 'namespace':
      return meaning.name;
    case 'labels': {
      const sorted = Object.fromEntries(Object.entries(meaning.labels).sort(([a], [b]) => (a < b ? -1 : 1)));
      return `${meaning.namespace ?? '*'} ${meaning.host ?? ''} ${labelsText(sorted)}`;
    }
  }
}
