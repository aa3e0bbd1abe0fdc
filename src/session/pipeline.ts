import { checkDocument, createChecker, type Problem } from '../checks/index.ts';
import { DEFAULT_MESH_SETTINGS, linkMesh, type Mesh, type MeshSettings } from '../istio/index.ts';
import type { FileChange, TextFile } from '../text/index.ts';
import { topologyOf, type Topology } from '../topology/index.ts';
import { createParseCache, type ParsedDocument } from '../yaml/index.ts';
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
  /** True if the document is at hand. */
  knows(text: string): boolean;
  /** Documents that the last update left for later, because they are too long, or too many, to be read at once. */
  waiting(): readonly string[];
}

export interface PipelineOptions {
  readonly settings?: MeshSettings;
  /**
   * One `update` reads no more than this many characters (UTF-16 units). What is beyond waits for `prepare`; for now it
   * stays as it was last read, or empty.
   */
  readonly atOnce?: number;
}

export function createPipeline({
  settings = DEFAULT_MESH_SETTINGS,
  atOnce = Infinity,
}: PipelineOptions = {}): Pipeline {
  const checker = createChecker();
  const cache = createParseCache();
  // Not in the cache, which forgets when much comes at once.
  let prepared = new Map<string, ParsedDocument>();
  let meaning: Meaning | undefined;

  let left = atOnce;

  const read = (text: string, before: ParsedDocument | undefined): ParsedDocument => {
    const known = prepared.get(text) ?? cache.peek(text);
    if (known) return known;
    left -= text.length;
    return left < 0 ? (before ?? UNREAD) : cache.read(text);
  };

  return {
    update(texts, changes) {
      left = atOnce;
      const files = readFiles(texts, meaning?.files ?? [], read, changes);
      prepared = new Map();
      if (files === meaning?.files) return meaning;
      const mesh = linkMesh(files, settings, meaning?.mesh);
      const problems = same(meaning?.problems, checker.check(mesh));
      const topology = topologyOf(mesh, meaning?.topology);
      return (meaning = { files, mesh, problems, topology });
    },
    files: () => meaning?.files ?? [],
    prepare(documents) {
      for (const document of documents) {
        prepared.set(document.text, document);
        cache.keep(document);
        // The checker remembers what it found by document: so the work is done here, batch by batch.
        checkDocument('', document);
      }
    },
    knows: (text) => prepared.has(text) || cache.peek(text) !== undefined,
    waiting: () => lagging(meaning?.files ?? []),
  };
}

const UNREAD: ParsedDocument = { text: '', value: undefined, problems: [] };

function same<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before?.length === after.length && before.every((item, index) => item === after[index])
    ? before
    : after;
}
