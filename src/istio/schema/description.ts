import type { Path } from '../../yaml/index.ts';
import { fieldAt } from './schema.ts';

/** Istio's own description of a field (Markdown), as its CRDs print it. */
export type Describe = (kind: string, path: Path) => string | undefined;

/** Loads the descriptions, which the first screen does not need. */
export async function loadDescriptions(): Promise<Describe> {
  const { descriptions } = await import('./generated/descriptions.ts');
  return (kind, path) => {
    const field = fieldAt(kind, path);
    return (field && descriptions[field.id]) || undefined;
  };
}
