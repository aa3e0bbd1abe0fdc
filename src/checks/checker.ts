import {
  NEWEST_VERSION,
  regexesAtHand,
  type Mesh,
  type MeshSettings,
  type Regexes,
  type Resource,
  type ResourceId,
  type TargetVersion,
  isOwnFile,
} from '../istio/index.ts';
import { lineCount, sameItems } from '../text/index.ts';
import type { ParsedDocument } from '../yaml/index.ts';
import type { Finding } from './finding.ts';
import { createFileProblems, documentsIn, type DocumentAt } from './file-problems.ts';
import { findingsOf, placed, placeKey, type DocumentFindings, type FindingContext } from './document.ts';
import type { Problem } from './problem.ts';
import { factsOfResource, factsOfText, problemAt, type DocumentPlace, type Facts } from './problem-of.ts';
import { isSuppressed } from './suppressed.ts';
import { inTextOrder } from './text-order.ts';
import { differences, isToldOf, joined, toldOf, type Linked, type Told } from './told.ts';
import { createLinkedFindings } from './linked/linked-findings.ts';
import { expectationProblems } from './expectations/expectation-problems.ts';
import { scenarioProblems } from './scenarios/scenario-problems.ts';
import { settingsProblems } from './settings/settings-problems.ts';
import { outsideNote } from './rules/traffic/outside-note.ts';
import { isFilledInLater, mayBeTemplate } from './rules/template.ts';
import { createDuplicateResources } from './rules/duplicate-resource.ts';
import { patchNotes } from './rules/patch-note.ts';

type MeshFile = Mesh['files'][number];

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

/** What problems follow from besides the files. The same object as long as nothing of it changes. */
interface ProblemContext extends FindingContext {
  readonly settings: MeshSettings;
  /** Which of the problems are told. */
  readonly suppressed: 'left out' | 'only';
}

/** Problems worked out before, and what they were made of. */
interface Memo {
  readonly context: ProblemContext;
  readonly told: Told;
  readonly problems: readonly Problem[];
}

interface DocumentMemo extends Memo, DocumentPlace {
  readonly findings: DocumentFindings;
  readonly facts: readonly Facts[];
}

export function createChecker(): Checker {
  const files = createFileProblems(linesOf);
  const documents = new WeakMap<ParsedDocument, DocumentMemo>();
  const linkedFindings = createLinkedFindings();
  const duplicates = createDuplicateResources();

  const checkOne = (
    { file, index, linesBefore, from, to }: DocumentAt,
    linked: Linked,
    context: ProblemContext,
  ): readonly Problem[] => {
    const document = file.documents[index];
    if (!document) return none;
    const resources = file.resources.slice(from, to);
    const place: DocumentPlace = { file: file.path, linesBefore };
    const known = documents.get(document);
    const findings = findingsOf(document, resources, context);
    const told = toldOf(resources, linked);
    const anything =
      findings.text.length > 0 ||
      findings.resources.size > 0 ||
      told.findings.some((one) => one !== undefined);
    const same =
      known?.findings === findings &&
      known.context.settings === context.settings &&
      known.context.suppressed === context.suppressed &&
      known.file === place.file &&
      isToldOf(known.told, linked, resources);
    const facts = !anything
      ? none
      : same
        ? known.facts
        : factsOf(place.file, document, resources, linked, findings, context);
    const stays = same && known.linesBefore === place.linesBefore;
    const problems = stays
      ? known.problems
      : facts.length
        ? facts.map((each) => problemAt(each, place))
        : none;
    const memo = { ...place, context, findings, told, facts, problems };
    // Thousands may be written anew at once, which takes a table of weak keys long.
    if (known) Object.assign(known, memo);
    else documents.set(document, memo);
    return problems;
  };

  let known:
    | {
        readonly mesh: Mesh;
        readonly regexes: Regexes | undefined;
        readonly linked: Linked;
        readonly extra: LinkedMap;
      }
    | undefined;
  // Whose linked findings may have changed since `check` told all; null for anyone's.
  let news: Set<ResourceId> | null = null;
  const linkedIn = (mesh: Mesh, regexes: Regexes | undefined): Linked => {
    if (known?.mesh === mesh && known.regexes === regexes) return known.linked;
    const found = linkedFindings.find(mesh, regexes);
    const extra = new Map(duplicates(mesh));
    for (const [id, findings] of outsideNote(mesh)) extra.set(id, [...(extra.get(id) ?? []), ...findings]);
    for (const [id, findings] of patchNotes(mesh)) extra.set(id, findings);
    const looked = linkedFindings.news();
    if (!looked) news = null;
    for (const id of [...(looked ?? []), ...differences(known?.extra ?? NO_EXTRA, extra)]) news?.add(id);
    known = { mesh, regexes, linked: joined(found, extra), extra };
    return known.linked;
  };

  let last: { readonly parts: Parts; readonly all: readonly Problem[] } | undefined;
  let lastContext: ProblemContext | undefined;
  let toldFor: ProblemContext | undefined;
  const contextIn = (mesh: Mesh, options: CheckOptions | undefined): ProblemContext => {
    const context = contextOf(mesh, options);
    return (lastContext = lastContext && sameContext(lastContext, context) ? lastContext : context);
  };

  return {
    check(mesh, options) {
      const context = contextIn(mesh, options);
      const linked = linkedIn(mesh, context.regexes);
      const found = files.of(mesh, toldFor === context ? news : null, (place) =>
        checkOne(place, linked, context),
      );
      news = new Set();
      toldFor = context;
      const plain = context.suppressed === 'only' || !mesh.files.some(isOwn);
      const parts = plain
        ? found
        : mesh.files.flatMap((file, at) => [found[at] ?? none, ...ownParts(mesh, file)]);
      if (!last || !sameItems(last.parts, parts)) last = { parts, all: inOneList(parts) };
      return last.all;
    },
    *inSteps(mesh, options) {
      const context = contextIn(mesh, options);
      yield* linkedFindings.inSteps(mesh, context.regexes);
      const linked = linkedIn(mesh, context.regexes);
      for (const file of mesh.files) {
        for (const place of documentsIn(file, linesOf)) {
          checkOne(place, linked, context);
          yield;
        }
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

function factsOf(
  file: string,
  document: ParsedDocument,
  resources: readonly Resource[],
  linked: Linked,
  findings: DocumentFindings,
  { settings, suppressed }: ProblemContext,
): readonly Facts[] {
  const hidden = suppressed === 'only';
  const unfilled = mayBeTemplate(document.text);
  return [
    ...(hidden ? [] : textOf(findings, file).map((found) => factsOfText(found))),
    ...resources.flatMap((resource) => {
      const said = findings.resources.get(placeKey(resource)) ?? [];
      // Of a part of a resource nobody can say what it lacks.
      const own = resource.patch ? said.filter(({ code }) => code.startsWith('MW00')) : said;
      const others = resource.stale ? [] : (linked.get(resource.id) ?? []);
      const all = [...own, ...others];
      const known = unfilled ? all.filter(({ path }) => !isFilledInLater(resource.value, path)) : all;
      return placed(document, resource, inTextOrder(resource.value, known))
        .map((found) => factsOfResource(found, resource))
        .filter((facts) => isSuppressed(facts, resource, settings) === hidden);
    }),
  ];
}

/** How kubectl would read a file is nothing to tell of one that it never sees. */
const textOf = ({ text }: DocumentFindings, file: string): DocumentFindings['text'] =>
  isOwnFile(file) ? text.filter(({ finding }) => !KUBECTL_READS.has(finding.code)) : text;

const KUBECTL_READS: ReadonlySet<string> = new Set(['MW0010', 'MW0011']);

const none: readonly never[] = [];

/** The problems of one file after the other. */
type Parts = readonly (readonly Problem[])[];

/** What is told of a file of our own, besides the resources in it. */
const ownParts = (mesh: Mesh, file: MeshFile): Parts =>
  isOwn(file) ? [settingsProblems(mesh, file), expectationProblems(file), scenarioProblems(file)] : [];

const own = new WeakMap<MeshFile, boolean>();

/** `isOwnFile`, for the thousand files that are asked about with every key. */
function isOwn(file: MeshFile): boolean {
  let known = own.get(file);
  if (known === undefined) own.set(file, (known = isOwnFile(file.path)));
  return known;
}

const inOneList = (parts: Parts): readonly Problem[] => {
  if (parts.length === 1) return parts[0] ?? none;
  const all: Problem[] = [];
  for (const part of parts) for (const problem of part) all.push(problem);
  return all;
};

const sameContext = (a: ProblemContext, b: ProblemContext): boolean =>
  a.version === b.version &&
  a.defaultNamespace === b.defaultNamespace &&
  a.regexes === b.regexes &&
  a.settings === b.settings &&
  a.suppressed === b.suppressed;

type LinkedMap = ReadonlyMap<ResourceId, readonly Finding[]>;

const NO_EXTRA: LinkedMap = new Map();

const breaks = new WeakMap<ParsedDocument, number>();

/** How many lines a document takes; the documents of a file, in order, are the whole file. */
function linesOf({ documents }: MeshFile, index: number): number {
  const document = documents[index];
  if (!document) return 0;
  let count = breaks.get(document);
  if (count === undefined) breaks.set(document, (count = lineCount(document.text) - 1));
  return count;
}
