import {
  meshChanges,
  namespaceOf,
  touchedKeys,
  type Mesh,
  type MeshKey,
  type MeshView,
  type Regexes,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { NotingView } from '../../routing/index.ts';
import type { Finding } from '../finding.ts';
import { at } from '../spot.ts';
import { givenIn, sameGiven, type Given } from './given.ts';
import type { LinkedRule, LinkedSubject } from './linked-rule.ts';
import { linkedRules } from './linked-rules.ts';

type Found = ReadonlyMap<ResourceId, readonly Finding[]>;

/** What was found of a resource. */
interface Memo {
  readonly findings: readonly Finding[];
  /** A rule asked for RE2 before it was there: it may have more to say. */
  readonly waiting: boolean;
}

/** Finds what is wrong between resources, again and again. */
export interface LinkedFindings {
  /**
   * After an edit, only resources that it changed, or whose rules had asked something that has another answer now, are
   * looked at anew. Findings that stay are the same objects, and so is the map: it is good until the next call. Without
   * `regexes` rules that need them say less, and are asked again once they are given.
   */
  find(mesh: Mesh, regexes?: Regexes): Found;
  /** The same work, a few resources a step; once it is through, `find` has the answer at hand. */
  inSteps(mesh: Mesh, regexes?: Regexes): Generator<void, void>;
  /** The resources that were looked at since this was asked last, in whatever calls; null for all that there are. */
  news(): ReadonlySet<ResourceId> | null;
}

/** So many resources are looked at in one step. */
const STEP = 20;

/** `clock` says what time it is: certificates end. */
export function createLinkedFindings(clock: () => number = Date.now): LinkedFindings {
  let before: (Last & { readonly given: Given; readonly memos: Map<ResourceId, Memo> }) | undefined;
  // Who asked for what, so that an edit need not look through what everyone asked. May name resources that ask no more.
  let readers: Readers = new Map();
  let found = new Map<ResourceId, readonly Finding[]>();
  let news: Set<ResourceId> | null = null;

  function* work(mesh: Mesh, regexes?: Regexes): Generator<void, void> {
    if (before?.mesh === mesh && before.regexes === regexes) return;
    const base: MeshView = { settings: mesh.settings, find: rememberedFind(mesh) };
    const given = givenIn(mesh, clock());
    const touched = before && sameGiven(before.given, given) ? touchedKeys(before.mesh, mesh) : null;
    const asking: Readers = touched ? readers : new Map();
    const last = touched ? before : undefined;
    const again = last && touched ? concerned(last, mesh, regexes, union(touched, asking)) : null;
    const fresh = new Map<ResourceId, Memo | undefined>();
    const ids = again ?? mesh.byId.keys();
    for (const id of ids) {
      const resource = mesh.byId.get(id);
      // What is stale has no place in the text as it is, what is assumed is taken for granted, and a patch is part of another.
      const apart = !resource || resource.stale || resource.assumed || resource.patch;
      const rules = apart ? undefined : linkedRules(resource);
      const memo =
        resource &&
        rules &&
        lookAt(resource, base, given, rules, regexes, (asked) => note(asking, asked, id));
      fresh.set(id, memo);
      if (fresh.size % STEP === 0) yield;
    }
    // Only now: whoever leaves half way finds all as it was.
    const memos = last?.memos ?? new Map<ResourceId, Memo>();
    if (!last) {
      found = new Map();
      news = null;
    }
    for (const [id, memo] of fresh) {
      news?.add(id);
      if (memo) memos.set(id, memo);
      else memos.delete(id);
      if (memo?.findings.length) found.set(id, memo.findings);
      else found.delete(id);
    }
    before = { mesh, regexes, given, memos };
    readers = asking;
  }

  return {
    inSteps: work,
    find(mesh, regexes) {
      for (const _ of work(mesh, regexes));
      return found;
    },
    news() {
      const told = news;
      news = new Set();
      return told;
    },
  };
}

interface Last {
  readonly mesh: Mesh;
  readonly regexes: Regexes | undefined;
  readonly memos: ReadonlyMap<ResourceId, Memo>;
}

/** The resources that have to be looked at again: changed, come or gone, whose questions may have another answer, or waiting for RE2. */
function concerned(
  { mesh: before, regexes: had, memos }: Last,
  mesh: Mesh,
  regexes: Regexes | undefined,
  asking: ReadonlySet<ResourceId>,
): ReadonlySet<ResourceId> {
  const ids = new Set(asking);
  for (const change of meshChanges(before, mesh)) {
    if (change.before) ids.add(change.before.id);
    if (change.after) ids.add(change.after.id);
  }
  if (regexes && had !== regexes) for (const [id, { waiting }] of memos) if (waiting) ids.add(id);
  return ids;
}

function lookAt(
  resource: Resource,
  base: MeshView,
  given: Given,
  rules: readonly LinkedRule[],
  regexes: Regexes | undefined,
  note: (asked: MeshKey) => void,
): Memo {
  let waiting = false;
  const view = new NotingView(base, note);
  const root = { value: resource.value, path: [] };
  const written = at(root, 'spec');
  const subject: LinkedSubject = {
    resource,
    root,
    spec: written.value === undefined || written.value === null ? { path: ['spec'], value: {} } : written,
    namespace: namespaceOf(resource, base.settings),
    view,
    given,
    regexes: () => {
      waiting ||= regexes === undefined;
      return regexes;
    },
  };
  const findings: Finding[] = [];
  for (const rule of rules) findings.push(...rule(subject));
  return { findings, waiting };
}

/** The mesh's `find`, worked out once a key: many resources ask the same. */
function rememberedFind(mesh: Mesh): MeshView['find'] {
  const known = new Map<MeshKey, readonly Resource[]>();
  return (asked) => {
    let answer = known.get(asked);
    if (!answer) known.set(asked, (answer = mesh.find(asked)));
    return answer;
  };
}

/** Who asked for a key: mostly one alone. */
type Readers = Map<MeshKey, ResourceId | Set<ResourceId>>;

function note(readers: Readers, asked: MeshKey, id: ResourceId): void {
  const ids = readers.get(asked);
  if (ids === undefined) readers.set(asked, id);
  else if (typeof ids !== 'string') ids.add(id);
  else if (ids !== id) readers.set(asked, new Set([ids, id]));
}

/** All who asked for one of these keys. */
function union(keys: ReadonlySet<MeshKey>, readers: Readers): ReadonlySet<ResourceId> {
  const found = new Set<ResourceId>();
  for (const one of keys) {
    const ids = readers.get(one);
    if (typeof ids === 'string') found.add(ids);
    else ids?.forEach((id) => found.add(id));
  }
  return found;
}
