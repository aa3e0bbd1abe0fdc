import type { Mesh, ResourceId } from '../istio/index.ts';
import { alikeAtStart } from '../text/index.ts';
import type { Problem } from './problem.ts';

type MeshFile = Mesh['files'][number];

/** A file as it was checked last: of each document its problems, where it stood, and where its resources began. */
interface Checked {
  readonly file: MeshFile;
  readonly problems: readonly (readonly Problem[])[];
  readonly lines: readonly number[];
  readonly firsts: readonly number[];
  /** How many documents look like templates. */
  readonly templates: number;
  readonly all: readonly Problem[];
}

/** What was checked last: the files, each as it was checked, and its problems. */
interface Last {
  readonly files: readonly MeshFile[];
  readonly checked: readonly Checked[];
  readonly all: readonly (readonly Problem[])[];
}

/** What is to be known of a document to tell its problems. */
export interface DocumentAt {
  readonly file: MeshFile;
  /** Which of the file's documents. */
  readonly index: number;
  readonly linesBefore: number;
  /** Its resources among those of the file. */
  readonly from: number;
  readonly to: number;
}

/** Problems of files, again and again. */
export interface FileProblems {
  /**
   * The problems of all files, in order. Of a file that was there the last time only documents are asked of that are new,
   * stand at other lines, or hold one of the resources in `news`; with null for `news` all are.
   */
  of(mesh: Mesh, news: ReadonlySet<ResourceId> | null, ask: Ask): readonly (readonly Problem[])[];
}

export type Ask = (place: DocumentAt) => readonly Problem[];

/** The documents of a file, one after the other. */
export function* documentsIn(file: MeshFile, linesOf: LinesOf): Generator<DocumentAt, void> {
  let [linesBefore, to] = [0, 0];
  for (let index = 0; index < file.documents.length; index++) {
    const from = to;
    while (file.resources[to]?.source.document === index) to++;
    yield { file, index, linesBefore, from, to };
    linesBefore += linesOf(file, index);
  }
}

/** How many lines a document takes. */
type LinesOf = (file: MeshFile, index: number) => number;

export function createFileProblems(linesOf: LinesOf): FileProblems {
  let last: Last = { files: [], checked: [], all: [] };

  const check = (
    file: MeshFile,
    before: Checked | undefined,
    dirty: ReadonlySet<number>,
    ask: Ask,
  ): Checked => {
    if (before?.file === file && dirty.size === 0) return before;
    return (before && checkedInPlace(file, before, dirty, ask, linesOf)) ?? anew(file, before, dirty, ask);
  };

  const anew = (
    file: MeshFile,
    before: Checked | undefined,
    dirty: ReadonlySet<number>,
    ask: Ask,
  ): Checked => {
    const { documents, resources } = file;
    // Documents at the end stand elsewhere in the list where some came or went before them.
    const shift = before ? before.file.documents.length - documents.length : 0;
    const problems: (readonly Problem[])[] = [];
    const lines: number[] = [];
    const firsts: number[] = [];
    let linesBefore = 0;
    let to = 0;
    for (let index = 0; index < documents.length; index++) {
      const from = to;
      while (resources[to]?.source.document === index) to++;
      const known = before ? placeBefore(before, file, index, shift) : -1;
      const stays =
        before !== undefined &&
        known >= 0 &&
        before.lines[known] === linesBefore &&
        !dirty.has(index) &&
        sameResources(before, known, file, from, to);
      problems.push(stays ? (before.problems[known] ?? []) : ask({ file, index, linesBefore, from, to }));
      lines.push(linesBefore);
      firsts.push(from);
      const next = known >= 0 ? before?.lines[known + 1] : undefined;
      linesBefore += next === undefined ? linesOf(file, index) : next - (before?.lines[known] ?? 0);
    }
    const templates = problems.filter(tellsTemplate).length;
    return { file, problems, lines, firsts, templates, all: allOf(problems, templates) };
  };

  return {
    of(mesh, news, ask) {
      const dirty = news && documentsOf(mesh, news);
      const kept = dirty && sameOrder(last.files, mesh.files);
      const files = kept ? null : new Map(last.checked.map((one) => [one.file.path, one]));
      const checked = [...(kept ? last.checked : [])];
      const all = [...(kept ? last.all : [])];
      const look = (at: number): void => {
        const file = mesh.files[at];
        if (!file) return;
        const before = dirty ? (files ? files.get(file.path) : last.checked[at]) : undefined;
        const one = check(file, before, dirty?.get(file.path) ?? NONE, ask);
        [checked[at], all[at]] = [one, one.all];
      };
      if (kept) for (const at of placesToLook(kept, mesh, dirty)) look(at);
      else for (const at of mesh.files.keys()) look(at);
      last = { files: mesh.files, checked, all };
      return all;
    },
  };
}

/**
 * The same for the edit that nearly every key is: no document came or went, and each still holds the resources it held.
 * Looks at what changed only, and past the rest by identity alone. Undefined where it is more than that.
 */
function checkedInPlace(
  file: MeshFile,
  before: Checked,
  dirty: ReadonlySet<number>,
  ask: Ask,
  linesOf: LinesOf,
): Checked | undefined {
  const { documents, resources } = file;
  const had = before.file;
  if (had.documents.length !== documents.length || had.resources.length !== resources.length)
    return undefined;
  const again = new Set(dirty);
  for (let index = 0; (index = alikeAtStart(documents, had.documents, index)) < documents.length; index++)
    again.add(index);
  for (let index = 0; (index = alikeAtStart(resources, had.resources, index)) < resources.length; index++) {
    const [was, is] = [had.resources[index], resources[index]];
    if (!was || !is || was.source.document !== is.source.document) return undefined;
    if (was.id !== is.id) again.add(is.source.document);
  }
  const { firsts } = before;
  const inOrder = [...again].sort((a, b) => a - b);
  const lines = [...before.lines];
  const problems = [...before.problems];
  let { templates } = before;
  let stays = true;
  const look = (index: number): void => {
    const from = firsts[index] ?? 0;
    const to = firsts[index + 1] ?? resources.length;
    const found = ask({ file, index, linesBefore: lines[index] ?? 0, from, to });
    const known = problems[index] ?? [];
    if (found === known || (found.length === 0 && known.length === 0)) return;
    templates += Number(tellsTemplate(found)) - Number(tellsTemplate(known));
    problems[index] = found;
    stays = false;
  };
  let shift = 0;
  let next = 0;
  for (const index of inOrder) {
    if (shift !== 0) for (; next < index; next++) slid(next);
    next = index + 1;
    lines[index] = (lines[index] ?? 0) + shift;
    look(index);
    const taken = before.lines[index + 1];
    if (taken !== undefined) shift += linesOf(file, index) - (taken - (before.lines[index] ?? 0));
  }
  if (shift !== 0) for (; next < documents.length; next++) slid(next);
  return { file, problems, lines, firsts, templates, all: stays ? before.all : allOf(problems, templates) };

  function slid(index: number): void {
    lines[index] = (lines[index] ?? 0) + shift;
    if (problems[index]?.length) look(index);
  }
}

const isTemplate = ({ code }: Problem): boolean => code === 'MW0012';

const tellsTemplate = (problems: readonly Problem[]): boolean => problems.some(isTemplate);

/** All problems of a file. That it is a template is told once, where it begins to be one. */
function allOf(documents: readonly (readonly Problem[])[], templates: number): readonly Problem[] {
  const all: Problem[] = [];
  for (const problems of documents) for (const problem of problems) all.push(problem);
  if (templates === 0) return all;
  const first = all.find(isTemplate);
  return all.filter((problem) => problem === first || !isTemplate(problem));
}

/** The files at which the list is not the one before, where no file came, went or has another name; null where one did. */
function sameOrder(before: readonly MeshFile[], now: readonly MeshFile[]): readonly number[] | null {
  if (before.length !== now.length) return null;
  const places: number[] = [];
  for (let at = 0; (at = alikeAtStart(before, now, at)) < now.length; at++) {
    if (before[at]?.path !== now[at]?.path) return null;
    places.push(at);
  }
  return places;
}

/** Those, and where others are that something new is to be told of. */
function placesToLook(
  changed: readonly number[],
  { files }: Mesh,
  dirty: ReadonlyMap<string, unknown>,
): ReadonlySet<number> {
  const places = new Set(changed);
  const known = new Set(changed.map((at) => files[at]?.path));
  const others = new Set([...dirty.keys()].filter((path) => !known.has(path)));
  if (others.size > 0) for (const [at, { path }] of files.entries()) if (others.has(path)) places.add(at);
  return places;
}

const NONE: ReadonlySet<number> = new Set();

/** Where the same document stood before: as far from the start or from the end; -1 where another stood there. */
function placeBefore({ file: before }: Checked, file: MeshFile, index: number, shift: number): number {
  const document = file.documents[index];
  if (before.documents[index] === document) return index;
  return shift !== 0 && before.documents[index + shift] === document ? index + shift : -1;
}

function sameResources(before: Checked, known: number, file: MeshFile, from: number, to: number): boolean {
  const had = before.file.resources;
  const first = before.firsts[known] ?? 0;
  if ((before.firsts[known + 1] ?? had.length) - first !== to - from) return false;
  for (let n = 0; n < to - from; n++) if (had[first + n]?.id !== file.resources[from + n]?.id) return false;
  return true;
}

/** By file, the documents that hold some resources. */
function documentsOf({ byId }: Mesh, ids: ReadonlySet<ResourceId>): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const id of ids) {
    const source = byId.get(id)?.source;
    if (!source) continue;
    const known = found.get(source.file);
    if (known) known.add(source.document);
    else found.set(source.file, new Set([source.document]));
  }
  return found;
}
