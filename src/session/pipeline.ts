import type { CheckOptions, Problem } from '../checks/index.ts';
import { linkMesh, meshChanges, type FileDocuments, type GivenSettings, type Mesh } from '../istio/index.ts';
import { sameItems, type FileChange, type TextFile } from '../text/index.ts';
import { topologyInSteps, topologyOf, type Topology } from '../topology/index.ts';
import { createParseCache, splitDocuments, type ParsedDocument } from '../yaml/index.ts';
import type { Checks } from './checks.ts';
import { lagging, readFiles, type ReadFile } from './documents.ts';

/** All that follows from the text, but for where it is drawn. */
export interface Meaning {
  readonly files: readonly ReadFile[];
  readonly mesh: Mesh;
  readonly problems: readonly Problem[];
  readonly topology: Topology;
}

/**
 * The stages from text to picture, each kept and brought up to date: files → documents → mesh → problems and topology.
 * An edit costs the documents it touches and what depends on them.
 */
export interface Pipeline {
  /**
   * What follows from these files. Parts that an edit does not concern are the same objects as before. `changes` is what
   * was done to the files of the last update, if that is known. Where so much is different that finding the problems would
   * hold up the page, `mayLag` leaves that to `catchUp`.
   */
  update(files: readonly TextFile[], changes?: readonly FileChange[], mayLag?: boolean): Meaning;
  /** The files as last read: where each document stands. */
  files(): readonly ReadFile[];
  /** Takes in documents read elsewhere, so that the next update need not read them. */
  prepare(documents: readonly ParsedDocument[]): void;
  /**
   * Finds problems by these rules from now on. What has been read already is looked at by `catchUp`; until that is done,
   * rules that were there before go on finding, so that no edit is told of by problems that it has mended.
   */
  check(checks: Checks): void;
  /**
   * Works out, step by step, what follows from these files, all but the problems; the next `update` starts from there. So
   * a large workspace can be opened without holding up the page. Reads nothing itself: it waits for the next document to
   * be prepared, until `allRead` says that no more will come.
   */
  build(files: readonly TextFile[], allRead: () => boolean): Generator<'waiting' | void, void>;
  /** Whether problems are missing: what was built, or read before there were rules, has not been checked yet. */
  isBehind(): boolean;
  /** Whether `catchUp` has something to do: problems are missing, or newer rules have not looked at everything yet. */
  canCatchUp(): boolean;
  /**
   * Finds, step by step, the problems that are missing, of whatever there is at the end; then the next `update` has them.
   * Until then an update tells what was found before of files that are still there.
   */
  catchUp(): Generator<void, void>;
  /** True if the document is at hand. */
  knows(text: string): boolean;
  /** Documents that the last update left for later, because they are too long, or too many, to be read at once. */
  waiting(): readonly string[];
}

export interface PipelineOptions {
  /** What counts more than the settings file of the workspace. */
  readonly settings?: GivenSettings;
  /** Without it there are no problems until `check` is called. */
  readonly checks?: Checks;
  /**
   * One `update` reads no more than this many characters (UTF-16 units), or takes in ten times as many that were read
   * before. What is beyond waits for `prepare`; for now it stays as it was last read, or empty.
   */
  readonly atOnce?: number;
}

export function createPipeline({ settings = {}, checks, atOnce = Infinity }: PipelineOptions = {}): Pipeline {
  let checker = checks?.createChecker();
  // Takes over when it has looked at everything.
  let newer: typeof checker;
  const cache = createParseCache();
  // Not in the cache, which forgets when much comes at once. Emptied when it was of use.
  let prepared = new Map<string, ParsedDocument>();
  let meaning: Meaning | undefined;
  let built: Omit<Meaning, 'problems'> | undefined;
  let behind = false;

  const optionsFor = ({ settings: { targetVersion } }: Mesh): CheckOptions => ({ version: targetVersion });

  const problemsOf = (mesh: Mesh) => same(meaning?.problems, checker?.check(mesh, optionsFor(mesh)) ?? []);

  return {
    update(texts, changes, mayLag = false) {
      const before = built ?? meaning;
      let left = atOnce;
      let used = false;
      const read = (text: string, earlier: ParsedDocument | undefined): ParsedDocument => {
        const known = prepared.get(text) ?? cache.peek(text);
        used ||= prepared.has(text);
        left -= known ? text.length / 10 : text.length;
        return left < 0 ? (earlier ?? UNREAD) : (known ?? cache.read(text));
      };
      const files = readFiles(texts, before?.files ?? [], read, built ? undefined : changes);
      if (used || built) prepared = new Map();
      behind ||= built !== undefined && checker !== undefined;
      built = undefined;
      if (meaning && files === meaning.files) return meaning;
      const mesh = linkMesh(files, settings, before?.mesh);
      const topology = topologyOf(mesh, before?.topology);
      behind ||= mayLag && checker !== undefined && before !== undefined && isMuch(before.mesh, mesh);
      const problems = behind ? standing(meaning, files) : problemsOf(mesh);
      return (meaning = { files, mesh, problems, topology });
    },
    *build(texts, allRead) {
      const known = (text: string) => prepared.get(text) ?? cache.peek(text);
      let [mesh, topology] = [meaning?.mesh, meaning?.topology];
      for (const part of growing(texts, meaning?.files ?? [], known, allRead)) {
        if (part === 'waiting') {
          yield part;
          continue;
        }
        mesh = linkMesh(part, settings, mesh);
        yield;
        topology = yield* topologyInSteps(mesh, topology);
      }
      const files = readFiles(
        texts,
        meaning?.files ?? [],
        (text, earlier) => known(text) ?? earlier ?? UNREAD,
      );
      mesh = linkMesh(files, settings, mesh);
      yield;
      built = { files, mesh, topology: yield* topologyInSteps(mesh, topology) };
    },
    check(given) {
      const made = given.createChecker();
      if (checker && meaning && !behind) {
        newer = made;
        return;
      }
      [checker, newer] = [made, undefined];
      behind = meaning !== undefined;
    },
    isBehind: () => behind,
    canCatchUp: () => behind || newer !== undefined,
    *catchUp() {
      const found = { mesh: meaning?.mesh, by: newer ?? checker };
      if (!this.canCatchUp() || !meaning || !found.mesh || !found.by) return;
      yield* found.by.inSteps(found.mesh, optionsFor(found.mesh));
      // Meanwhile there may have come other text, or other rules.
      if (found.mesh !== meaning.mesh || found.by !== (newer ?? checker)) return yield* this.catchUp();
      [checker, newer] = [found.by, undefined];
      behind = false;
      // Regular expressions may have come with the rules: then more can be said of what no request reaches.
      const topology = topologyOf(meaning.mesh, meaning.topology);
      meaning = { ...meaning, topology, problems: problemsOf(meaning.mesh) };
    },
    files: () => meaning?.files ?? [],
    prepare(documents) {
      for (const document of documents) {
        prepared.set(document.text, document);
        cache.keep(document);
      }
    },
    knows: (text) => prepared.has(text) || cache.peek(text) !== undefined,
    waiting: () => lagging(meaning?.files ?? []),
  };
}

/** Problems of more changed resources than this are found step by step. */
const MANY = 200;

const isMuch = (before: Mesh, after: Mesh): boolean => meshChanges(before, after).length > MANY;

/** So many documents more are linked and drawn in one step of `build`, at least. */
const STEP = 100;

/** Each step looks through what is there already, so they grow with it: else many documents would take the square of time. */
const nextStep = (taken: number): number => taken + Math.max(STEP, Math.floor(taken / 4));

/** The files as they would be with ever more of their documents, as these come to be known. */
function* growing(
  files: readonly TextFile[],
  before: readonly ReadFile[],
  known: (text: string) => ParsedDocument | undefined,
  allRead: () => boolean,
): Generator<readonly FileDocuments[] | 'waiting'> {
  const whole: FileDocuments[] = [];
  let [taken, next] = [0, STEP];
  for (const { path, text } of files) {
    const kept = before.find((file) => file.path === path && file.text === text);
    if (kept) {
      whole.push(kept);
      continue;
    }
    const documents: ParsedDocument[] = [];
    for (const slice of splitDocuments(text)) {
      let document = known(slice.text);
      while (!document && !allRead()) {
        yield 'waiting';
        document = known(slice.text);
      }
      documents.push(document ?? UNREAD);
      if (++taken < next) continue;
      next = nextStep(taken);
      yield [...whole, { path, documents: [...documents] }];
    }
    whole.push({ path, documents });
  }
}

/** The problems that were told before of files that are still there, changed or not. */
function standing(before: Meaning | undefined, files: readonly ReadFile[]): readonly Problem[] {
  if (!before || before.problems.length === 0) return [];
  const earlier = new Map(before.files.map((file) => [file.path, file.documents]));
  const there = files.filter(({ path, documents }) => {
    const old = earlier.get(path);
    // Another file of the same name shares nothing with it.
    return old?.[0] === documents[0] || old?.at(-1) === documents.at(-1);
  });
  const paths = new Set(there.map(({ path }) => path));
  return before.problems.filter(({ file }) => paths.has(file));
}

const UNREAD: ParsedDocument = { text: '', value: undefined, problems: [] };

function same<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before && sameItems(before, after) ? before : after;
}
