import {
  linkMesh,
  NEWEST_VERSION,
  regexesAtHand,
  type Mesh,
  type Regexes,
  type Resource,
  type TargetVersion,
} from '../istio/index.ts';
import { lineIndex } from '../text/index.ts';
import type { ParsedDocument } from '../yaml/index.ts';
import { findingsOf, placed, placeKey, type DocumentFindings, type FindingContext } from './document.ts';
import type { Finding } from './finding.ts';
import type { Problem } from './problem.ts';
import { problemOfResource, problemOfText } from './problem-of.ts';
import { createLinkedFindings } from './linked/linked-findings.ts';
import { duplicateResources } from './rules/duplicate-resource.ts';

type MeshFile = Mesh['files'][number];
/** Findings of rules that read the whole workspace, by resource id. */
type Linked = ReadonlyMap<string, readonly Finding[]>;

/** What the person has chosen, and what is at hand. */
export interface CheckOptions {
  /** The Istio version that is written for; the newest where none is given. */
  readonly version?: TargetVersion;
  /** RE2; without it, what is said of regular expressions waits until it has been loaded (`loadRegexes`) and is asked again. */
  readonly regexes?: Regexes | undefined;
}

/** Finds the problems of a workspace again and again. */
export interface Checker {
  /**
   * The problems of a mesh, in the order of files and documents. Only what changed since the last call is checked anew, and
   * the problems of what did not change are the same objects.
   */
  check(mesh: Mesh, options?: CheckOptions): readonly Problem[];
}

/** Something worked out before, good for as long as `key` stays the same. */
interface Memo {
  readonly key: string;
  readonly problems: readonly Problem[];
}

export function createChecker(): Checker {
  let files = new WeakMap<MeshFile, Memo>();
  const documents = new WeakMap<ParsedDocument, Memo & { readonly findings: DocumentFindings }>();
  const linkedFindings = createLinkedFindings();

  const checkFile = (file: MeshFile, linked: Linked, context: FindingContext): readonly Problem[] => {
    const key = JSON.stringify([keyOf(context), messagesOf(file.resources, linked)]);
    const known = files.get(file);
    if (known?.key === key) return known.problems;
    const resources = byDocument(file.resources);
    const problems: Problem[] = [];
    let linesBefore = 0;
    file.documents.forEach((document, index) => {
      problems.push(
        ...checkOne(file.path, document, resources.get(index) ?? [], linesBefore, linked, context),
      );
      linesBefore += lineBreaks(document);
    });
    files.set(file, { key, problems });
    return problems;
  };

  const checkOne = (
    path: string,
    document: ParsedDocument,
    resources: readonly Resource[],
    linesBefore: number,
    linked: Linked,
    context: FindingContext,
  ): readonly Problem[] => {
    const findings = findingsOf(document, resources, context);
    const messages = messagesOf(resources, linked);
    if (findings.text.length === 0 && findings.resources.size === 0 && messages.length === 0) return none;
    const key = JSON.stringify([path, linesBefore, resources.map(({ id }) => id), messages]);
    const known = documents.get(document);
    if (known?.key === key && known.findings === findings) return known.problems;
    const problems = problemsOf(path, document, resources, linesBefore, linked, findings);
    documents.set(document, { key, findings, problems });
    return problems;
  };

  return {
    check(mesh, { version = NEWEST_VERSION, regexes = regexesAtHand() } = {}) {
      const linked = joined(linkedFindings(mesh), duplicateResources(mesh));
      const { defaultNamespace } = mesh.settings;
      return mesh.files.flatMap((file) => checkFile(file, linked, { version, defaultNamespace, regexes }));
    },
  };
}

/** The problems of a workspace, once. */
export function checkWorkspace(mesh: Mesh, options?: CheckOptions): readonly Problem[] {
  return createChecker().check(mesh, options);
}

/** The problems of one document by itself, as the only one of a file. */
export function checkDocument(
  file: string,
  document: ParsedDocument,
  options?: CheckOptions,
): readonly Problem[] {
  return checkWorkspace(linkMesh([{ path: file, documents: [document] }]), options);
}

function problemsOf(
  path: string,
  document: ParsedDocument,
  resources: readonly Resource[],
  linesBefore: number,
  linked: Linked,
  findings: DocumentFindings,
): readonly Problem[] {
  const place = { file: path, linesBefore };
  return [
    ...findings.text.map((found) => problemOfText(found, place)),
    ...resources.flatMap((resource) => {
      const own = findings.resources.get(placeKey(resource)) ?? [];
      const others = resource.stale
        ? []
        : placed(document, resource.source.path, linked.get(resource.id) ?? []);
      return [...own, ...others].map((found) => problemOfResource(found, resource, place));
    }),
  ];
}

const none: readonly Problem[] = [];

const keyOf = ({ version, defaultNamespace, regexes }: FindingContext): readonly unknown[] => [
  version,
  defaultNamespace,
  regexes !== undefined,
];

/** What others have to do with resources, as a text that is another when anything of it is. */
function messagesOf(resources: readonly Resource[], linked: Linked): readonly string[] {
  if (linked.size === 0) return [];
  return resources.flatMap(({ id }) => {
    const findings = linked.get(id);
    return findings ? [id + textOf(findings)] : [];
  });
}

const texts = new WeakMap<readonly Finding[], string>();

function textOf(findings: readonly Finding[]): string {
  let text = texts.get(findings);
  if (text === undefined) texts.set(findings, (text = JSON.stringify(findings)));
  return text;
}

function joined(one: Linked, other: Linked): Linked {
  if (other.size === 0) return one;
  const both = new Map(one);
  for (const [id, findings] of other) both.set(id, [...(both.get(id) ?? []), ...findings]);
  return both;
}

function byDocument(resources: readonly Resource[]): ReadonlyMap<number, readonly Resource[]> {
  const grouped = new Map<number, Resource[]>();
  for (const resource of resources) {
    const group = grouped.get(resource.source.document);
    if (group) group.push(resource);
    else grouped.set(resource.source.document, [resource]);
  }
  return grouped;
}

const breaks = new WeakMap<ParsedDocument, number>();

/** How many lines a document takes; the documents of a file, in order, are the whole file. */
function lineBreaks(document: ParsedDocument): number {
  let count = breaks.get(document);
  if (count === undefined) breaks.set(document, (count = lineIndex(document.text).count - 1));
  return count;
}
