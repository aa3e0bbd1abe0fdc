import { linkMesh, resourcesOf, type FileDocuments, type GivenSettings, type Mesh } from '../istio/index.ts';
import { comparingTraffic, type ComparisonProgress, type TrafficComparison } from '../traffic/index.ts';
import { isUnread, unreadDocuments, type Unread } from './place-in-text.ts';

/** A comparison, and what of the files it could not read. */
export interface SidesCompared extends TrafficComparison {
  /**
   * The documents that cannot be read: of those on one side alone, what the other side has in their file counts for them;
   * `same` are on both, to the letter, and so are no part of the change.
   */
  readonly unread: {
    readonly before: readonly Unread[];
    readonly after: readonly Unread[];
    readonly same: readonly Unread[];
  };
}

/**
 * Compares two states step by step. What one of them holds in a document that cannot be read is taken to be as the other
 * has it: nothing can be said of it, and least of all that it is gone.
 */
export function* comparingSides(
  before: Mesh,
  after: Mesh,
  settings: GivenSettings,
): Generator<ComparisonProgress, SidesCompared> {
  const unread = unreadOf(before, after);
  const filled = (side: Mesh, own: readonly Unread[], other: Mesh): Mesh =>
    own.length ? linkMesh(filledBy(side, own, other), settings, side) : side;
  const compared = yield* comparingTraffic(
    filled(before, unread.before, after),
    filled(after, unread.after, before),
  );
  return { ...compared, unread };
}

function unreadOf(before: Mesh, after: Mesh): SidesCompared['unread'] {
  const [was, is] = [unreadDocuments(before.files), unreadDocuments(after.files)];
  const identity = ({ unread, text }: (typeof was)[number]): string => `${unread.file}\n${text}`;
  const [stood, stands] = [new Set(was.map(identity)), new Set(is.map(identity))];
  return {
    before: was.filter((one) => !stands.has(identity(one))).map(({ unread }) => unread),
    after: is.filter((one) => !stood.has(identity(one))).map(({ unread }) => unread),
    same: is.filter((one) => stood.has(identity(one))).map(({ unread }) => unread),
  };
}

/**
 * The files of one state, with what the other has in those that cannot be read and this one has nowhere: in the place of
 * what cannot be read, so that all else stands where it stood.
 */
function filledBy(side: Mesh, unread: readonly Unread[], other: Mesh): readonly FileDocuments[] {
  const broken = new Set(unread.map(({ file }) => file));
  return side.files.map((file) => {
    const there = broken.has(file.path) && other.files.find(({ path }) => path === file.path);
    if (!there) return file;
    const missing = there.documents.filter((document) => {
      const held = resourcesOf(file.path, [document]);
      return held.length > 0 && held.every(({ id }) => !side.byId.has(id));
    });
    const kept = file.documents.map((document) =>
      isUnread(document) ? (missing.shift() ?? document) : document,
    );
    return { ...file, documents: [...kept, ...missing] };
  });
}
