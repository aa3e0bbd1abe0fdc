import {
  NEWEST_VERSION,
  regexesAtHand,
  type Mesh,
  type Regexes,
  type Resource,
  type TargetVersion,
} from '../istio/index.ts';
import { lineCount } from '../text/index.ts';
import type { ParsedDocument } from '../yaml/index.ts';
import { findingsOf, placed, placeKey, type DocumentFindings, type FindingContext } from './document.ts';
import type { Finding } from './finding.ts';
import type { Problem } from './problem.ts';
import { problemOfResource, problemOfText, type DocumentPlace } from './problem-of.ts';
import { isSuppressed } from './suppressed.ts';
import { inTextOrder } from './text-order.ts';
import { saySame, toldOf, type Told, type WhatIsTold } from './told.ts';
import { createLinkedFindings } from './linked/linked-findings.ts';
import { settingsProblems } from './settings/settings-problems.ts';
import { outsideNote } from './rules/traffic/outside-note.ts';
import { createDuplicateResources } from './rules/duplicate-resource.ts';

type MeshFile = Mesh['files'][number];
/** Findings of rules that read the whole workspace, by resource id. */
type Linked = ReadonlyMap<string, readonly Finding[]>;

/** What the person has chosen, and what is at hand. */
export interface CheckOptions {
  /** The Istio version that is written for; the newest where none is given. */
  readonly version?: TargetVersion;
  /** RE2; without it, what is said of regular expressions waits until it has been loaded (`loadRegexes`) and is asked again. */
  readonly regexes?: Regexes | undefined;
  /** What nobody wants to be told of is left out, unless it alone is asked for, to show what is hidden. */
  readonly suppressed?: 'left out' | 'only';
}

/** Finds the problems of a workspace again and again. */
export interface Checker {
  /**
   * The problems of a mesh, in the order of files and documents. Only what changed since the last call is checked anew, and
   * the problems of what did not change are the same objects.
   */
  check(mesh: Mesh, options?: CheckOptions): readonly Problem[];
  /**
   * Does the work of the next `check` of the same mesh in short steps, so that the page can answer in between. May be left
   * half way; `check` does what is missing.
   */
  inSteps(mesh: Mesh, options?: CheckOptions): Generator<void, void>;
}

type ProblemContext = FindingContext & WhatIsTold;

/** Problems worked out before, and what they were made of. */
interface Memo {
  readonly told: Told;
  readonly problems: readonly Problem[];
}

export function createChecker(): Checker {
  const files = new WeakMap<MeshFile, Memo & { readonly context: string }>();
  const documents = new WeakMap<
    ParsedDocument,
    Memo & { readonly place: string; readonly findings: DocumentFindings }
  >();
  const linkedFindings = createLinkedFindings();
  const duplicates = createDuplicateResources();

  const checkFile = (file: MeshFile, linked: Linked, context: ProblemContext): readonly Problem[] => {
    const told = toldOf(file.resources, linked, context);
    const known = files.get(file);
    if (known?.context === keyOf(context) && saySame(known.told, told)) return known.problems;
    const problems = [...problemsByDocument(file, linked, context)].flat();
    files.set(file, { context: keyOf(context), told, problems });
    return problems;
  };

  function* problemsByDocument(
    file: MeshFile,
    linked: Linked,
    context: ProblemContext,
  ): Generator<readonly Problem[], void> {
    const resources = byDocument(file.resources);
    let linesBefore = 0;
    for (const [index, document] of file.documents.entries()) {
      yield checkOne(file.path, document, resources.get(index) ?? [], linesBefore, linked, context);
      linesBefore += lineBreaks(document);
    }
  }

  const checkOne = (
    path: string,
    document: ParsedDocument,
    resources: readonly Resource[],
    linesBefore: number,
    linked: Linked,
    context: ProblemContext,
  ): readonly Problem[] => {
    const findings = findingsOf(document, resources, context);
    const told = toldOf(resources, linked, context);
    const byItself = findings.text.length > 0 || findings.resources.size > 0;
    if (!byItself && !told.findings.some(Boolean)) return none;
    const place = `${path} ${String(linesBefore)}`;
    const known = documents.get(document);
    if (known?.place === place && known.findings === findings && saySame(known.told, told))
      return known.problems;
    const problems = problemsOf({ file: path, linesBefore }, document, resources, linked, findings, context);
    documents.set(document, { place, findings, told, problems });
    return problems;
  };

  let known:
    { readonly mesh: Mesh; readonly regexes: Regexes | undefined; readonly linked: Linked } | undefined;
  const linkedIn = (mesh: Mesh, regexes: Regexes | undefined): Linked => {
    if (known?.mesh !== mesh || known.regexes !== regexes)
      known = {
        mesh,
        regexes,
        linked: joined(joined(linkedFindings.find(mesh, regexes), duplicates(mesh)), outsideNote(mesh)),
      };
    return known.linked;
  };

  return {
    check(mesh, options) {
      const context = contextOf(mesh, options);
      const linked = linkedIn(mesh, context.regexes);
      return mesh.files.flatMap((file) => {
        const problems = checkFile(file, linked, context);
        const ofSettings = context.suppressed === 'only' ? none : settingsProblems(mesh, file);
        return ofSettings.length > 0 ? [...problems, ...ofSettings] : problems;
      });
    },
    *inSteps(mesh, options) {
      const context = contextOf(mesh, options);
      yield* linkedFindings.inSteps(mesh, context.regexes);
      const linked = linkedIn(mesh, context.regexes);
      for (const file of mesh.files) {
        for (const _ of problemsByDocument(file, linked, context)) yield;
      }
    },
  };
}

const contextOf = (
  { settings }: Mesh,
  { version = NEWEST_VERSION, regexes = regexesAtHand(), suppressed = 'left out' }: CheckOptions = {},
): ProblemContext => ({
  version,
  defaultNamespace: settings.defaultNamespace,
  regexes,
  settings,
  suppressed,
});

/** The problems of a workspace, once. */
export function checkWorkspace(mesh: Mesh, options?: CheckOptions): readonly Problem[] {
  return createChecker().check(mesh, options);
}

function problemsOf(
  place: DocumentPlace,
  document: ParsedDocument,
  resources: readonly Resource[],
  linked: Linked,
  findings: DocumentFindings,
  { settings, suppressed }: ProblemContext,
): readonly Problem[] {
  const hidden = suppressed === 'only';
  return [
    ...(hidden ? [] : findings.text.map((found) => problemOfText(found, place))),
    ...resources.flatMap((resource) => {
      const own = findings.resources.get(placeKey(resource)) ?? [];
      const others = resource.stale ? [] : (linked.get(resource.id) ?? []);
      return placed(document, resource, inTextOrder(resource.value, [...own, ...others]))
        .map((found) => problemOfResource(found, resource, place))
        .filter((problem) => isSuppressed(problem, resource, settings) === hidden);
    }),
  ];
}

const none: readonly Problem[] = [];

const keyOf = ({ version, defaultNamespace, regexes }: FindingContext): string =>
  `${version} ${defaultNamespace} ${String(regexes !== undefined)}`;

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
  if (count === undefined) breaks.set(document, (count = lineCount(document.text) - 1));
  return count;
}
