import { resourcesOf, type ResourceRef } from '../../../istio/index.ts';
import { parseDocument, splitDocuments } from '../../../yaml/index.ts';

export interface ChangedResource extends ResourceRef {
  readonly change: 'added' | 'changed' | 'removed';
}

/** Beyond this a file is too large to be read twice in a moment; then only its lines are counted. */
const MAX_DOCUMENTS = 400;

const nameOf = ({ kind, namespace, name }: ResourceRef) => JSON.stringify([kind, namespace, name]);

/**
 * The resources whose document differs between two texts of a file; moved ones do not count. Null where too many
 * documents differ.
 */
export function changedResources(before: string, after: string): readonly ChangedResource[] | null {
  const old = resourcesOnlyIn(before, after);
  const fresh = resourcesOnlyIn(after, before);
  if (!old || !fresh) return null;
  const oldNames = new Set(old.map(nameOf));
  const freshNames = new Set(fresh.map(nameOf));
  return [
    ...fresh.map(
      (resource) =>
        ({ ...ref(resource), change: oldNames.has(nameOf(resource)) ? 'changed' : 'added' }) as const,
    ),
    ...old
      .filter((resource) => !freshNames.has(nameOf(resource)))
      .map((resource) => ({ ...ref(resource), change: 'removed' }) as const),
  ];
}

const ref = ({ kind, namespace, name }: ResourceRef): ResourceRef => ({ kind, namespace, name });

function resourcesOnlyIn(text: string, other: string): readonly ResourceRef[] | null {
  // Each document of the other text answers for one of this text: two equal ones against one are a change.
  const spare = new Map<string, number>();
  for (const { text: document } of splitDocuments(other)) spare.set(document, (spare.get(document) ?? 0) + 1);
  const own = splitDocuments(text).filter(({ text: document }) => {
    const left = spare.get(document) ?? 0;
    if (left > 0) spare.set(document, left - 1);
    return left === 0;
  });
  if (own.length > MAX_DOCUMENTS) return null;
  return resourcesOf(
    '',
    own.map(({ text: document }) => parseDocument(document)),
  );
}
