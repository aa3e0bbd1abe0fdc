import type { CheckOptions, Problem } from '../checks/index.ts';
import {
  emptyMesh,
  linkMesh,
  settingsFileOf,
  type FileDocuments,
  type GivenSettings,
  type Mesh,
  type MeshSettings,
} from '../istio/index.ts';
import type { FileChange, TextFile } from '../text/index.ts';
import { topologyOf, type Topology } from '../topology/index.ts';
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
   * was done to the files of the last update, if that is known.
   */
  update(files: readonly TextFile[], changes?: readonly FileChange[]): Meaning;
  /** The files as last read: where each document stands. */
  files(): readonly ReadFile[];
  /** Takes in documents read elsewhere, so that the next update need not read them, and checks each by itself. */
  prepare(documents: readonly ParsedDocument[]): void;
  /** Tells for which files documents will be prepared: their settings say for which Istio version they are checked. */
  aim(files: readonly TextFile[]): void;
  /** From the next update on there are problems too. */
  check(checks: Checks): void;
  /**
   * Works out, step by step, what follows from these files, reading nothing that is not at hand; the next `update` starts
   * from there. So a large workspace can be opened without holding up the page.
   */
  build(files: readonly TextFile[]): Generator<void, void>;
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

export function createPipeline({
  settings = {},
  checks: givenChecks,
  atOnce = Infinity,
}: PipelineOptions = {}): Pipeline {
  let checks = givenChecks;
  let checker = checks?.createChecker();
  const cache = createParseCache();
  // Not in the cache, which forgets when much comes at once. Emptied when it was of use.
  let prepared = new Map<string, ParsedDocument>();
  let meaning: Meaning | undefined;
  let built: Meaning | undefined;

  // What documents that are prepared will be checked for.
  let aimed = emptyMesh(settings).settings;

  const optionsFor = ({ targetVersion }: MeshSettings): CheckOptions => ({ version: targetVersion });

  const problemsOf = (mesh: Mesh) => {
    aimed = mesh.settings;
    return same(meaning?.problems, checker?.check(mesh, optionsFor(aimed)) ?? []);
  };

  return {
    update(texts, changes) {
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
      built = undefined;
      if (before && files === before.files) return (meaning = before);
      const mesh = linkMesh(files, settings, before?.mesh);
      const topology = topologyOf(mesh, before?.topology);
      return (meaning = { files, mesh, problems: problemsOf(mesh), topology });
    },
    *build(texts) {
      const known = (text: string, earlier: ParsedDocument | undefined) =>
        prepared.get(text) ?? cache.peek(text) ?? earlier ?? UNREAD;
      const files = readFiles(texts, meaning?.files ?? [], known);
      let [mesh, topology] = [meaning?.mesh, meaning?.topology];
      for (const part of growing(files)) {
        mesh = linkMesh(part, settings, mesh);
        topology = topologyOf(mesh, topology);
        yield;
      }
      if (!mesh || !topology) return;
      if (checker) yield* checker.inSteps(mesh, optionsFor(mesh.settings));
      built = { files, mesh, problems: problemsOf(mesh), topology };
    },
    check(given) {
      checks = given;
      checker = given.createChecker();
      if (meaning) meaning = { ...meaning, problems: problemsOf(meaning.mesh) };
    },
    files: () => meaning?.files ?? [],
    prepare(documents) {
      for (const document of documents) {
        prepared.set(document.text, document);
        cache.keep(document);
        // The checker remembers what it found by document: so the work is done here, batch by batch.
        checks?.prepareDocument(document, { ...optionsFor(aimed), settings: aimed });
      }
    },
    aim(texts) {
      const file = settingsFileOf(texts);
      const documents = splitDocuments(file?.text ?? '').map(({ text }) => cache.read(text));
      aimed = linkMesh(file ? [{ path: file.path, documents }] : [], settings).settings;
    },
    knows: (text) => prepared.has(text) || cache.peek(text) !== undefined,
    waiting: () => lagging(meaning?.files ?? []),
  };
}

/** So many documents more are linked and drawn in one step of `build`. */
const STEP = 200;

/** The files as they would be with ever more of their documents, at last with all. */
function* growing(files: readonly FileDocuments[]): Generator<readonly FileDocuments[]> {
  const whole: FileDocuments[] = [];
  let taken = 0;
  for (const { path, documents } of files) {
    for (let end = STEP - (taken % STEP); end < documents.length; end += STEP) {
      yield [...whole, { path, documents: documents.slice(0, end) }];
    }
    taken += documents.length;
    whole.push({ path, documents });
    if (taken % STEP === 0) yield [...whole];
  }
  yield files;
}

const UNREAD: ParsedDocument = { text: '', value: undefined, problems: [] };

function same<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before?.length === after.length && before.every((item, index) => item === after[index])
    ? before
    : after;
}
