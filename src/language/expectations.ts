import {
  asList,
  asMap,
  asText,
  EXPECTATIONS,
  isExpectationsFile,
  isScenarioFile,
  namingFields,
  namingWithin,
  ownFieldAt,
  SCENARIOS,
  valueAt,
  type Mesh,
  type NamingField,
  type Resource,
} from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';

type Document = Mesh['files'][number]['documents'][number];

/** Where a request says the namespace of who sends. */
const CALLERS = [['from'], ['from', 'namespace'], ['gateway', 'namespace']] as const;

/** The namespace in which the names of an expectation, or of a scenario, are meant; empty where it says none. */
export function callerNamespace(
  type: string,
  path: Path,
  textAt: (path: Path) => string | undefined,
): string {
  const index = path[1];
  const isWithin = path[0] === 'expectations' && typeof index === 'number';
  if (type !== SCENARIOS && !isWithin) return '';
  const base = type === SCENARIOS ? [] : path.slice(0, 2);
  for (const at of CALLERS) {
    const text = textAt([...base, 'request', ...at]);
    if (text) return text;
  }
  return '';
}

const kept = new WeakMap<Document, readonly Resource[]>();

function readFrom(file: string, document: number, read: Document): readonly Resource[] {
  const known = kept.get(read);
  if (known?.every(({ source }) => source.file === file && source.document === document)) return known;
  const value = asMap(read.value) ?? {};
  const type = isScenarioFile(file) ? SCENARIOS : EXPECTATIONS;
  const items = type === SCENARIOS ? [value] : asList(value['expectations']);
  const made = items.map((_, index): Resource => ({
    id: `${file}#${document}#${index}`,
    apiVersion: '',
    group: '',
    kind: '',
    type,
    modelled: false,
    namespace: callerNamespace(type, ['expectations', index], (at) => asText(valueAt(value, at))),
    name: String(index),
    value,
    source: { file, document, path: [] },
    stale: read.problems.length > 0,
  }));
  kept.set(read, made);
  return made;
}

/**
 * The expectations and scenarios of a workspace, each as if it were a resource, so that names in it are read as in resources.
 * `name` is its index, and paths start at its document.
 */
export const expectationsOf = ({ files }: Pick<Mesh, 'files'>): readonly Resource[] =>
  files
    .filter(({ path }) => isExpectationsFile(path) || isScenarioFile(path))
    .flatMap(({ path, documents }) =>
      documents.flatMap((document, index) => readFrom(path, index, document)),
    );

/** The expectation or scenario that a place of a document belongs to. */
export const expectationAround = (
  { files }: Pick<Mesh, 'files'>,
  file: string,
  document: number,
  path: Path,
): Resource | undefined => {
  const read = files.find((each) => each.path === file)?.documents[document];
  if (!read) return undefined;
  if (isScenarioFile(file)) return readFrom(file, document, read)[0];
  return isExpectationsFile(file) && path[0] === 'expectations'
    ? readFrom(file, document, read)[Number(path[1])]
    : undefined;
};

/** Every field of a resource, of an expectation, or of a scenario, that names something of the workspace. */
export function* namesIn(resource: Resource): Iterable<NamingField> {
  const { type } = resource;
  if (type !== EXPECTATIONS && type !== SCENARIOS) return yield* namingFields(resource);
  const path = type === SCENARIOS ? [] : ['expectations', Number(resource.name)];
  const field = ownFieldAt(type, path);
  if (field) yield* namingWithin(field, valueAt(resource.value, path) ?? null, path);
  // A workload that sends is most often written as its namespace alone.
  const from = [...path, 'request', 'from'];
  const text = asText(valueAt(resource.value, from));
  const namespace = ownFieldAt(type, [...from, 'namespace']);
  if (text && namespace) yield { field: namespace, path: from, text };
}
