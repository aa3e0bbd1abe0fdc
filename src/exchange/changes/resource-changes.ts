import { member, specOf, type Resource } from '../../istio/index.ts';
import type { TextFile } from '../../text/index.ts';
import { sayChange, type ChangeSentence } from '../../traffic/index.ts';
import { equalValues } from '../../yaml/index.ts';
import { changedDocuments, type ReadDocument } from './changed-documents.ts';

/**
 * What became of one resource: `renamed` says the same under another name or namespace, `moved` stands in another file,
 * `formatting` holds the same data in another text.
 */
export interface ResourceChange {
  /** Unlike that of any other of the changes. */
  readonly key: string;
  readonly how: 'added' | 'changed' | 'renamed' | 'moved' | 'formatting' | 'removed';
  /** The file that holds it now; of one that is gone, the file that held it. */
  readonly file: string;
  readonly before?: Resource;
  readonly after?: Resource;
  readonly sentences: readonly ChangeSentence[];
}

export interface ResourceChanges {
  /** In the order of the files now, then what is gone. */
  readonly resources: readonly ResourceChange[];
  /** Files of which some part cannot be read now: what is missing from them may be there, and is not told as gone. */
  readonly broken: ReadonlySet<string>;
}

/**
 * What became of the resources between two states of the files, each with what is otherwise in plain sentences. Costs as much
 * as what differs, not as much as there is. Null where too much differs to be told.
 */
export function resourceChanges(
  opened: readonly TextFile[],
  files: readonly TextFile[],
  read?: ReadDocument,
): ResourceChanges | null {
  const changed = changedDocuments(opened, files, read);
  if (!changed) return null;
  const { after, broken } = changed;
  const origins = originsOf(changed.before, after);
  const kept = new Set(origins.values());
  const there = after.flatMap((resource): readonly ResourceChange[] => {
    const before = origins.get(resource);
    const change = before ? became(before, resource) : { how: 'added' as const, sentences: [] };
    // Of a list, all items are in a document that differs.
    if (change.how === 'formatting' && resource.source.path.length) return [];
    return [{ ...change, file: resource.source.file, after: resource, ...(before && { before }), key: '' }];
  });
  const gone = changed.before
    .filter((resource) => !kept.has(resource) && !broken.has(resource.source.file))
    .map((before): ResourceChange => ({
      key: '',
      how: 'removed',
      file: before.source.file,
      before,
      sentences: [],
    }));
  return {
    resources: [...there, ...gone].map((change) => ({ ...change, key: keyOf(change) })),
    broken,
  };
}

const keyOf = ({ file, how, before, after }: ResourceChange): string =>
  JSON.stringify([file, (after ?? before)?.id, how === 'removed', (after ?? before)?.source.document]);

function became(before: Resource, after: Resource): Pick<ResourceChange, 'how' | 'sentences'> {
  const sentences = sayChange(before, after);
  if (sentences.length) return { how: before.id === after.id ? 'changed' : 'renamed', sentences };
  return { how: before.source.file === after.source.file ? 'formatting' : 'moved', sentences };
}

/**
 * Which resource each one was: of the same name in the same file, in another one, or under another name with the same content;
 * at last of the same name in the same file, in another namespace.
 */
function originsOf(before: readonly Resource[], after: readonly Resource[]): ReadonlyMap<Resource, Resource> {
  const origins = new Map<Resource, Resource>();
  const claim = (name: (resource: Resource) => string | undefined, same?: typeof sameContent): void => {
    const free = new Map<string, Resource[]>();
    const taken = new Set(origins.values());
    for (const resource of before) {
      const key = taken.has(resource) ? undefined : name(resource);
      if (key !== undefined) free.set(key, [...(free.get(key) ?? []), resource]);
    }
    for (const resource of after) {
      const key = origins.has(resource) ? undefined : name(resource);
      const those = key === undefined ? [] : (free.get(key) ?? []);
      const at = those.findIndex((one) => !same || same(one, resource));
      const [found] = at < 0 ? [] : those.splice(at, 1);
      if (found) origins.set(resource, found);
    }
  };
  const baseId = ({ type, namespace, name }: Resource): string => `${type}/${namespace}/${name}`;
  claim((resource) => `${resource.source.file}\n${baseId(resource)}`);
  claim(baseId);
  claim(({ type, source }) => `${source.file}\n${type}`, sameContent);
  claim(({ type }) => type, sameContent);
  // With its namespace what it says of hosts may be another too.
  claim(({ type, name, source }) => `${source.file}\n${type}/${name}`);
  return origins;
}

/** Both say the same, and something, but for their names. */
function sameContent(one: Resource, other: Resource): boolean {
  const said = (resource: Resource) => ({
    spec: specOf(resource),
    data: member(resource.value, 'data') ?? null,
  });
  return (
    Object.keys(specOf(one)).length + Object.keys(said(one).data ?? {}).length > 0 &&
    equalValues(said(one), said(other))
  );
}
