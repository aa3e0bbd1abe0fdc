import {
  asList,
  asMap,
  asText,
  EXPECTATIONS,
  expectationFieldAt,
  isExpectationsFile,
  namingFields,
  namingWithin,
  valueAt,
  type Mesh,
  type NamingField,
  type Resource,
} from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';

type Document = Mesh['files'][number]['documents'][number];

/** Where an expectation says the namespace of who sends. */
const CALLERS = [['from'], ['from', 'namespace'], ['gateway', 'namespace']] as const;

/** The namespace in which the names of an expectation are meant; empty where it says none. */
export function callerNamespace(path: Path, textAt: (path: Path) => string | undefined): string {
  const index = path[1];
  if (path[0] !== 'expectations' || typeof index !== 'number') return '';
  for (const at of CALLERS) {
    const text = textAt(['expectations', index, 'request', ...at]);
    if (text) return text;
  }
  return '';
}

const kept = new WeakMap<Document, readonly Resource[]>();

function readFrom(file: string, document: number, read: Document): readonly Resource[] {
  const known = kept.get(read);
  if (known?.every(({ source }) => source.file === file && source.document === document)) return known;
  const value = asMap(read.value) ?? {};
  const made = asList(value['expectations']).map((_, index): Resource => ({
    id: `${file}#${document}#${index}`,
    apiVersion: '',
    group: '',
    kind: '',
    type: EXPECTATIONS,
    modelled: false,
    namespace: callerNamespace(['expectations', index], (at) => asText(valueAt(value, at))),
    name: String(index),
    value,
    source: { file, document, path: [] },
    stale: read.problems.length > 0,
  }));
  kept.set(read, made);
  return made;
}

/**
 * The expectations of a workspace, each as if it were a resource, so that names in it are read as in resources. `name` is its
 * index, and paths start at its document.
 */
export const expectationsOf = ({ files }: Pick<Mesh, 'files'>): readonly Resource[] =>
  files
    .filter(({ path }) => isExpectationsFile(path))
    .flatMap(({ path, documents }) =>
      documents.flatMap((document, index) => readFrom(path, index, document)),
    );

/** The expectation that a place of a document belongs to. */
export const expectationAround = (
  { files }: Pick<Mesh, 'files'>,
  file: string,
  document: number,
  path: Path,
): Resource | undefined => {
  const read = files.find((each) => each.path === file)?.documents[document];
  return read && path[0] === 'expectations' ? readFrom(file, document, read)[Number(path[1])] : undefined;
};

/** Every field of a resource, or of an expectation, that names something of the workspace. */
export function* namesIn(resource: Resource): Iterable<NamingField> {
  if (resource.type !== EXPECTATIONS) return yield* namingFields(resource);
  const path = ['expectations', Number(resource.name)];
  const field = expectationFieldAt(path);
  if (field) yield* namingWithin(field, valueAt(resource.value, path) ?? null, path);
  // A workload that sends is most often written as its namespace alone.
  const from = [...path, 'request', 'from'];
  const text = asText(valueAt(resource.value, from));
  const namespace = expectationFieldAt([...from, 'namespace']);
  if (text && namespace) yield { field: namespace, path: from, text };
}
